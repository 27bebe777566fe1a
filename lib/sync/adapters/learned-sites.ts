import { z } from 'zod';
import { GENERIC } from '@/lib/crm/generic/generic-reader';
import { isOfHost } from '@/lib/crm/teach/is-of-host';
import { joinTaught } from '@/lib/crm/teach/join-taught';
import type { RawIdentifier } from '@/lib/domain/identifier';
import { teachMemorySchema } from '@/lib/messaging/teach-methods';
import { AppError } from '@/lib/platform/app-error';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { numbersOf, type PeopleFound } from '@/lib/sync/pages/look-up-people';
import type { LookedUp } from '@/lib/sync/pages/resolve-page';
import type { Shown } from '@/lib/sync/pages/tab-state';
import type { CrmAdapters } from './crm-adapters';

type LearnedSitesDeps = {
  /** in memory: what was learned holds customers' addresses and numbers */
  area: StorageArea;
  exclusive: Exclusive;
  adapters: Pick<CrmAdapters, 'list' | 'saveOwn' | 'removeOwn'>;
  lookUp(people: readonly (readonly RawIdentifier[])[]): Promise<PeopleFound>;
  /** looks at the page that a tab has open, for what the answer {@link LearnedSites.asked} teaches; null for nothing */
  look(tabId: number): Promise<Learned | null>;
};

export type Learned = { memory: string; adapter: CrmAdapter | null };
/** What was learned before, and by what the page names whom a person said it is. */
type Asked = { memory: string | null; customer: RawIdentifier[] };

const saysTheSame = (one: CrmAdapter | null, other: CrmAdapter) =>
  one !== null && JSON.stringify([one.pages, one.agent]) === JSON.stringify([other.pages, other.agent]);

/** By what the page names whom a person said it is; null where it may mean several by it, or another by a part of it. */
async function personOf(
  lookUp: LearnedSitesDeps['lookUp'],
  people: RawIdentifier[][],
  cardNumber: number | null,
): Promise<RawIdentifier[] | null> {
  if (cardNumber === null) return people.length === 1 ? (people[0] ?? null) : null;
  const found = (await lookUp(people)).people.map(numbersOf);
  const isTheirs = ({ numbers }: LookedUp) => numbers.includes(cardNumber);
  const theirs = people.flatMap((person, i) => (found[i]?.some(isTheirs) ? [{ person, ids: found[i] }] : []));
  const [only, ...more] = theirs;
  if (!only || more.length > 0) return null;
  return only.ids.every((id) => id.numbers.length === 0 || isTheirs(id)) ? only.person : null;
}

/** What is learned, site by site, from the answers of the person here to "is this right?" and "which one is it?". */
export function createLearnedSites({ area, exclusive, adapters, lookUp, look }: LearnedSitesDeps) {
  /** by tab, while its page is looked at */
  const asking = new Map<number, Asked & { origin: string }>();
  /** by origin: two ports of a host may be two systems */
  const stored = createStoredValue<Record<string, string>>({
    ...{ area, exclusive, key: 'learned', schema: z.record(z.string(), teachMemorySchema), fallback: {} },
  });

  async function take(origin: string, { memory, adapter }: Learned): Promise<boolean> {
    if (adapter && !isOfHost(adapter, new URL(origin).hostname, 'learned'))
      throw new AppError('not-allowed', 'another site');
    await stored.update((all) => ({ ...all, [origin]: memory }));
    if (!adapter) return false;
    const known = (await adapters.list()).find((one) => one.adapter.id === adapter.id);
    // What a person taught or imported, and what the organisation has, says more than what follows from answers.
    if (known && (known.from !== 'own' || known.adapter.evidence.kind !== 'learned')) return false;
    const before = known?.adapter ?? null;
    const joined = joinTaught(before, adapter);
    if (saysTheSame(before, joined)) return false;
    await adapters.saveOwn({ ...joined, version: (before?.version ?? 0) + 1 }, 'own');
    return true;
  }

  return {
    /** For the script that looks at a tab's page, while it does. */
    asked(tabId: number, origin: string): Asked | null {
      const here = asking.get(tabId);
      return here?.origin === origin ? { memory: here.memory, customer: here.customer } : null;
    },

    /**
     * A person has said who the customer on a page is: what that teaches is kept.
     * @param cardNumber whom they chose; null where there was one to say yes to
     * @returns whether the site's pages are read in another way from now on
     * @throws {AppError} `not-allowed` for an adapter of another site; `bad-input` when there are too many
     */
    async learn(tabId: number, { origin, identity }: Shown, cardNumber: number | null): Promise<boolean> {
      if (identity.adapter !== GENERIC.id || asking.has(tabId)) return false;
      const customer = await personOf(lookUp, identity.people, cardNumber);
      if (!customer) return false;
      const asked = { origin, customer, memory: (await stored.read())[origin] ?? null };
      asking.set(tabId, asked);
      try {
        const learned = await look(tabId);
        const isForgotten = asking.get(tabId) !== asked;
        return learned !== null && !isForgotten && (await take(origin, learned));
      } finally {
        asking.delete(tabId);
      }
    },

    /** What was learned of a host is wrong, or not wanted: the answers on all its ports teach from the beginning again. */
    async forget({ id, site }: Pick<CrmAdapter, 'id' | 'site'>): Promise<void> {
      const isOther = (origin: string) => !site.hosts.includes(new URL(origin).hostname);
      await stored.update((all) =>
        Object.fromEntries(Object.entries(all).filter(([origin]) => isOther(origin))),
      );
      await adapters.removeOwn(id);
    },

    /** All that somebody answered, with the customers in it; not what follows from it, which names nobody. */
    async forgetAll(): Promise<void> {
      asking.clear();
      await stored.clear();
    },
  };
}

export type LearnedSites = ReturnType<typeof createLearnedSites>;
