import { encodeCard } from '@/lib/protocol/card-codec';
import type { LookupKey } from '@/lib/protocol/lookup-key';
import type { BookStep } from './assemble-pages';
import { isNews, type Says } from './is-news';
import type { Batch } from './read-batch';

/** A step of the book, and what the store notes beside it. */
export type NumberedChange = BookStep & { customerId: string; says: Says };

/** The last version and the last card's number that were given. */
export type Counters = { last_version: number; last_number: number };

/** Numbers for cards seen first. */
function giveNumbers({ ids, published, contents }: Batch, counters: Counters): Map<string, number> {
  const numbers = new Map([...published].map(([id, { number }]) => [id, number]));
  for (const id of ids) {
    if (numbers.has(id) || !contents.has(id)) continue;
    counters.last_number += 1;
    numbers.set(id, counters.last_number);
  }
  return numbers;
}

function saysOf(batch: Batch, id: string, numbers: ReadonlyMap<string, number>): Says {
  const content = batch.contents.get(id);
  if (content) return { kind: 'card', content, keys: batch.keys.get(id)?.keys ?? [] };
  const owner = batch.owners.get(numbers.get(id) ?? 0);
  const into = owner === undefined || owner === id ? undefined : numbers.get(owner);
  return into === undefined ? { kind: 'gone' } : { kind: 'merged', into };
}

const without = (keys: readonly LookupKey[], others: readonly LookupKey[]) => {
  const taken = new Set(others);
  return keys.filter((key) => !taken.has(key));
};

/**
 * Versions for what a rep would see. Both counters only ever go up.
 * @param counters brought up to date
 */
export function giveVersions(batch: Batch, counters: Counters): NumberedChange[] {
  const numbers = giveNumbers(batch, counters);
  const changes: NumberedChange[] = [];
  for (const customerId of batch.ids) {
    const number = numbers.get(customerId);
    if (number === undefined) continue;
    const before = batch.published.get(customerId);
    const says = saysOf(batch, customerId, numbers);
    if (!isNews(before, says)) continue;
    counters.last_version += 1;
    const head = { number, version: counters.last_version };
    const keys = says.kind === 'card' ? says.keys.map((k) => k.key) : [];
    const had = before?.keys ?? [];
    changes.push({
      customerId,
      says,
      before: before?.entry ?? null,
      card:
        says.kind === 'card'
          ? { ...head, kind: 'card', bytes: encodeCard(says.content) }
          : { ...head, ...says },
      added: without(keys, had),
      removed: without(had, keys),
    });
  }
  return changes;
}
