import type { BookStore } from '@/lib/cache/book-store';
import type { LevelsAnswer, ListLevel } from '@/lib/crm/lists/list-levels';
import { badgeLevel } from '@/lib/domain/badge-level';
import type { Card } from '@/lib/domain/card';
import type { RawIdentifier } from '@/lib/domain/identifier';
import type { StoredValue } from '@/lib/platform/stored-value';
import type { Account } from '@/lib/sync/account/account';
import type { PolicySource } from '@/lib/sync/account/policy';
import { createPeopleLookup, numbersOf } from './look-up-people';
import type { LookupPace } from './lookup-pace';
import { resolvePage } from './resolve-page';

/** Badges in the CRM's lists, as this computer has them set; and when last a page wanted too many. */
export type ListSettings = { shown: boolean; pausedAt: string | null };

type LevelsDeps = {
  account: Pick<Account, 'organisation' | 'bookKeys'>;
  book: Pick<BookStore, 'lookup' | 'getAll'>;
  pace: Pick<LookupPace, 'admit'>;
  settings: Pick<StoredValue<ListSettings>, 'read' | 'update'>;
  policy: PolicySource;
  /** ISO, real time */
  now: () => string;
};

function levelOf(card: Card | null | undefined): ListLevel | null {
  const level = card ? badgeLevel(card.risk.level) : 'unknown';
  return level === 'at-risk' || level === 'watch' ? level : null;
}

/** What stands beside customers in a list. All of one message are looked up at once: two reads, however many they are. */
export function createPageLevels({ account, book, pace, settings, policy, now }: LevelsDeps) {
  const lookUp = createPeopleLookup({ account, book });

  async function levelsOf(people: readonly (readonly RawIdentifier[])[]): Promise<(ListLevel | null)[]> {
    const keys = await account.bookKeys();
    if (!keys) return people.map(() => null);
    const found = await lookUp(people);
    const resolved = found.people.map((person) => resolvePage([numbersOf(person)]));
    // Whoever could be several is nobody here: there is no room to ask.
    const numbers = resolved.map((one) => (one.state === 'customer' ? one.number : null));
    const wanted = [...new Set(numbers.filter((number) => number !== null))];
    const cards = await book.getAll(wanted, keys);
    const byNumber = new Map(wanted.map((number, i) => [number, cards[i]]));
    return numbers.map((number) => (number === null ? null : levelOf(byNumber.get(number))));
  }

  return async (tabId: number, people: readonly (readonly RawIdentifier[])[]): Promise<LevelsAnswer> => {
    const { shown } = await settings.read();
    const { badgesInPages } = await policy.read();
    if (!shown || !badgesInPages || (await account.bookKeys()) === null) return { state: 'off' };
    const { admitted, wait } = await pace.admit(tabId, people);
    if (wait !== null) await settings.update((before) => ({ ...before, pausedAt: now() }));
    const levels = admitted > 0 ? await levelsOf(people.slice(0, admitted)) : [];
    return { state: 'levels', levels, wait };
  };
}
