import type { CrmSite } from '@/lib/protocol/crm-adapter';

const MOST_NAMED = 3;

/** `a.example, b.example, c.example and 4 more`; without a host it goes by what its pages look like. */
export function placesOf(
  { hosts, signature }: CrmSite,
  words: { more: (n: number) => string; lookalikes: string; join: string },
): string {
  const more = hosts.length - MOST_NAMED;
  const named = hosts.slice(0, MOST_NAMED).join(', ') + (more > 0 ? words.more(more) : '');
  const lookalikes = signature === null ? [] : [words.lookalikes];
  return [...(named ? [named] : []), ...lookalikes].join(words.join);
}
