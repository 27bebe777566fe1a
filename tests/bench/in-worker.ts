import { BookDb, placeOf } from '@/lib/cache/book-db';
import { type BookStore, createBookStore } from '@/lib/cache/book-store';
import { type BookKeys, deriveBookKeys } from '@/lib/protocol/book-keys';
import { cardBlockOf } from '@/lib/protocol/card-block';
import { bucketOf } from '@/lib/protocol/key-bucket';
import { lookupKey } from '@/lib/protocol/lookup-key';
import { type Manifest, manifestSchema } from '@/lib/protocol/manifest';
import { createBookProgress } from '@/lib/sync/book-progress';
import { createGetBook } from '@/lib/sync/get-book';
import { createMendBlocks } from '@/lib/sync/mend-blocks';
import { createPull } from '@/lib/sync/pull';
import { createTransport } from '@/lib/sync/transport';
import { createMemoryArea } from '@/tests/support/memory-area';
import { CardRowsDb, putCardRows } from './card-rows';
import { cardOf, identifiersOf } from './generated-customer';

/*
 * What a benchmark drives inside a worker of a real browser: the product's own code over that browser's IndexedDB and
 * network, beside the plainest code that does the same.
 */

const clock = { now: () => new Date() };
const exclusive = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(name, work) as Promise<T>;
const transport = createTransport({
  fetch: (...a) => fetch(...a),
  serverUrl: async () => location.origin,
  now: clock.now,
});

type Opened = { db: BookDb; store: BookStore; keys: BookKeys };
let opened: Opened | undefined;

/** @param lookupSecret base64 */
async function open(lookupSecret: string): Promise<Opened> {
  const db = new BookDb();
  opened ??= { db, store: createBookStore(db), keys: await deriveBookKeys(lookupSecret) };
  return opened;
}

function here(): Opened {
  if (!opened) throw new Error('Nothing is open');
  return opened;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function createPuller() {
  const { store: book, keys } = here();
  const account = { request: transport, bookKeys: async () => keys };
  const progress = createBookProgress({ area: createMemoryArea(), exclusive, clock, onChange() {} });
  const getBook = createGetBook({ account, transport, book, progress, clock });
  return createPull({
    ...{ account, book, getBook, exclusive, clock },
    mendBlocks: createMendBlocks({ account, book }),
  });
}

/** A first sync, or the changes since; ms. */
async function pull(): Promise<number> {
  const run = createPuller();
  let kind = '';
  const ms = await timed(async () => {
    kind = (await run()).outcome.kind;
  });
  if (kind !== 'ok') throw new Error(`The pull ended with ${kind}`);
  return ms;
}

async function readManifest(): Promise<Manifest> {
  return manifestSchema.parse(await (await fetch('/v1/book')).json());
}

function openPlain(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => request.result.createObjectStore('blobs');
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function putBlob(db: IDBDatabase, id: string, blob: Blob): Promise<void> {
  const transaction = db.transaction('blobs', 'readwrite');
  transaction.objectStore('blobs').put(blob, id);
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
}

/** The baseline: the same bytes fetched, as many at a time, and stored as they are; ms. */
async function storeBlobs(): Promise<number> {
  const db = await openPlain('heed-bench-blobs');
  const ms = await timed(async () => {
    const queue = [...(await readManifest()).packs];
    const work = async () => {
      for (let pack = queue.shift(); pack; pack = queue.shift())
        await putBlob(db, pack.id, await (await fetch(`/v1/packs/${pack.id}`, { cache: 'no-store' })).blob());
    };
    await Promise.all([work(), work(), work(), work()]);
  });
  db.close();
  indexedDB.deleteDatabase('heed-bench-blobs');
  return ms;
}

/** The other baseline: a row per customer, with the same keys; ms for `count` customers, fetching not counted. */
async function storeRows(count: number): Promise<number> {
  const { keys } = here();
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

const anyNumber = (customers: number) => 1 + Math.floor(Math.random() * customers);

/** All identifiers of one customer to the decoded card; what a page asks for. */
async function lookUp(number: number): Promise<void> {
  const { store, keys } = here();
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

async function lookups(customers: number, rounds: number): Promise<{ ours: number[]; bare: number[] }> {
  const { db, keys } = here();
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

/** Fifty customers of a list page at once, by one identifier each: keys and cards. */
async function lists(customers: number, rounds: number): Promise<number[]> {
  const { store, keys } = here();
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

const clear = () => here().store.clear();

const places = {
  clear,
  open: async (key: string) => void (await open(key)),
  pull,
  storeBlobs,
  storeRows,
  lookups,
  lists,
};
export type InWorker = typeof places;
type Call = { id: number; name: keyof InWorker; args: unknown[] };

globalThis.onmessage = async ({ data }: MessageEvent<Call>) => {
  const { id, name, args } = data;
  try {
    const work = places[name] as (...args: unknown[]) => Promise<unknown>;
    globalThis.postMessage({ id, value: await work(...args) });
  } catch (error) {
    globalThis.postMessage({ id, error: String(error) });
  }
};
