import type { Card } from '@/lib/domain/card';
import type { CustomerDetail } from '@/lib/protocol/customer-detail';
import { formatDay } from '@/lib/ui/format';
import { toldWords as t } from '@/lib/ui/words/told-words';
import { words } from '@/lib/ui/words/words';

type Promised = CustomerDetail['promises'][number];
type Props = { card: Card; detail: CustomerDetail | null; now: Date };

const w = words.told;
const MOST_SHOWN = 3;
const rank = { broken: 0, due: 1, kept: 2 } as const;
const keyOf = (p: Promised) => `${p.state} ${p.dueOn} ${p.what}`;

function Line({ promise: { what, dueOn, state }, now }: { promise: Promised; now: Date }) {
  const isBroken = state === 'broken';
  return (
    <p>
      <bdi>{what}</bdi>
      {t.promisedFor(formatDay(dueOn, now))}
      {isBroken ? <strong>{w.promiseState.broken}</strong> : w.promiseState[state]}
    </p>
  );
}

/** What was promised and isn't done: broken ones first, then what is due next. */
export function Promises({ card, detail, now }: Props) {
  // The same promise noted twice is one promise to the customer.
  const each = [...new Map((detail?.promises ?? []).map((p) => [keyOf(p), p])).values()];
  const open = each
    .filter((p) => p.state !== 'kept')
    .sort((a, b) => rank[a.state] - rank[b.state] || a.dueOn.localeCompare(b.dueOn));
  const shown = open.slice(0, MOST_SHOWN);
  const listed = shown.filter((p) => p.state === 'broken').length;
  if (open.length === 0 && card.brokenPromises === 0) return null;
  return (
    <>
      <dt>{w.promise}</dt>
      <dd className="sensitive">
        {shown.map((promise) => (
          <Line key={keyOf(promise)} promise={promise} now={now} />
        ))}
        {card.brokenPromises > listed && <strong>{w.broken(card.brokenPromises - listed)}</strong>}
        {open.length > shown.length && <p className="muted">{w.morePromises(open.length - shown.length)}</p>}
      </dd>
    </>
  );
}
