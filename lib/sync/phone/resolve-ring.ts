import type { RingSlot } from '@/lib/messaging/sidebar-view';
import { candidatesOf, type LookedUp, type ResolvedCandidate } from '@/lib/sync/pages/resolve-page';

type Resolved = { why: Exclude<RingSlot['why'], 'locked' | 'damaged'>; candidates: ResolvedCandidate[] };

/**
 * Whom a ring may mean. The account number that a caller was asked for counts before the number they call from: its
 * customers stand first. Nobody is decided on, not even where all leads to one: anyone may hold the phone.
 */
export function resolveRing(person: readonly LookedUp[]): Resolved {
  const named = person.filter(({ kind }) => kind !== 'phone');
  const phones = person.filter(({ kind }) => kind === 'phone');
  const candidates = candidatesOf([named, phones]);
  if (candidates.length < 2) return { why: candidates.length === 0 ? 'nobody' : 'one', candidates };
  const byName = new Set(named.flatMap(({ numbers }) => numbers));
  const byPhone = phones.flatMap(({ numbers }) => numbers);
  const disagree = byName.size > 0 && byPhone.length > 0 && !byPhone.some((n) => byName.has(n));
  return { why: disagree ? 'identifiers-disagree' : 'several', candidates };
}
