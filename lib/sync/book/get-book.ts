import type { BookStore } from '@/lib/cache/book-store';
import { isUnreadable } from '@/lib/platform/app-error';
import { type Clock, MINUTE } from '@/lib/platform/clock';
import { sha256 } from '@/lib/platform/hex';
import type { BookKeys } from '@/lib/protocol/book-keys';
import { type Manifest, manifestSchema, type PackEntry } from '@/lib/protocol/manifest';
import type { Account } from '@/lib/sync/account/account';
import type { Outcome, Request, Transport } from '@/lib/sync/network/transport';
import type { BookProgress } from './book-progress';

type GetBookDeps = {
  account: Pick<Account, 'request' | 'bookKeys'>;
  /** for packs that lie elsewhere, under an address that is signed: our token is none of that place's business */
  transport: Transport;
  book: Pick<BookStore, 'begin' | 'putPack' | 'bytesHere' | 'finish'>;
  progress: BookProgress;
  clock: Clock;
  /** milliseconds for one pack */
  patience?: number;
};

const IN_PARALLEL = 4;
/** A pack is a megabyte or two, and lines can be slow. */
const PATIENCE = 2 * MINUTE;
const TRIES = 3;

const done: Outcome<null> = { kind: 'ok', value: null };

/**
 * Gets a whole book: its manifest, then the packs that are missing here, several at a time, each proven by its digest
 * before it is written. Cut at any point, the next call goes on with the packs that are missing then.
 */
export function createGetBook({
  account,
  transport,
  book,
  progress,
  clock,
  patience = PATIENCE,
}: GetBookDeps) {
  /** What another place says of itself, to come back later or to sign in, is nothing that the store said. */
  async function elsewhere(request: Request<Uint8Array>): Promise<Outcome<Uint8Array>> {
    const outcome = await transport(request);
    return outcome.kind === 'ok' || outcome.kind === 'offline' ? outcome : { kind: 'server-error' };
  }

  /** Bytes that aren't what the manifest promised are never used: asked for again, then reported. */
  async function fetchPack({ id, url, bytes }: PackEntry): Promise<Outcome<Uint8Array>> {
    const read = async (body: Uint8Array<ArrayBuffer>) => {
      if ((await sha256(body)) !== id) throw new Error('other bytes');
      return body;
    };
    const request = { path: url ?? `/v1/packs/${id}`, read, timeoutMs: patience, mostBytes: bytes };
    let outcome: Outcome<Uint8Array> = { kind: 'server-error' };
    for (let i = 0; i < TRIES && outcome.kind === 'server-error'; i += 1)
      outcome = await (url === null ? account.request(request) : elsewhere(request));
    return outcome;
  }

  async function getPack(pack: PackEntry, keys: BookKeys): Promise<Outcome<null>> {
    const fetched = await fetchPack(pack);
    if (fetched.kind !== 'ok') return fetched;
    try {
      if (!(await book.putPack(pack, fetched.value, keys))) return { kind: 'signed-out' };
    } catch (error) {
      if (isUnreadable(error)) return { kind: 'server-error' };
      throw error;
    }
    await progress.arrived(pack);
    return done;
  }

  /** Stops at the first that can't be had or written; those on their way arrive before it says so. */
  async function getPacks(missing: readonly PackEntry[], keys: BookKeys): Promise<Outcome<null>> {
    const queue = [...missing];
    let end = done;
    const work = async () => {
      for (let pack = queue.shift(); pack; pack = queue.shift()) {
        const outcome = await getPack(pack, keys);
        if (outcome.kind === 'ok') continue;
        end = outcome;
        queue.length = 0;
      }
    };
    const workers = Array.from({ length: IN_PARALLEL }, () =>
      work().catch((error: unknown) => {
        queue.length = 0;
        throw error;
      }),
    );
    await Promise.allSettled(workers);
    await Promise.all(workers);
    return end;
  }

  async function getAll(manifest: Manifest, keys: BookKeys): Promise<Outcome<null>> {
    const missing = await book.begin(manifest, keys);
    await progress.begin(manifest, await book.bytesHere());
    const end = await getPacks(missing, keys);
    if (end.kind !== 'ok') return end;
    const whole = await book.finish(manifest, keys, clock.now());
    return whole ? done : { kind: 'signed-out' };
  }

  return async (keys: BookKeys): Promise<Outcome<null>> => {
    const answer = await account.request({ path: '/v1/book', schema: manifestSchema });
    if (answer.kind !== 'ok') return answer;
    // Signed out while the answer was on its way: nothing is begun any more.
    if ((await account.bookKeys())?.fingerprint !== keys.fingerprint) return { kind: 'signed-out' };
    let end: Outcome<null> | null = null;
    try {
      end = await getAll(answer.value, keys);
      return end;
    } finally {
      const isOver = end?.kind === 'ok' || end?.kind === 'signed-out';
      await (isOver ? progress.end() : progress.rest());
    }
  };
}

export type GetBook = ReturnType<typeof createGetBook>;
