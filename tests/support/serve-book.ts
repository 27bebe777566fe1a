import type { BookMaker } from './book-maker';

/** Bytes under an address of the store, or null: no longer kept. */
export type BookAnswers = (path: string) => Promise<Uint8Array | null>;

/**
 * A store that has what the maker has made by now; the manifest stays the one of this moment.
 * @param buckets how many of the 4,096 to pack
 */
export async function serveBook(
  maker: BookMaker,
  buckets = 64,
  options?: Parameters<BookMaker['snapshot']>[1],
): Promise<BookAnswers> {
  const { manifest, packs } = await maker.snapshot(buckets, options);
  return async (path) => {
    const { pathname, searchParams } = new URL(path, 'http://store');
    const [, , what, id = '', n = ''] = pathname.split('/');
    if (what === 'book') return new TextEncoder().encode(JSON.stringify(manifest));
    if (what === 'packs') return packs.get(id) ?? null;
    if (what === 'pages')
      return searchParams.get('book') === maker.book ? maker.sealedPage(Number(id)) : null;
    return maker.sealedBlock(id === 'cards' ? 'cards' : 'keys', Number(n));
  };
}
