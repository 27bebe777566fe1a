import type { BookPosition } from '@/lib/cache/book-changes';
import type { BookStore } from '@/lib/cache/book-store';
import { AppError } from '@/lib/platform/app-error';

/** Only what a pull does with the book at hand; the real one is tested where there is an IndexedDB. */
export function createMemoryBook() {
  const state: { at: BookPosition | null; packs: Set<string>; applied: number[]; damaged: number[] } = {
    ...{ at: null, packs: new Set(), applied: [], damaged: [] },
  };
  const store: Pick<
    BookStore,
    'position' | 'apply' | 'begin' | 'putPack' | 'bytesHere' | 'finish' | 'damaged' | 'mend'
  > = {
    position: async () => state.at,
    apply: async (page, { book, cursor }) => {
      if (state.at?.book !== book || state.at.cursor !== cursor) return false;
      state.at = { book, cursor: page.to };
      state.applied.push(page.to);
      return true;
    },
    begin: async ({ packs }) => packs.filter((pack) => !state.packs.has(pack.id)),
    putPack: async (pack) => {
      state.packs.add(pack.id);
      return true;
    },
    bytesHere: async () => 0,
    finish: async ({ book, version }) => {
      state.at = { book, cursor: version };
      return true;
    },
    damaged: async () => state.damaged.map((n) => ({ kind: 'cards', n })),
    mend: async ({ n }, { bytes }) => {
      if (bytes.length < 28) throw new AppError('damaged');
      state.damaged = state.damaged.filter((d) => d !== n);
      return true;
    },
  };
  return { state, store };
}
