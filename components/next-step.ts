import { type RefObject, useEffect, useRef } from 'react';
import type { Offer } from '@/lib/domain/note';
import { isFocusLost } from '@/lib/ui/lost-focus';

const FIRST_STEP = '.offer-steps input, .offer-steps button';

/** The button that was pressed goes with its press: the keyboard goes on at what that offer asks next. */
export function useNextStep(place: RefObject<HTMLElement | null>, offers: readonly Offer[]): void {
  const before = useRef(offers);
  useEffect(() => {
    const was = new Map(before.current.map((offer) => [offer.id, offer.state]));
    before.current = offers;
    const moved = offers.find(({ id, state }) => was.get(id) !== state);
    if (!moved || !isFocusLost()) return;
    const row = place.current?.querySelector(`[data-offer="${CSS.escape(moved.id)}"]`);
    (row?.querySelector<HTMLElement>(FIRST_STEP) ?? row?.querySelector('button'))?.focus();
  }, [place, offers]);
}
