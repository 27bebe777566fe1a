import type { PageSlot } from '@/lib/messaging/sidebar-view';
import { isNoneOf } from './none-of';
import type { PageSlots } from './page-slots';
import type { TabStates } from './tab-state';

type ChoiceDeps = {
  tabs: Pick<TabStates, 'choose'>;
  slots: Pick<PageSlots, 'ofKey'>;
  isAllHere: () => Promise<boolean>;
};
type OnPage = Extract<PageSlot, { state: 'customer' }>;
/** `cardNumber`: null for none of those `shown`, by their card numbers. */
type Answer = { key: string; cardNumber: number | null; shown?: readonly number[] | undefined };

/** What the rep answers to “Which customer is it?”. */
export function createPageChoices({ tabs, slots, isAllHere }: ChoiceDeps) {
  /** The record that is open is another's than it says, or read wrongly this once: of the one whom the rep saw, and no other. */
  async function notThem(tabId: number, { key, card }: OnPage, shown: readonly number[]): Promise<void> {
    if (!card || !shown.includes(card.number)) return;
    await tabs.choose(tabId, { key, cardNumber: null, noneOf: [card.number] });
  }

  return {
    /**
     * None of these is said of those whom the rep saw, where they are all who are found now, and only where everybody
     * could be found: the next customer to arrive, or who arrived just before the click, may be the very one.
     */
    async choose(tabId: number, { key, cardNumber, shown = [] }: Answer): Promise<void> {
      if (cardNumber !== null) return tabs.choose(tabId, { key, cardNumber });
      if (!(await isAllHere())) return;
      const slot = await slots.ofKey(tabId, key);
      if (slot.state === 'customer') return notThem(tabId, slot, shown);
      if (slot.state !== 'choose') return;
      const noneOf = slot.candidates
        .map(({ card }) => card.number)
        .filter((number) => shown.includes(number));
      if (!isNoneOf(slot.candidates, noneOf)) return;
      await tabs.choose(tabId, { key, cardNumber, noneOf });
    },
  };
}
