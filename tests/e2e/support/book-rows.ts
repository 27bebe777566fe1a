import type { RepBrowser } from './rep-browser';

type Table = 'cards' | 'keys' | 'packs' | 'state' | 'damaged';
type Row = { place?: number; version?: number; bytes?: number[] | number; id?: string };

/** What the extension has on disk of the book, read past it: bytes as numbers. */
export async function bookRows(browser: RepBrowser, table: Table): Promise<Row[]> {
  const page = await extensionPage(browser);
  const rows = await page.evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('heed-book');
      request.onsuccess = () => resolve(request.result);
    });
    const reading = db.transaction(name).objectStore(name).getAll();
    await new Promise((resolve) => {
      reading.onsuccess = resolve;
    });
    db.close();
    return reading.result.map((row) => (row.bytes?.length ? { ...row, bytes: Array.from(row.bytes) } : row));
  }, table);
  await page.close();
  return rows;
}

/** Turns one bit of a block of cards, as a disk does that grows old. */
export async function turnByte(browser: RepBrowser, place: number): Promise<void> {
  const page = await extensionPage(browser);
  await page.evaluate(async (place) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('heed-book');
      request.onsuccess = () => resolve(request.result);
    });
    const cards = db.transaction('cards', 'readwrite').objectStore('cards');
    const reading = cards.get(place);
    await new Promise((resolve, reject) => {
      reading.onerror = reject;
      reading.onsuccess = () => {
        reading.result.bytes[40] ^= 1;
        cards.put(reading.result).onsuccess = resolve;
      };
    });
    db.close();
  }, place);
  await page.close();
}

async function extensionPage({ context, extensionId }: RepBrowser) {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  return page;
}
