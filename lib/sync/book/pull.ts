import type { BookPosition } from '@/lib/cache/book-changes';
import type { BookStore } from '@/lib/cache/book-store';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive } from '@/lib/platform/storage-area';
import type { BookKeys } from '@/lib/protocol/book-keys';
import { type DeltaPage, decodeDeltaPage, pageAfter } from '@/lib/protocol/delta-page';
import { openBlock } from '@/lib/protocol/seal-block';
import type { Account } from '@/lib/sync/account/account';
import type { Outcome } from '@/lib/sync/network/transport';
import type { GetBook } from './get-book';
import type { MendBlocks } from './mend-blocks';

type PullDeps = {
  account: Pick<Account, 'request' | 'bookKeys'>;
  book: Pick<BookStore, 'position' | 'apply'>;
  getBook: GetBook;
  mendBlocks: MendBlocks;
  exclusive: Exclusive;
  clock: Clock;
};

/** How a pull ended, and whether any card changed. */
export type PullEnd = { outcome: Outcome<null>; changed: boolean };

type PullStep = PullEnd & { more: boolean; gotBook?: boolean };

const done: Outcome<null> = { kind: 'ok', value: null };
const ended = (outcome: Outcome<null>): PullStep => ({ outcome, changed: false, more: false });

/** The store no longer has what would bring this book up to date, or it is another book by now. */
const isGone = (outcome: Outcome<unknown>) => outcome.kind === 'refused' && outcome.status === 410;

/**
 * Brings the book up to date: whole at first, then page by page, each applied before the next is asked for; last,
 * blocks that turned out damaged. One at a time.
 */
export function createPull({ account, book, getBook, mendBlocks, exclusive, clock }: PullDeps) {
  function fetchPage(at: BookPosition, keys: BookKeys): Promise<Outcome<DeltaPage>> {
    const n = pageAfter(at.cursor);
    return account.request({
      path: `/v1/pages/${n}`,
      query: { book: at.book },
      read: async (bytes) => decodeDeltaPage(await openBlock(keys, { kind: 'page', n }, bytes)),
      // Sealed as it is, it may lie in the browser's own cache: a full page never changes, and of the last one the
      // store says whether it did.
      cache: 'default',
    });
  }

  async function applyPage(page: DeltaPage, at: BookPosition, keys: BookKeys): Promise<PullStep> {
    // A page that promises more and adds nothing isn't the store's.
    if (page.full && page.to === at.cursor) return ended({ kind: 'server-error' });
    if (page.to === at.cursor) return ended(done);
    const applied = await book.apply(page, { ...at, keys, now: clock.now() });
    return { outcome: done, changed: applied, more: applied && page.full };
  }

  async function step(mayGetBook: boolean): Promise<PullStep> {
    const keys = await account.bookKeys();
    if (!keys) return ended({ kind: 'signed-out' });
    const at = await book.position(keys);
    if (at) {
      const answer = await fetchPage(at, keys);
      // A page that ends before our cursor: the store was put back to an older state, and what we hold may never have
      // happened.
      if (answer.kind === 'ok' && answer.value.to >= at.cursor) return applyPage(answer.value, at, keys);
      if (answer.kind !== 'ok' && !isGone(answer)) return ended(answer);
    }
    if (!mayGetBook) return ended({ kind: 'server-error' });
    const outcome = await getBook(keys);
    const got = outcome.kind === 'ok';
    return { outcome, changed: got, more: got, gotBook: got };
  }

  async function pages(): Promise<PullEnd> {
    let changed = false;
    // A store that gives a book and then won't give its pages would be asked for ever.
    let mayGetBook = true;
    for (;;) {
      const next = await step(mayGetBook);
      changed ||= next.changed;
      mayGetBook &&= !next.gotBook;
      if (!next.more) return { outcome: next.outcome, changed };
    }
  }

  async function pullAll(): Promise<PullEnd> {
    const pulled = await pages();
    if (pulled.outcome.kind !== 'ok') return pulled;
    const mended = await mendBlocks();
    return { outcome: mended.outcome, changed: pulled.changed || mended.changed };
  }

  let flight: Promise<PullEnd> | null = null;
  /** Whoever asks while a pull is on its way gets that one's end: alarms must not queue up behind a long first pull. */
  return (): Promise<PullEnd> => {
    flight ??= exclusive('heed-pull', pullAll).finally(() => {
      flight = null;
    });
    return flight;
  };
}
