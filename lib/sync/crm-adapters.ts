import { z } from 'zod';
import { mayBeSite } from '@/lib/crm/match-page';
import { AppError } from '@/lib/platform/app-error';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import type { Account } from './account';

type AdaptersDeps = {
  /** on disk; nothing secret */
  area: StorageArea;
  exclusive: Exclusive;
  account: Pick<Account, 'organisation'>;
  builtIn: readonly CrmAdapter[];
};

/** Whose an adapter is: this person's own goes before the organisation's, and that before ours, unless ours is newer. */
export type AdapterFrom = 'own' | 'organisation' | 'built-in';
export type KnownAdapter = { adapter: CrmAdapter; from: AdapterFrom; off: boolean };

const MOST_OWN = 50;

/** One that is switched off still knows its CRM, and nobody there: else its pages would be read as unknown ones. */
const namingNobody = ({ rings: _, ...adapter }: CrmAdapter): CrmAdapter => ({
  ...adapter,
  nobody: [{ path: '/**' }],
  lists: [],
});

/** All adapters there are on this computer, and which of them may read a page. */
export function createCrmAdapters({ area, exclusive, account, builtIn }: AdaptersDeps) {
  const schema = z
    .array(adapterSchema.nullable().catch(null))
    .transform((all) => all.filter((adapter) => adapter !== null));
  const own = createStoredValue<CrmAdapter[]>({ area, exclusive, key: 'own-adapters', schema, fallback: [] });

  /** One that this Heed can't read (a newer store has it) is left out alone, as it is of a person's own. */
  async function ofOrganisation(): Promise<{ adapters: CrmAdapter[]; off: ReadonlySet<string> }> {
    const session = (await account.organisation())?.session;
    const adapters = (session?.adapters ?? []).flatMap((raw) => adapterSchema.safeParse(raw).data ?? []);
    return { adapters, off: new Set(session?.adaptersOff) };
  }

  const isBuiltIn = (id: string) => builtIn.some((adapter) => adapter.id === id);

  /**
   * The first of several with one id counts: a person may mend what the organisation or we have wrong. What the
   * organisation mended gives way to a newer one of ours.
   */
  async function list(): Promise<KnownAdapter[]> {
    const { adapters, off } = await ofOrganisation();
    const newest = (id: string) => builtIn.find((adapter) => adapter.id === id)?.version ?? 0;
    const all = [
      ...(await own.read()).map((adapter) => ({ adapter, from: 'own' as const })),
      ...adapters
        .filter(({ id, version }) => version >= newest(id))
        .map((adapter) => ({ adapter, from: 'organisation' as const })),
      ...builtIn.map((adapter) => ({ adapter, from: 'built-in' as const })),
    ];
    const known = new Map<string, KnownAdapter>();
    for (const { adapter, from } of all)
      if (!known.has(adapter.id)) known.set(adapter.id, { adapter, from, off: off.has(adapter.id) });
    return [...known.values()];
  }

  return {
    list,

    /** Those that may read pages of this host: by its name, or by what only the page can tell. In the order of their say. */
    async forHost(hostname: string): Promise<CrmAdapter[]> {
      const here = (await list()).filter(({ adapter }) => mayBeSite(adapter.site, hostname));
      return [
        ...here.filter(({ off }) => !off).map(({ adapter }) => adapter),
        ...here.filter(({ off }) => off).map(({ adapter }) => namingNobody(adapter)),
      ];
    },

    /** Whether what an adapter reads was seen to be right: by us, or by the person here who taught it. */
    async isProven(id: string): Promise<boolean> {
      // Asked for every page that is opened: the others' are read whole only where one of them may be meant.
      const theirs = (await account.organisation())?.session.adapters ?? [];
      if (isBuiltIn(id) && !theirs.some((raw) => raw.id === id)) return true;
      return (await list()).some(({ adapter, from }) => adapter.id === id && from !== 'organisation');
    },

    async isOff(id: string): Promise<boolean> {
      return (await account.organisation())?.session.adaptersOff.includes(id) ?? false;
    },

    /** @throws {AppError} `bad-input` when there are too many */
    async saveOwn(adapter: CrmAdapter): Promise<void> {
      await own.update((all) => {
        const others = all.filter(({ id }) => id !== adapter.id);
        if (others.length >= MOST_OWN) throw new AppError('bad-input', 'too many adapters');
        return [adapter, ...others];
      });
    },

    async removeOwn(id: string): Promise<void> {
      await own.update((all) => all.filter((adapter) => adapter.id !== id));
    },
  };
}

export type CrmAdapters = ReturnType<typeof createCrmAdapters>;
