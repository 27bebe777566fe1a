import type { NotAgain } from '@/lib/domain/choose-actions';
import type { RetentionOff } from '@/lib/domain/retention-off';
import { formatDay } from '@/lib/ui/format';
import { approvalWords } from '@/lib/ui/words/approval-words';

type Props = {
  /** why no offers are made to keep the customer */
  off: readonly RetentionOff[];
  again: readonly NotAgain[];
  now: Date;
};

/** What isn't offered, and why: a rep who is told nothing thinks that it was forgotten. */
export function OfferLimits({ off, again, now }: Props) {
  if (off.length === 0 && again.length === 0) return null;
  const because = approvalWords.and(off.map((code) => approvalWords.offBecause[code]));
  return (
    <ul className="offer-limits muted">
      {off.length > 0 && <li>{approvalWords.off(because)}</li>}
      {again.map(({ action, was, at }) => (
        <li key={action.code}>{approvalWords.again[was](action.label, formatDay(at, now))}</li>
      ))}
    </ul>
  );
}
