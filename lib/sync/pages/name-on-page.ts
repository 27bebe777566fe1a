import type { PageIdentity } from '@/lib/crm/page-report';
import { numbersOf, type PersonFound } from './look-up-people';

/** What the page calls those of its people who have this card, or none; mostly one, and one name. */
export function nameOnPage(
  { name, names }: Pick<PageIdentity, 'name' | 'names'>,
  found: readonly PersonFound[],
  number: number | null,
): string {
  if (!names) return name;
  const theirs = names.filter((_, i) => {
    const numbers = numbersOf(found[i] ?? []).flatMap((one) => one.numbers);
    return number === null ? numbers.length === 0 : numbers.includes(number);
  });
  return [...new Set(theirs.filter(Boolean))].join(', ');
}
