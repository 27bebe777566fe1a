import type { BookSession } from './book-session';
import { type Figure, quantile } from './figure';

const ROUNDS = 2000;
const LISTS = 100;

/** From three identifiers to the decoded card, beside two bare reads of IndexedDB in the same run; and fifty at once. */
export async function measureLookup({ book, browser }: BookSession): Promise<Figure[]> {
  const { customers } = book.manifest;
  await browser.call('pull');
  await browser.call('lookups', customers, 100);
  const { ours, bare } = await browser.call('lookups', customers, ROUNDS);
  const lists = await browser.call('lists', customers, LISTS);
  const figure = (name: string, p: number): Figure => {
    const [value, baseline] = [quantile(ours, p), quantile(bare, p)];
    return { name, value, unit: 'ms', baseline, ratio: value / baseline };
  };
  const [list, one] = [quantile(lists, 0.5), quantile(ours, 0.5)];
  return [
    figure('lookup.p50', 0.5),
    figure('lookup.p99', 0.99),
    { name: 'lookup.list50', value: list, unit: 'ms', baseline: one, ratio: list / one },
  ];
}
