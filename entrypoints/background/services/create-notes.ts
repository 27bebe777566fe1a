import { createCustomerDetail } from '@/lib/sync/customer/customer-detail';
import { createNoteBegin } from '@/lib/sync/notes/begin-note';
import { createCalls } from '@/lib/sync/notes/calls';
import { createDraftWords } from '@/lib/sync/notes/draft-words';
import { createDraftWrites } from '@/lib/sync/notes/draft-writes';
import { createOutboxExport } from '@/lib/sync/notes/export-outbox';
import { createNotesImport } from '@/lib/sync/notes/import-notes';
import { createNoteEdits } from '@/lib/sync/notes/note-edits';
import { createSaveNote } from '@/lib/sync/notes/save-note';
import { createSeenRevisions } from '@/lib/sync/notes/seen-revisions';
import { createUnsentNotes } from '@/lib/sync/notes/unsent-notes';
import { createAccountKinds } from '@/lib/sync/phone/account-kinds';
import { createPhone } from '@/lib/sync/phone/phone';
import { createRingSlots } from '@/lib/sync/phone/ring-slots';
import { createReasonModels } from '@/lib/sync/reasons/reason-models';
import { createSuggestions } from '@/lib/sync/reasons/suggestions';
import { createSidebarView } from '@/lib/sync/sidebar-view';
import { askPage } from '../ask-page';
import { exclusive } from '../browser-storage';
import type { Network } from './create-network';
import type { Pages } from './create-pages';
import type { Storage } from './create-storage';
import type { Sync } from './create-sync';
import { clock, logError, session } from './shared';

/** Calls, their notes, and what a sidebar shows of them. */
export function createNotes(
  storage: Storage,
  { account, kept }: Network,
  { pages, sync }: { pages: Pages; sync: Sync },
) {
  const { book, drafts, outbox, conflicts, keptModel, meta } = storage;
  const { slots, tabs, rings } = pages;
  const words = createDraftWords({ ...session, drafts });
  const seen = createSeenRevisions(session);
  const model = createReasonModels({ account, kept: keptModel, logError });
  const suggestions = createSuggestions({ ...session, account, drafts, model });
  const begin = createNoteBegin({ account, drafts, words, exclusive, clock });
  const base = { account, begin, drafts, words, seen, suggestions, slots, exclusive, clock };
  const calls = createCalls(base);
  const ringSlots = createRingSlots({
    ...{ account, book, accountKinds: createAccountKinds({ account, adapters: pages.adapters }) },
  });
  const phone = createPhone({ account, drafts, rings, ringSlots, calls });
  return {
    suggestions,
    calls,
    phone,
    writeDraft: createDraftWrites(base),
    save: createSaveNote({ ...base, clientId: meta.clientId, outbox, tabs, ask: askPage }),
    view: createSidebarView({ ...base, phone, status: sync.status }),
    detail: createCustomerDetail({ ...base, kept }),
    edits: createNoteEdits({ ...base, outbox, conflicts }),
    unsent: createUnsentNotes({ account, outbox, conflicts }),
    exportOutbox: createOutboxExport({ account, outbox, clock }),
    importNotes: createNotesImport({ account }),
  };
}
