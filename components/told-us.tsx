import type { Card } from '@/lib/domain/card';
import { scoreAge } from '@/lib/domain/score-age';
import { trendOf } from '@/lib/domain/trend';
import type { CustomerDetail } from '@/lib/protocol/customer-detail';
import { driversInWords } from '@/lib/ui/driver-words';
import { formatAge, formatAgo, formatDay, formatMoment } from '@/lib/ui/format';
import { words } from '@/lib/ui/words';
import { SparkBars } from './spark-bars';
import { Section } from './ui/section';
import { Verbatim } from './verbatim';
import './told-us.css';

export type DetailState =
  | { state: 'loading' }
  | { state: 'offline' }
  | { state: 'failed' }
  /** `asOf`: the store can't be reached, and this is what it said then; null where it said so just now */
  | { state: 'ready'; detail: CustomerDetail; asOf: string | null };

type Props = {
  card: Card;
  detail: DetailState;
  /** the organisation's word for a reason code */
  reasonLabel: (code: string) => string;
  now: Date;
  /** real time, in which kept words have their age */
  realNow: Date;
};

const w = words.told;

function Flags({ card }: { card: Card }) {
  const flags = [
    card.complaintOpen && w.complaint,
    card.supportNeeded && w.support,
    card.doNotContact && w.doNotContact,
  ].filter((f) => f !== false);
  if (flags.length === 0) return null;
  return (
    <ul className="flags sensitive">
      {flags.map((flag) => (
        <li key={flag} className="flag">
          {flag}
        </li>
      ))}
    </ul>
  );
}

function Contacts({ card, reasonLabel, now }: Omit<Props, 'detail' | 'realNow'>) {
  const last = card.lastContactAt && w.last(formatAgo(card.lastContactAt, now));
  const [reason] = card.lastReasons;
  return (
    <>
      <dt>{w.contacts}</dt>
      <dd>
        {card.contacts90 > 0 ? <strong>{w.in90(card.contacts90)}</strong> : w.none90}
        {last && <span className="muted">{` · ${last}`}</span>}
      </dd>
      {reason && (
        <>
          <dt>{w.reason}</dt>
          <dd>{reasonLabel(reason)}</dd>
        </>
      )}
    </>
  );
}

const keyOf = (p: CustomerDetail['promises'][number]) => `${p.state} ${p.dueOn} ${p.what}`;
const rank = { broken: 0, due: 1, kept: 2 } as const;
const MOST_PROMISES = 3;

function Promises({ card, detail, now }: Omit<Props, 'reasonLabel' | 'realNow'>) {
  const all = detail.state === 'ready' ? detail.detail.promises : [];
  // The same promise noted twice is one promise to the customer.
  const each = [...new Map(all.map((p) => [keyOf(p), p])).values()];
  const open = each.filter((p) => p.state !== 'kept').sort((a, b) => rank[a.state] - rank[b.state]);
  const shown = open.slice(0, MOST_PROMISES);
  const listed = shown.filter((p) => p.state === 'broken').length;
  if (open.length === 0 && card.brokenPromises === 0) return null;
  return (
    <>
      <dt>{w.promise}</dt>
      <dd>
        {shown.map((p) => (
          <p key={keyOf(p)}>
            {`${p.what}, ${formatDay(p.dueOn, now)}: `}
            {p.state === 'broken' ? <strong>{w.promiseState.broken}</strong> : w.promiseState[p.state]}
          </p>
        ))}
        {card.brokenPromises > listed && <strong>{w.broken(card.brokenPromises - listed)}</strong>}
        {open.length > shown.length && <p className="muted">{w.morePromises(open.length - shown.length)}</p>}
      </dd>
    </>
  );
}

function OpenCase({ card, now }: Pick<Props, 'card' | 'now'>) {
  if (!card.openCase) return null;
  const day = formatDay(card.openCase.dueAt, now);
  const late = Date.parse(card.openCase.dueAt) < now.getTime();
  return (
    <>
      <dt>{w.case}</dt>
      <dd>{late ? <strong>{w.caseLate(day)}</strong> : w.caseDue(day)}</dd>
    </>
  );
}

function LastWords({ detail }: Pick<Props, 'detail'>) {
  if (detail.state === 'loading') return <p className="muted">{w.loading}</p>;
  if (detail.state !== 'ready') return <p className="muted">{w[detail.state]}</p>;
  const text = detail.detail.responses.find((r) => r.verbatim !== '')?.verbatim;
  return text ? <Verbatim text={text} /> : null;
}

function Score({ card, detail, now }: Omit<Props, 'reasonLabel' | 'realNow'>) {
  const { score, earlier } = card;
  if (!score) {
    return (
      <>
        <dt>{w.score}</dt>
        <dd className="muted">{w.noScore}</dd>
      </>
    );
  }
  const age = scoreAge(score.at, now);
  const trend = trendOf([score, ...earlier]);
  const before = earlier[0]?.value;
  const move = before !== undefined && (trend === 'down' || trend === 'up') ? w[trend](before) : null;
  return (
    <>
      <dt>{w.score}</dt>
      <dd className="sensitive">
        <div className="score-line">
          <span>
            {score.value}
            <span className="muted">
              {age === 'expired'
                ? ` · ${w.expired(formatAge(score.at, now))}`
                : ` · ${[formatAgo(score.at, now), age === 'ageing' && w.ageing, move].filter(Boolean).join(', ')}`}
            </span>
          </span>
          {earlier.length > 0 && (
            <SparkBars scores={[...earlier.map((e) => e.value).reverse(), score.value]} />
          )}
        </div>
        <LastWords detail={detail} />
      </dd>
    </>
  );
}

function Why({ card, now }: Pick<Props, 'card' | 'now'>) {
  if (card.risk.drivers.length === 0) return null;
  return (
    <>
      <dt>{w.why}</dt>
      <dd className="sensitive">
        {driversInWords(card.risk.drivers, card, now)}
        <span className="muted">{` ${w.points(card.risk.points)}`}</span>
      </dd>
    </>
  );
}

/** The store can't be reached: since when these words are known. */
function KeptSince({ detail, realNow }: Pick<Props, 'detail' | 'realNow'>) {
  if (detail.state !== 'ready' || detail.asOf === null) return null;
  return <p className="muted">{w.kept(formatMoment(detail.asOf, realNow))}</p>;
}

/** What the customer shouldn't have to say twice. Only for a caller who may hear it. */
export function ToldUs({ card, detail, reasonLabel, now, realNow }: Props) {
  return (
    <Section title={w.title} aside={w.asOf(formatDay(card.risk.at, now))}>
      <KeptSince detail={detail} realNow={realNow} />
      <Flags card={card} />
      <dl className="facts">
        <Contacts card={card} reasonLabel={reasonLabel} now={now} />
        <Promises card={card} detail={detail} now={now} />
        <OpenCase card={card} now={now} />
        <Score card={card} detail={detail} now={now} />
        <Why card={card} now={now} />
      </dl>
    </Section>
  );
}
