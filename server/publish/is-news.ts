import type { CardContent } from '@/lib/domain/card';
import { looksDifferent } from '@/lib/domain/looks-different';
import { decodeCard, encodeCard } from '@/lib/protocol/card-codec';
import type { CheckedKey } from '@/lib/protocol/lookup-key';
import type { Published } from './read-published';

/** What is to be said of a number. */
export type Says =
  | { kind: 'card'; content: CardContent; keys: CheckedKey[] }
  | { kind: 'merged'; into: number }
  | { kind: 'gone' };

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Most cards of a re-scoring are the same but for their time: those need not be taken apart. */
export function cardIsNews(before: Uint8Array, scoredAt: Date | null, after: CardContent): boolean {
  const at = (scoredAt ?? new Date(0)).toISOString();
  if (sameBytes(before, encodeCard({ ...after, risk: { ...after.risk, at } }))) return false;
  return looksDifferent(decodeCard(before), decodeCard(encodeCard(after)));
}

function keysAreNews({ keys }: Published, after: readonly CheckedKey[]): boolean {
  return keys.length !== after.length || keys.some((key, i) => key !== after[i]?.key);
}

/** Whether a number now says something that a rep would see. */
export function isNews(before: Published | undefined, says: Says): boolean {
  const entry = before?.entry ?? null;
  if (says.kind === 'gone') return entry !== null;
  if (!before || entry?.kind !== says.kind) return true;
  if (says.kind === 'merged') return entry.kind === 'merged' && entry.into !== says.into;
  return (
    keysAreNews(before, says.keys) ||
    (entry.kind === 'card' && cardIsNews(entry.bytes, before.scoredAt, says.content))
  );
}
