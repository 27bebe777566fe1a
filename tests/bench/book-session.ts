import { type BenchBrowser, openBenchBrowser } from './bench-browser';
import { type GeneratedBook, generateBook } from './generate-book';
import { LOOKUP_SECRET } from './generated-keys';

/** A book of so many customers, a store's worth of HTTP that has it, and a browser whose worker may fetch it. */
export type BookSession = {
  book: GeneratedBook;
  browser: BenchBrowser;
  /** publishes a page of so many changes; the next pull gets it */
  publish(count: number): Promise<void>;
  close(): Promise<void>;
};

/** @param customers how many the book has */
export async function openBookSession(customers: number, profile: boolean): Promise<BookSession> {
  console.error(`A book of ${customers.toLocaleString('en')} generated customers is being made…`);
  const book = await generateBook(customers);
  const first = await book.emptyPage(0);
  const pages = new Map([[first.n, first.bytes]]);
  const browser = await openBenchBrowser((request, response) => {
    const [, , what, id = ''] = request.url?.split(/[/?]/) ?? [];
    const bytes = what === 'pages' ? pages.get(Number(id)) : book.pack(id);
    if (what === 'book') return response.end(JSON.stringify(book.manifest));
    return bytes ? response.end(bytes) : response.writeHead(404).end();
  }, profile);
  await browser.call('open', LOOKUP_SECRET);
  return {
    book,
    browser,
    async publish(count) {
      for (const { n, bytes } of [await book.page(count), await book.emptyPage(count)]) pages.set(n, bytes);
    },
    close: browser.close,
  };
}
