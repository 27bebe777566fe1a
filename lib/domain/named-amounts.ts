/** A sum of money in a text: how much, in the currency's smallest unit, and where it stands. */
export type NamedAmount = { minor: number; start: number; end: number };

const FIGURES = String.raw`\d{1,3}(?:[.,\u00A0\u202F ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?`;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The name of a currency without its country: `dollars`, `dólares`, `euro`. */
function namesOf(currency: string): string[] {
  const name = (locale: string, n: number) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'name' })
      .formatToParts(n)
      .find(({ type }) => type === 'currency')?.value ?? '';
  const english = [1, 2].map((n) => name('en', n).split(' ').at(-1) ?? '');
  const spanish = [1, 2].map((n) => name('es', n).split(' ')[0] ?? '');
  return [...english, ...spanish].filter((word) => word.length > 2);
}

function signsOf(currency: string): string[] {
  const symbol = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(1)
    .find(({ type }) => type === 'currency')?.value;
  return [...new Set([currency, ...(symbol ? [symbol] : []), ...namesOf(currency)])];
}

/** `1.200,50`, `1,200.50` and `1200.5` are the same; a point before three digits parts thousands. */
function minorOf(figures: string, digits: number): number {
  const [, whole = figures, cents = ''] = /^(.*)[.,](\d{1,2})$/.exec(figures) ?? [];
  const units = Number(whole.replace(/\D/g, ''));
  return Math.round((units + Number(`0.${cents || '0'}`)) * 10 ** digits);
}

/** The sums of this currency that a text names in figures, in its order. Sums in words are not seen. */
export function namedAmounts(text: string, currency: string): NamedAmount[] {
  const sign = signsOf(currency)
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
  const before = `(?<![\\p{L}\\d])(?:${sign})\\s?(${FIGURES})(?![\\d])`;
  const after = `(?<![\\d.,])(${FIGURES})\\s?(?:${sign})(?!\\p{L})`;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return [...text.matchAll(new RegExp(`${before}|${after}`, 'giu'))].map((found) => ({
    minor: minorOf(found[1] ?? found[2] ?? '', digits),
    start: found.index,
    end: found.index + found[0].length,
  }));
}
