/** How many digits the currency has after the point. */
function digitsOf(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** An amount as somebody types it, `12.50` or `12,5`, in minor units; null for anything else. */
export function parseMoney(text: string, currency: string): number | null {
  const match = /^\s*(\d{1,7})(?:[.,](\d{1,3}))?\s*$/.exec(text);
  if (!match) return null;
  const digits = digitsOf(currency);
  const [, whole = '', part = ''] = match;
  if (part.length > digits) return null;
  return Number(whole) * 10 ** digits + Number(part.padEnd(digits, '0') || '0');
}

/** The same the other way: what stands in the field at first. */
export function moneyText(minor: number, currency: string): string {
  const digits = digitsOf(currency);
  const text = (minor / 10 ** digits).toFixed(digits);
  return text.replace(/\.0+$/, '');
}
