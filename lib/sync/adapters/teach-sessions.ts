import { z } from 'zod';
import { isOfHost } from '@/lib/crm/teach/is-of-host';
import { teachMemorySchema } from '@/lib/messaging/teach-methods';
import { AppError } from '@/lib/platform/app-error';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';

const sessionSchema = z.object({
  /** of the page on which it began; on any other there is nothing to teach */
  origin: z.string(),
  memory: teachMemorySchema.nullable(),
  adapter: adapterSchema.nullable(),
  pages: z.int(),
});
export type TeachSession = z.infer<typeof sessionSchema>;

type Proposal = { memory: string; adapter: CrmAdapter | null; pages: number };

/** Where somebody is teaching, tab by tab; in session storage. What a page's script proposes waits here for a person's word. */
export function createTeachSessions({ area, exclusive }: { area: StorageArea; exclusive: Exclusive }) {
  const stored = createStoredValue<Record<string, TeachSession>>({
    ...{ area, exclusive, key: 'teach', schema: z.record(z.string(), sessionSchema), fallback: {} },
  });

  return {
    begin: (tabId: number, origin: string): Promise<unknown> =>
      stored.update((all) =>
        all[tabId]?.origin === origin
          ? all
          : { ...all, [tabId]: { origin, memory: null, adapter: null, pages: 0 } },
      ),

    read: async (tabId: number): Promise<TeachSession | null> => (await stored.read())[tabId] ?? null,

    /** @throws {AppError} `not-allowed` from a page where nobody teaches, or for another site */
    async propose(tabId: number, origin: string, proposal: Proposal): Promise<void> {
      const { adapter } = proposal;
      if (adapter && !isOfHost(adapter, new URL(origin).hostname, 'taught'))
        throw new AppError('not-allowed', 'another site');
      const all = await stored.update((before) => {
        const session = before[tabId];
        return session?.origin === origin ? { ...before, [tabId]: { ...session, ...proposal } } : before;
      });
      const now = all[tabId];
      if (now?.origin !== origin) throw new AppError('not-allowed', 'nobody teaches here');
    },

    end: async (tabId: number): Promise<void> => {
      await stored.update(({ [tabId]: _, ...others }) => others);
    },

    /** What was pointed at has customers in it. */
    forgetAll: (): Promise<void> => stored.clear(),
  };
}

export type TeachSessions = ReturnType<typeof createTeachSessions>;
