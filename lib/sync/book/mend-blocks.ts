import { z } from 'zod';
import type { StoreBlock } from '@/lib/cache/book-changes';
import type { DamagedRow } from '@/lib/cache/book-db';
import type { BookStore } from '@/lib/cache/book-store';
import { isUnreadable } from '@/lib/platform/app-error';
import type { BookKeys } from '@/lib/protocol/book-keys';
import type { Account } from '@/lib/sync/account/account';
import type { Outcome } from '@/lib/sync/network/transport';
import type { PullEnd } from './pull';

type MendDeps = {
  account: Pick<Account, 'request' | 'bookKeys'>;
  book: Pick<BookStore, 'damaged' | 'mend'>;
};

/** A missing header is no version 0. */
const versionSchema = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** What is said of one block, or of what came for it, must not hold back the others. */
const isOfAll = ({ kind }: Outcome<boolean>) =>
  kind === 'offline' || kind === 'signed-out' || kind === 'retry-later';

/** Fetches each damaged block by itself, as the store has it now. */
export function createMendBlocks({ account, book }: MendDeps) {
  const fetchBlock = ({ kind, n }: DamagedRow): Promise<Outcome<StoreBlock>> =>
    account.request({
      path: `/v1/blocks/${kind}/${n}`,
      read: (bytes, headers) => ({ version: versionSchema.parse(headers.get('x-heed-version')), bytes }),
    });

  /** @returns whether the block is mended; it isn't where the store's own is older than the book that is here */
  async function mend(name: DamagedRow, keys: BookKeys): Promise<Outcome<boolean>> {
    const answer = await fetchBlock(name);
    if (answer.kind !== 'ok') return answer;
    try {
      return { kind: 'ok', value: await book.mend(name, answer.value, keys) };
    } catch (error) {
      // What came isn't that block either.
      if (isUnreadable(error)) return { kind: 'server-error' };
      throw error;
    }
  }

  return async (): Promise<PullEnd> => {
    let changed = false;
    let end: Outcome<null> = { kind: 'ok', value: null };
    for (const name of await book.damaged()) {
      const keys = await account.bookKeys();
      const outcome: Outcome<boolean> = keys ? await mend(name, keys) : { kind: 'signed-out' };
      if (outcome.kind === 'ok') changed ||= outcome.value;
      else end = outcome;
      if (isOfAll(outcome)) break;
    }
    return { outcome: end, changed };
  };
}

export type MendBlocks = ReturnType<typeof createMendBlocks>;
