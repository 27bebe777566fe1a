import { useEffect, useRef } from 'react';
import type { RingSlot } from '@/lib/messaging/sidebar-view';
import { useRefused } from '@/lib/ui/use-refused';
import { callWords } from '@/lib/ui/words/call-words';
import { nameWords } from '@/lib/ui/words/name-words';
import { words } from '@/lib/ui/words/words';
import { CandidateList } from './candidate-list';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';
import { Refusal } from './ui/refusal';
import { Section } from './ui/section';
import './ring-chooser.css';

type Props = {
  /** it is looked for to move the note that is on, and begins no call */
  moves?: boolean;
  /** the rep opened it beside a call that is on */
  opened?: boolean;
  ring: Omit<RingSlot, 'id' | 'at'>;
  /** whose call is parked by choosing; null where none is on */
  parks: string | null;
  /** the book is on its way: who isn't found may still come */
  isComing: boolean;
  /** null for a new caller */
  onChoose: (cardNumber: number | null) => void;
  onDismiss: () => void;
};

const w = words.ring;

function titleOf(via: RingSlot['via'], moves: boolean): string {
  if (moves) return words.confirm.title;
  return via === 'typed' ? w.typed : w.title;
}

/** The rep asked who it is: the keyboard goes on at the first who is found, with all that tells them apart in sight. */
function useFirstFound(asked: boolean) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first = asked ? (place.current?.querySelector('.candidate') ?? place.current) : null;
    first?.querySelector('button')?.focus();
    // At the top: what comes in below makes this part lower.
    first?.scrollIntoView?.({ block: 'start' });
  }, [asked]);
  return place;
}

/** Somebody rings and no record says who: the customers who may be meant, and a way on where nobody is known. */
export function RingChooser({ ring, moves = false, opened = false, parks, isComing, ...on }: Props) {
  const { onChoose, onDismiss } = on;
  const { said, why, candidates, via, from } = ring;
  const [refused, setRefused] = useRefused();
  const refuse = () => setRefused(true);
  const isKnown = candidates.length > 0;
  const place = useFirstFound(opened || (moves && isKnown));
  return (
    <Section title={titleOf(via, moves)} aside={moves ? undefined : w.unverified}>
      <div className="ring" ref={place}>
        <div role="status">
          <p className="ring-said">
            <bdi>{said}</bdi>
          </p>
          {from && <p className="label">{w.from(new URL(from).host)}</p>}
          <p>{via === 'typed' && why === 'nobody' ? w.notFound : w.why[why]}</p>
          {isComing && !isKnown && <p className="muted">{w.coming}</p>}
        </div>
        {isKnown && (
          <CandidateList
            {...{ candidates, onChoose }}
            pick={moves ? callWords.moveTo : null}
            onRefused={refuse}
          />
        )}
        <div className="ring-actions">
          <GuardedButton onAct={() => onChoose(null)} onRefused={refuse}>
            {moves ? callWords.moveToNew : isKnown ? w.none(candidates.length) : w.noteDown}
          </GuardedButton>
          <Button look="quiet" aria-label={w.dismissLong(said)} onPress={onDismiss}>
            {w.dismiss}
          </Button>
        </div>
        <Refusal refused={refused} />
        {parks !== null && !moves && <p className="muted">{w.parks(parks || nameWords.nameless)}</p>}
        <p className="muted">{moves ? callWords.moveHint : w.hint(candidates.length)}</p>
      </div>
    </Section>
  );
}
