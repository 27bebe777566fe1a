import { createBookProgress } from '@/lib/sync/book/book-progress';
import { createGetBook } from '@/lib/sync/book/get-book';
import { createMendBlocks } from '@/lib/sync/book/mend-blocks';
import { createPull } from '@/lib/sync/book/pull';
import { createMemoryArea } from './memory-area';

type PullOf = Parameters<typeof createPull>[0];
type GetBookOf = Parameters<typeof createGetBook>[0];
type MendOf = Parameters<typeof createMendBlocks>[0];

/** What a pull is made of, less what it makes for itself. */
export type PullParts = Pick<PullOf, 'account' | 'exclusive' | 'clock'> &
  Pick<GetBookOf, 'transport' | 'patience'> & {
    progress?: GetBookOf['progress'];
    book: PullOf['book'] & GetBookOf['book'] & MendOf['book'];
  };

/** The whole way down, put together as the background does it. */
export function makePull({ account, transport, book, exclusive, clock, ...rest }: PullParts) {
  const unheard = () => createBookProgress({ area: createMemoryArea(), exclusive, clock, onChange() {} });
  const { progress = unheard(), ...patience } = rest;
  const getBook = createGetBook({ account, transport, book, progress, clock, ...patience });
  const mendBlocks = createMendBlocks({ account, book });
  return createPull({ account, book, getBook, mendBlocks, exclusive, clock });
}
