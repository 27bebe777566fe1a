import type { CrmAdapter } from '@/lib/protocol/crm-adapter';

const MOST_PAGES = 20;
const MOST_AGENTS = 10;

const keyOf = (value: unknown) => JSON.stringify(value);

/** Each once, the first of them. */
const unlike = <T>(all: readonly T[], by: (one: T) => unknown): T[] =>
  [...new Map([...all].reverse().map((one) => [keyOf(by(one)), one])).values()].reverse();

/** Answers don't add to what was taught; a lesson does to what answers taught. */
function addsTo(before: CrmAdapter, now: CrmAdapter): boolean {
  const [then, since] = [before.evidence.kind, now.evidence.kind];
  return before.id === now.id && (then === since || (then === 'learned' && since === 'taught'));
}

/**
 * What one more lesson on a host adds to what was taught there before: the kinds of page that it was not about stay. Where
 * both match an address the newer one counts, since it stands first.
 * @param before null where there was nothing, or nothing that a person has said is right; what came to be known in
 *   another way is replaced
 */
export function joinTaught(before: CrmAdapter | null, now: CrmAdapter): CrmAdapter {
  if (before === null || !addsTo(before, now)) return now;
  const pages = unlike([...now.pages, ...before.pages], ({ url }) => url).slice(0, MOST_PAGES);
  // Pages that stay are read where a customer was pointed at then. What was taught before there were zones has none.
  const isKept = pages.length > now.pages.length && before.ignore.length > 0;
  return {
    ...now,
    ignore: isKept ? now.ignore.filter((zone) => before.ignore.includes(zone)) : now.ignore,
    pages: pages.map((page, i) => ({
      ...page,
      kind: i === 0 ? 'customer' : `customer-${'abcdefghijklmnopqrstuvwxyz'[i]}`,
    })),
    agent: unlike([...now.agent, ...before.agent], ({ at, take, as }) => [at[0]?.css, take, as]).slice(
      0,
      MOST_AGENTS,
    ),
  };
}
