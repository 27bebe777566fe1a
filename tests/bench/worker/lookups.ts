import { placeOf } from '@/lib/cache/book-db';
import { cardBlockOf } from '@/lib/protocol/card-block';
import { bucketOf } from '@/lib/protocol/key-bucket';
import { lookupKey } from '@/lib/protocol/lookup-key';
import { identifiersOf } from '../generated-customer';
import { timed } from '../timed';
import { openedBook } from './opened-book';

const anyNumber = (customers: number) => 1 + Math.floor(Math.random() * customers);

/** All identifiers of one customer to the decoded card; what a page asks for. */
async function lookUp(number: number): Promise<void> {
  const { store, keys } = openedBook();
  const wanted = await Promise.all(identifiersOf(number).map((id) => lookupKey(keys.lookupSecret, id)));
  const found = await store.lookup(wanted, keys);
  const card = await store.get(found[0]?.[0] ?? 0, keys);
  if (card?.number !== number || found.some((ns) => !ns.includes(number)))
    throw new Error(`${number} not found`);
}

/** The baseline: two reads of single rows, one after the other, as bare as IndexedDB has them. */
async function readTwo(db: IDBDatabase, number: number, bucket: number): Promise<void> {
  const read = (table: string, place: number) =>
    new Promise<unknown>((resolve, reject) => {
      const request = db.transaction(table).objectStore(table).get(place);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const rows = [await read('keys', placeOf(1, bucket)), await read('cards', placeOf(1, cardBlockOf(number)))];
  if (rows.includes(undefined)) throw new Error('A row is missing');
}

/** One customer at a time, beside the baseline; ms of each. */
export async function lookups(
  customers: number,
  rounds: number,
): Promise<{ ours: number[]; bare: number[] }> {
  const { db, keys } = openedBook();
  const idb = db.backendDB();
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let i = 0; i < rounds; i += 1) {
    const number = anyNumber(customers);
    ours.push(await timed(() => lookUp(number)));
    const other = anyNumber(customers);
    const [id] = identifiersOf(other);
    const bucket = id ? bucketOf(await lookupKey(keys.lookupSecret, id)) : 0;
    bare.push(await timed(() => readTwo(idb, other, bucket)));
  }
  return { ours, bare };
}

/** Fifty customers of a list page at once, by one identifier each: keys and cards; ms of each list. */
export async function lists(customers: number, rounds: number): Promise<number[]> {
  const { store, keys } = openedBook();
  const times: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const numbers = Array.from({ length: 50 }, () => anyNumber(customers));
    const ids = numbers.map((number) => identifiersOf(number)[0]).filter((id) => id !== undefined);
    times.push(
      await timed(async () => {
        const found = await store.lookup(
          await Promise.all(ids.map((id) => lookupKey(keys.lookupSecret, id))),
          keys,
        );
        const cards = await store.getAll(found.flat(), keys);
        if (cards.some((card) => card === null)) throw new Error('A card is missing');
      }),
    );
  }
  return times;
}
