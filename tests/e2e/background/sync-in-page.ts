import type { Dexie } from 'dexie';
import type { BookDb, BookStateRow } from '@/lib/cache/book-db';
import { placeOf } from '@/lib/cache/book-db';
import type { BookStore } from '@/lib/cache/book-store';
import { sha256 } from '@/lib/platform/hex';
import type { Exclusive } from '@/lib/platform/storage-area';
import type { BookKeys } from '@/lib/protocol/book-keys';
import { openBlock } from '@/lib/protocol/seal-block';
import { createTransport } from '@/lib/sync/network/transport';
import { makePull } from '@/tests/support/make-pull';

/* The way down, as the worker has it, over a page's disk; its store is the server that the page is from. */

const exclusive: Exclusive = (name, work) => navigator.locks.request(name, work);
const clock = { now: () => new Date() };

type Book = { db: BookDb; store: BookStore; keys: BookKeys };

/** @param onPack hears of each pack once it is committed */
export function createSync(
  { store, keys }: Pick<Book, 'store' | 'keys'>,
  onPack: (id: string) => Promise<void> = async () => {},
) {
  const serverUrl = async () => location.origin;
  const transport = createTransport({ fetch: (...args) => fetch(...args), serverUrl, ...clock });
  const account = { request: transport, bookKeys: async () => keys };
  const book: BookStore = {
    ...store,
    putPack: async (pack, ...rest) => {
      const put = await store.putPack(pack, ...rest);
      await onPack(pack.id);
      return put;
    },
  };
  return makePull({ account, transport, book, exclusive, clock });
}

/** Calls before each write that reaches the disk; what `hear` throws is what the disk says. */
export function beforeEachWrite(db: Dexie, hear: (n: number) => void): void {
  let n = 0;
  db.use({
    stack: 'dbcore',
    name: 'faults',
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        const mutate: typeof table.mutate = async (request) => {
          n += 1;
          hear(n);
          return table.mutate(request);
        };
        return { ...table, mutate };
      },
    }),
  });
}

/** Every row's bytes, as they lie on disk, and all else but when it was. */
export async function bytesOnDisk({ db }: Book): Promise<string[]> {
  const lines: string[] = [];
  for (const kind of ['cards', 'keys'] as const)
    for (const { place, version, bytes } of await db[kind].toArray())
      lines.push(`${kind} ${place} ${version} ${await sha256(bytes)}`);
  for (const row of await db.state.toArray()) lines.push(JSON.stringify({ ...row, lastPullAt: '' }));
  return [...lines, `${await db.packs.count()} packs, ${await db.damaged.count()} damaged`];
}

/** What the book says that is here, sealed as it may be: each block's contents or `damaged`, and where it stands. */
export async function contentsOnDisk({ db, keys }: Book): Promise<Record<string, string>> {
  const state = (await db.state.get('book')) as BookStateRow | undefined;
  if (!state) return {};
  const from = placeOf(state.generation, 0);
  const contents: Record<string, string> = { at: `${state.book} ${state.cursor}` };
  for (const kind of ['cards', 'keys'] as const)
    for (const { place, bytes } of await db[kind].toArray()) {
      if (place < from || place >= placeOf(state.generation + 1, 0)) continue;
      const n = place - from;
      contents[`${kind} ${n}`] = await openBlock(keys, { kind, n }, bytes).then(
        (block) => sha256(new Uint8Array(block)),
        () => 'damaged',
      );
    }
  return contents;
}
