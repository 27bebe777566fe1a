import { joinHeard, judgeHeard } from '@/lib/domain/practice/judge';
import type { PracticeCase } from '@/lib/ui/practice/practice-round';
import type { PracticeWords } from '@/lib/ui/words/practice-words';
import { Button } from '../ui/button';
import { HeardLines } from './answers';
import './practice.css';

type Props = { cases: readonly PracticeCase[]; w: PracticeWords; onAgain: () => void };

/** After five: what was heard, what to listen for, whom we read otherwise. Nothing is counted. */
export function RoundSummary({ cases, w, onAgain }: Props) {
  const { heard, missed, notSaid } = joinHeard(
    cases.map(({ item, answers }) => judgeHeard(item, answers.heard ?? [])),
  );
  const otherwise = cases.filter(({ item, answers }) => answers.level && answers.level !== item.level);
  return (
    <section className="practice-customer" aria-label={w.summary}>
      <h2>{w.summary}</h2>
      <div className="practice-answer" role="status">
        <HeardLines title={w.youHeard} all={heard} w={w} />
        <HeardLines title={w.youMissed} all={missed} w={w} />
        <HeardLines title={w.notSaid} all={notSaid} w={w} />
        {missed.length === 0 && <p>{w.allHeard}</p>}
        {otherwise.length === 0 && <p>{w.allSame}</p>}
      </div>
      {otherwise.length > 0 && (
        <>
          <h3>{w.readOtherwise}</h3>
          <ul className="practice-otherwise">
            {otherwise.map(({ item, answers }) => (
              <li key={item.id}>
                <blockquote className="practice-words" lang={item.language}>
                  <p dir="auto">{item.words}</p>
                </blockquote>
                <p>{answers.level && w.other(w.levels[answers.level], w.levels[item.level])}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button look="primary" autoFocus onPress={onAgain}>
        {w.again}
      </Button>
    </section>
  );
}
