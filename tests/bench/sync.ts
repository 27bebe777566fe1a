import type { BenchBrowser } from './bench-browser';
import type { BookSession } from './book-session';
import { type Figure, quantile } from './figure';

const ROWS_MEASURED = 50_000;
const ROUNDS = 3;

/** How much more the worker's process had at its height than before. */
async function withMemory<T>(
  browser: BenchBrowser,
  work: () => Promise<T>,
): Promise<{ value: T; bytes: number }> {
  const before = await browser.memoryBytes();
  let most = before;
  const timer = setInterval(async () => {
    most = Math.max(most, await browser.memoryBytes());
  }, 100);
  try {
    return { value: await work(), bytes: most - before };
  } finally {
    clearInterval(timer);
  }
}

/** A first sync of the whole book, beside fetching and storing the same bytes as they are, and beside a row per customer. */
export async function measureSync({ book, browser }: BookSession): Promise<Figure[]> {
  const { customers, packs } = book.manifest;
  const transferred = packs.reduce((sum, pack) => sum + pack.bytes, 0);
  const { value: first, bytes: memory } = await withMemory(browser, () => browser.call('pull'));
  const disk = browser.diskBytes();
  const [ours, blobs] = [[first], [await browser.call('storeBlobs')]];
  // In turns, so that both meet the same machine.
  for (let i = 1; i < ROUNDS; i += 1) {
    await browser.call('clear');
    ours.push(await browser.call('pull'));
    blobs.push(await browser.call('storeBlobs'));
  }
  const [value, baseline] = [quantile(ours, 0.5), quantile(blobs, 0.5)];
  const rowsOf = Math.min(customers, ROWS_MEASURED);
  const rows = (await browser.call('storeRows', rowsOf)) * (customers / rowsOf);
  const plain = book.plainBytes;
  return [
    { name: 'sync.customers', value: customers, unit: '' },
    { name: 'sync.first', value, unit: 'ms', baseline, ratio: value / baseline },
    { name: 'sync.first.rows', value, unit: 'ms', baseline: rows, ratio: value / rows },
    ...[
      { name: 'sync.transfer', bytes: transferred, than: plain },
      { name: 'sync.disk', bytes: disk, than: transferred },
    ].map(({ name, bytes, than }) => ({
      ...{ name, value: bytes / 1e6, unit: 'MB', baseline: than / 1e6, ratio: bytes / than },
    })),
    { name: 'sync.memory', value: memory / 1e6, unit: 'MB' },
  ];
}
