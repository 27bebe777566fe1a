import { lookupKey } from '@/lib/protocol/lookup-key';
import { CardRowsDb, putCardRows } from '../card-rows';
import { cardOf, identifiersOf } from '../generated-customer';
import { timed } from '../timed';
import { openedBook } from './opened-book';

/** The other baseline of a first sync: a row per customer, with the same keys; ms for `count` customers, fetching not counted. */
export async function storeRows(count: number): Promise<number> {
  const { keys } = openedBook();
  const db = new CardRowsDb();
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  let ms = 0;
  for (let first = 1; first <= count; first += 2000) {
    const numbers = Array.from({ length: Math.min(2000, count - first + 1) }, (_, i) => first + i);
    const cards = await Promise.all(
      numbers.map(async (number) => ({
        card: { number, version: number, ...cardOf(number) },
        keys: (await Promise.all(identifiersOf(number).map((id) => lookupKey(keys.lookupSecret, id)))).map(
          (k) => k.toString(16).padStart(16, '0'),
        ),
      })),
    );
    ms += await timed(() => putCardRows(db, key, cards));
  }
  await db.delete();
  return ms;
}
