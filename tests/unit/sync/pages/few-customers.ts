import { deriveBookKeys } from '@/lib/protocol/book-keys';
import { type LookupKey, lookupKey } from '@/lib/protocol/lookup-key';

/** Cards by the canonical spelling of what leads to them. */
const known: Record<string, number[]> = {
  'marta@example.com': [1],
  'jan@example.com': [2],
  '+442079460202': [1, 2],
  '+442079460303': [1],
};

export const keys = await deriveBookKeys(btoa('k'.repeat(32)));

async function hashedBook(): Promise<Map<LookupKey, number[]>> {
  const entries = Object.entries(known).map(async ([value, numbers]) => {
    const kind = value.startsWith('+') ? ('phone' as const) : ('email' as const);
    return [await lookupKey(keys.lookupSecret, { kind, value }), numbers] as const;
  });
  return new Map(await Promise.all(entries));
}

export const hashed = await hashedBook();
