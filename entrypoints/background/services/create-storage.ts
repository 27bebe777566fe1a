import { z } from 'zod';
import { watchBlockedOpen } from '@/lib/cache/blocked-open';
import { BookDb } from '@/lib/cache/book-db';
import { createBookStore } from '@/lib/cache/book-store';
import { createConflicts } from '@/lib/cache/conflicts';
import { createDetails } from '@/lib/cache/details';
import { DetailsDb } from '@/lib/cache/details-db';
import { createDrafts } from '@/lib/cache/drafts';
import { createDropOldRows } from '@/lib/cache/drop-old-rows';
import { createHandBack } from '@/lib/cache/hand-back';
import { createHeldCalls } from '@/lib/cache/held-calls';
import { createKeptModel } from '@/lib/cache/kept-model';
import { NotesDb } from '@/lib/cache/notes-db';
import { createNotesMeta } from '@/lib/cache/notes-meta';
import { createOutbox } from '@/lib/cache/outbox';
import { createOutboxRows } from '@/lib/cache/outbox-rows';
import { createTakeBack } from '@/lib/cache/take-back';
import { createUserKeys } from '@/lib/cache/user-key';
import { createStoredValue } from '@/lib/platform/stored-value';
import { createLook } from '@/lib/sync/account/look';
import { createPolicy } from '@/lib/sync/account/policy';
import { DEFAULT_SERVER } from '@/lib/sync/network/server-address';
import { createStorageWitness } from '@/lib/sync/notes/storage-witness';
import type { ListSettings } from '@/lib/sync/pages/page-levels';
import { exclusive, localArea, managedArea } from '../browser-storage';
import { clock, logError } from './shared';

/** What is on this computer: databases, and what was set. */
export function createStorage() {
  const notesDb = new NotesDb();
  const userKeys = createUserKeys(notesDb);
  const rows = createOutboxRows(notesDb, userKeys);
  const meta = createNotesMeta(notesDb, userKeys);
  const serverUrl = {
    area: localArea,
    exclusive,
    key: 'serverUrl',
    schema: z.url(),
    fallback: DEFAULT_SERVER,
  };
  return {
    policy: createPolicy({ managed: managedArea, area: localArea, exclusive }),
    details: createDetails(new DetailsDb()),
    book: createBookStore(new BookDb(), logError),
    meta,
    witness: createStorageWitness({ area: localArea, exclusive, clock, clientId: meta.clientId }),
    drafts: createDrafts(notesDb, userKeys),
    notesOpening: watchBlockedOpen(notesDb),
    dropOldRows: createDropOldRows(notesDb, clock),
    held: createHeldCalls(notesDb),
    handBack: createHandBack(notesDb, userKeys),
    outbox: createOutbox(notesDb, rows),
    keptModel: createKeptModel(notesDb, userKeys),
    conflicts: createConflicts(notesDb, rows),
    takeBack: createTakeBack(notesDb, rows, userKeys),
    server: createStoredValue<string>(serverUrl),
    look: createLook({ area: localArea, exclusive }),
    lists: createStoredValue<ListSettings>({
      ...{ area: localArea, exclusive, key: 'lists' },
      schema: z.object({ shown: z.boolean(), pausedAt: z.string().nullable() }),
      fallback: { shown: true, pausedAt: null },
    }),
  };
}

export type Storage = ReturnType<typeof createStorage>;
