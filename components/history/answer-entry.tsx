import { Verbatim } from '@/components/verbatim';
import type { CustomerDetail } from '@/lib/protocol/customer-detail';
import { formatWhen } from '@/lib/ui/format';
import { historyWords as w } from '@/lib/ui/words/history-words';
import { toldWords } from '@/lib/ui/words/told-words';

type Props = { answer: CustomerDetail['responses'][number]; now: Date };

/** What the customer answered to a survey, and how many points they gave. */
export function AnswerEntry({ answer: { at, score, verbatim, byAnother }, now }: Props) {
  return (
    <li className="history-entry sensitive">
      <p className="label">{w.answered(formatWhen(at, now))}</p>
      <p className="history-reasons">{w.score(score)}</p>
      {byAnother && <p className="muted">{toldWords.byAnother}</p>}
      {verbatim && <Verbatim text={verbatim} />}
    </li>
  );
}
