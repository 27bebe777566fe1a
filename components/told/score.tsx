import type { Card } from '@/lib/domain/card';
import { scoreAge } from '@/lib/domain/score-age';
import { trendOf } from '@/lib/domain/trend';
import { formatAge, formatAgo, formatDate } from '@/lib/ui/format';
import { toldWords as t } from '@/lib/ui/words/told-words';
import { words } from '@/lib/ui/words/words';
import { SparkBars } from '../spark-bars';
import { Verbatim } from '../verbatim';
import type { DetailState } from './detail-state';

type Props = { card: Card; detail: DetailState; now: Date };

const w = words.told;

/** Their own words, of the newest answer that has any. */
function LastWords({ detail }: Pick<Props, 'detail'>) {
  if (detail.state === 'loading') return <p className="muted">{w.loading}</p>;
  if (detail.state !== 'ready') return <p className="muted">{w[detail.state]}</p>;
  const { responses } = detail.detail;
  // What they told us themselves, where they did; of the newest answer it is said that another gave it.
  const isAnothers = responses.find((r) => r.score !== null)?.byAnother === true;
  const text = responses.find((r) => r.verbatim !== '')?.verbatim;
  return (
    <>
      {isAnothers && <p className="muted">{t.byAnother}</p>}
      {text && <Verbatim text={text} />}
    </>
  );
}

/** The date and the age, and whether it fell or rose; too old to go by says that alone. */
function ageOf({ score, earlier }: Card, now: Date): string {
  if (!score) return '';
  const age = scoreAge(score.at, now);
  if (age === 'expired') return w.expired(formatAge(score.at, now));
  const trend = trendOf([score, ...earlier]);
  const before = earlier[0]?.value;
  const move = before !== undefined && (trend === 'down' || trend === 'up') ? w[trend](before) : null;
  const ago = formatAgo(score.at, now);
  return [`${formatDate(score.at, now)}, ${ago}`, age === 'ageing' && w.ageing, move]
    .filter(Boolean)
    .join(', ');
}

/** The score is a word among words: a large one would be read by whoever stands beside the screen. */
export function Score({ card, detail, now }: Props) {
  const { score, earlier } = card;
  if (!score) {
    return (
      <>
        <dt>{w.score}</dt>
        <dd className="muted sensitive">{w.noScore}</dd>
      </>
    );
  }
  return (
    <>
      <dt>{w.score}</dt>
      <dd className="sensitive">
        <div className="score-line">
          <span>
            {score.value}
            <span className="muted">{` · ${ageOf(card, now)}`}</span>
          </span>
          {earlier.length > 0 && (
            <span className="score-bars">
              <SparkBars scores={[...earlier.map((e) => e.value).reverse(), score.value]} />
              <span className="label">{t.answers(earlier.length + 1)}</span>
            </span>
          )}
        </div>
        <LastWords detail={detail} />
      </dd>
    </>
  );
}
