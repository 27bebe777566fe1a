import { GENERIC } from '@/lib/crm/generic/generic-reader';
import { isOfHost } from '@/lib/crm/teach/is-of-host';
import { joinTaught } from '@/lib/crm/teach/join-taught';
import { ownAdapterId } from '@/lib/crm/teach/own-id';
import type { RawIdentifier } from '@/lib/domain/identifier';
import { teachMemorySchema } from '@/lib/messaging/teach-methods';
import { AppError } from '@/lib/platform/app-error';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import type { CrmAdapters } from './crm-adapters';
import { numbersOf, type PeopleFound } from './look-up-people';
import type { Shown } from './tab-state';

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

/** What is learned, site by site, from the answers of the person here to "is this right?" and "which one is it?". */
export function createLearnedSites({ area, exclusive, adapters, lookUp, look }: LearnedSitesDeps) {
  /** by tab, while its page is looked at */
  const asking = new Map<number, Asked & { origin: string }>();
  const of = (hostname: string) =>
    createStoredValue<string | null>({
      ...{
        area,
        exclusive,
        key: `learned:${hostname}`,
        schema: teachMemorySchema.nullable(),
        fallback: null,
      },
    });

  const knownOf = async (id: string) => {
    const known = (await adapters.list()).find(({ adapter }) => adapter.id === id);
    return known?.adapter ?? null;
  };

  /** By what the page names whom a person said it is; null where it may mean several by it. */
  async function personOf(
    people: RawIdentifier[][],
    cardNumber: number | null,
  ): Promise<RawIdentifier[] | null> {
    const [only, ...more] = people;
    if (only && more.length === 0) return only;
    if (cardNumber === null) return null;
    const found = await lookUp(people);
    const theirs = people.filter((_, i) =>
      numbersOf(found.people[i] ?? []).some(({ numbers }) => numbers.includes(cardNumber)),
    );
    return theirs.length === 1 ? (theirs[0] ?? null) : null;
  }

  async function take(origin: string, { memory, adapter }: Learned): Promise<boolean> {
    const { hostname } = new URL(origin);
    if (adapter && !isOfHost(adapter, hostname, 'learned')) throw new AppError('not-allowed', 'another site');
    await of(hostname).update(() => memory);
    if (!adapter) return false;
    const before = await knownOf(adapter.id);
    // What a person taught, or imported, says more than what follows from answers.
    if (before && before.evidence.kind !== 'learned') return false;
    const joined = joinTaught(before, adapter);
    if (saysTheSame(before, joined)) return false;
    await adapters.saveOwn({ ...joined, version: (before?.version ?? 0) + 1 });
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
      const customer = await personOf(identity.people, cardNumber);
      if (!customer) return false;
      asking.set(tabId, { origin, customer, memory: await of(new URL(origin).hostname).read() });
      const learned = await look(tabId).finally(() => asking.delete(tabId));
      return learned !== null && take(origin, learned);
    },

    /** What was learned of a host is wrong, or not wanted: its answers teach from the beginning again. */
    async forget(hostname: string): Promise<void> {
      await of(hostname).clear();
      const id = ownAdapterId(hostname);
      if ((await knownOf(id))?.evidence.kind === 'learned') await adapters.removeOwn(id);
    },
  };
}

export type LearnedSites = ReturnType<typeof createLearnedSites>;
