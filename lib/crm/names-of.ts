import { LONGEST_NAME, type PageIdentity } from './page-report';

type Names = { name: string; names: Pick<PageIdentity, 'names'> };

/** What a page calls whom it shows: all of them, and where they are several each on their own. */
export function namesOf(people: readonly { name: string | null }[]): Names {
  const each = people.map(({ name }) => (name ?? '').slice(0, LONGEST_NAME));
  const name = each.filter(Boolean).join(', ').slice(0, LONGEST_NAME);
  return { name, names: each.length > 1 ? { names: each } : {} };
}
