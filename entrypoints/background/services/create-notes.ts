import { createCustomerDetail } from '@/lib/sync/customer/customer-detail';
import { createNoteBegin } from '@/lib/sync/notes/begin-note';
import { createCalls } from '@/lib/sync/notes/calls';
import { createCancelEdit } from '@/lib/sync/notes/cancel-edit';
import { createCrmNote } from '@/lib/sync/notes/crm-note';
import { createDraftWords } from '@/lib/sync/notes/draft-words';
import { createDraftWrites } from '@/lib/sync/notes/draft-writes';
import { createOutboxExport } from '@/lib/sync/notes/export-outbox';
import { createNotesImport } from '@/lib/sync/notes/import-notes';
import { createKeepName } from '@/lib/sync/notes/keep-name';
import { createNoteEdits } from '@/lib/sync/notes/note-edits';
import { createSaveNote } from '@/lib/sync/notes/save-note';
import { createSeenRevisions } from '@/lib/sync/notes/seen-revisions';
import { createUndoSave } from '@/lib/sync/notes/undo-save';
import { createUnsentNotes } from '@/lib/sync/notes/unsent-notes';
import { createAccountKinds } from '@/lib/sync/phone/account-kinds';
import { createPhone } from '@/lib/sync/phone/phone';
import { createRingSlots } from '@/lib/sync/phone/ring-slots';
import { createReasonModels } from '@/lib/sync/reasons/reason-models';
import { createSuggestions } from '@/lib/sync/reasons/suggestions';
import { createSidebarView } from '@/lib/sync/sidebar-view';
import { askPage } from '../ask-page';
import { exclusive } from '../browser-storage';
import { noteField } from '../note-field';
import type { Network } from './create-network';
import type { Pages } from './create-pages';
import type { Storage } from './create-storage';
import type { Sync } from './create-sync';
import { clock, logError, session } from './shared';

/** What waits on this computer: shown, saved as a file, and brought from one. */
function createUnsent({ outbox, conflicts }: Storage, account: Network['account']) {
  return {
    unsent: createUnsentNotes({ account, outbox, conflicts }),
    exportOutbox: createOutboxExport({ account, outbox, clock }),
    importNotes: createNotesImport({ account }),
  };
}

/** Calls, their notes, and what a sidebar shows of them. */
export function createNotes(
  storage: Storage,
  { account, kept }: Network,
  { pages, sync }: { pages: Pages; sync: Sync },
) {
  const { book, drafts, outbox, conflicts, keptModel, meta, held } = storage;
  const { slots, storeNames, tabs, rings } = pages;
  const words = createDraftWords({ ...session, drafts });
  const seen = createSeenRevisions(session);
  const reasonModels = createReasonModels({ account, kept: keptModel, logError });
  const suggestions = createSuggestions({ ...session, account, drafts, model: reasonModels.model });
  const keepName = createKeepName({ storeNames });
  const begin = createNoteBegin({ account, drafts, words, keepName, held, exclusive, clock });
  const base = {
    ...{ account, begin, drafts, words, seen, suggestions },
    ...{ slots, storeNames, keepName, held, exclusive, clock },
  };
  const calls = createCalls(base);
  const ringSlots = createRingSlots({
    ...{ account, book, storeNames },
    accountKinds: createAccountKinds({ account, adapters: pages.adapters }),
  });
  const cancelEdit = createCancelEdit(base);
  const edits = createNoteEdits({ ...base, cancelEdit, outbox, conflicts });
  const undo = createUndoSave({ ...base, cancelEdit, takeBack: storage.takeBack, edits });
  const phone = createPhone({ account, drafts, rings, ringSlots, calls });
  return {
    /** what other services of notes are made of */
    parts: { begin, words, seen },
    ...{ suggestions, reasonModels },
    ...{ forgetWrapped: undo.forget, undoSave: undo.undo },
    ...{ calls, phone, ringSlots, edits, cancelEdit },
    writeDraft: createDraftWrites(base),
    save: createSaveNote({ ...base, clientId: meta.clientId, outbox, tabs, ask: askPage, ...undo.saving }),
    crmNote: createCrmNote({ account, words, tabs, slots, ask: askPage, field: noteField }),
    view: createSidebarView({ ...base, outbox, phone, status: sync.status }),
    detail: createCustomerDetail({ ...base, kept }),
    ...createUnsent(storage, account),
  };
}

export type Notes = ReturnType<typeof createNotes>;
