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
  const of = (tabId: number) =>
    createStoredValue<TeachSession | null>({
      ...{ area, exclusive, key: `teach:${tabId}`, schema: sessionSchema.nullable(), fallback: null },
    });

  return {
    begin: (tabId: number, origin: string): Promise<unknown> =>
      of(tabId).update((now) =>
        now?.origin === origin ? now : { origin, memory: null, adapter: null, pages: 0 },
      ),

    read: (tabId: number): Promise<TeachSession | null> => of(tabId).read(),

    /** @throws {AppError} `not-allowed` from a page where nobody teaches, or for another site */
    async propose(tabId: number, origin: string, proposal: Proposal): Promise<void> {
      const { adapter } = proposal;
      if (adapter && !isOfHost(adapter, new URL(origin).hostname, 'taught'))
        throw new AppError('not-allowed', 'another site');
      const now = await of(tabId).update((session) =>
        session?.origin === origin ? { ...session, ...proposal } : session,
      );
      if (now?.origin !== origin) throw new AppError('not-allowed', 'nobody teaches here');
    },

    end: (tabId: number): Promise<void> => of(tabId).clear(),
  };
}

export type TeachSessions = ReturnType<typeof createTeachSessions>;
