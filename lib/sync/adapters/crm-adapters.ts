import { z } from 'zod';
import { mayBeSite } from '@/lib/crm/match-page';
import { AppError } from '@/lib/platform/app-error';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import type { Account } from '@/lib/sync/account/account';

type AdaptersDeps = {
  /** on disk; nothing secret */
  area: StorageArea;
  exclusive: Exclusive;
  account: Pick<Account, 'organisation'>;
  builtIn: readonly CrmAdapter[];
};

/**
 * Whose an adapter is: this person's own goes before the organisation's, and that before ours, unless ours is newer.
 * `file`: a person's own that others made, brought from a file.
 */
export type AdapterFrom = 'own' | 'file' | 'organisation' | 'built-in';
/** Nobody here, and none of us, has seen to it that these are right. */
export const FROM_ELSEWHERE: ReadonlySet<AdapterFrom> = new Set(['file', 'organisation']);
export type KnownAdapter = { adapter: CrmAdapter; from: AdapterFrom; off: boolean };

const MOST_OWN = 50;

/** Older ones were kept without a word of where they are from. */
const ownSchema = z.union([
  z.object({ adapter: adapterSchema, imported: z.boolean() }),
  adapterSchema.transform((adapter) => ({ adapter, imported: false })),
]);
type Own = { adapter: CrmAdapter; imported: boolean };

const isCalled = (id: string) => (one: Own) => one.adapter.id === id;

/** One that is switched off still knows its CRM, and nobody there: else its pages would be read as unknown ones. */
const namingNobody = ({ rings: _, ...adapter }: CrmAdapter): CrmAdapter => ({
  ...adapter,
  nobody: [{ path: '/**' }],
  lists: [],
});

/** All adapters there are on this computer, and which of them may read a page. */
export function createCrmAdapters({ area, exclusive, account, builtIn }: AdaptersDeps) {
  const schema = z
    .array(ownSchema.nullable().catch(null))
    .transform((all) => all.filter((one) => one !== null));
  const own = createStoredValue<Own[]>({ area, exclusive, key: 'own-adapters', schema, fallback: [] });

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
      ...(await own.read()).map(({ adapter, imported }) => ({
        ...{ adapter, from: imported ? ('file' as const) : ('own' as const) },
      })),
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
    async forHost(hostname: string): Promise<KnownAdapter[]> {
      const here = (await list()).filter(({ adapter }) => mayBeSite(adapter.site, hostname));
      return [
        ...here.filter(({ off }) => !off),
        ...here.filter(({ off }) => off).map((known) => ({ ...known, adapter: namingNobody(known.adapter) })),
      ];
    },

    /** Whether what an adapter reads was seen to be right: by us, or by the person here who taught it; no file says so. */
    async isProven(id: string): Promise<boolean> {
      // Asked for every page that is opened: the others' are read whole only where one of them may be meant.
      const theirs = (await account.organisation())?.session.adapters ?? [];
      const isReplaced = theirs.some((raw) => raw.id === id) || (await own.read()).some(isCalled(id));
      if (isBuiltIn(id) && !isReplaced) return true;
      return (await list()).some(({ adapter, from }) => adapter.id === id && !FROM_ELSEWHERE.has(from));
    },

    async isOff(id: string): Promise<boolean> {
      return (await account.organisation())?.session.adaptersOff.includes(id) ?? false;
    },

    /**
     * One that a page was taught for on top of a file's is still the file's.
     * @throws {AppError} `bad-input` when there are too many
     */
    async saveOwn(adapter: CrmAdapter, from: 'own' | 'file' = 'own'): Promise<void> {
      await own.update((all) => {
        const others = all.filter((one) => !isCalled(adapter.id)(one));
        if (others.length >= MOST_OWN) throw new AppError('bad-input', 'too many adapters');
        const before = all.find(isCalled(adapter.id));
        const isMoreOfIt = before?.imported && before.adapter.evidence.kind === adapter.evidence.kind;
        return [{ adapter, imported: from === 'file' || isMoreOfIt === true }, ...others];
      });
    },

    async removeOwn(id: string): Promise<void> {
      await own.update((all) => all.filter((one) => !isCalled(id)(one)));
    },
  };
}

export type CrmAdapters = ReturnType<typeof createCrmAdapters>;
