import type { Draft } from '@/lib/cache/drafts';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { NoteContent } from '@/lib/domain/note';
import { shownName } from '@/lib/domain/stand-in-name';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import { createNoteBegin } from '@/lib/sync/notes/begin-note';
import { createCalls } from '@/lib/sync/notes/calls';
import { createCancelEdit } from '@/lib/sync/notes/cancel-edit';
import { createDraftWords } from '@/lib/sync/notes/draft-words';
import { createDraftWrites } from '@/lib/sync/notes/draft-writes';
import { createKeepName } from '@/lib/sync/notes/keep-name';
import { createSeenRevisions } from '@/lib/sync/notes/seen-revisions';
import { createSuggestions } from '@/lib/sync/reasons/suggestions';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';
import type { createMemoryDrafts } from '@/tests/support/memory-drafts';

export const TAB = 4;
export const HERE = { tabId: TAB, writer: 'frame' };
export const noteId = (n: number) => `01939000-0000-7000-8000-00000000000${n}`;
export const customerOf = (n: number) => ({
  cardNumber: n + 10,
  identifiers: [{ kind: 'email' as const, value: `c${n}@example.com` }],
});

type Disk = ReturnType<typeof createMemoryDrafts>;

/** The background of one rep, as it stands after a start, over what is on the disk and in session storage. */
export function startCalls({ drafts, held }: Disk, now: () => Date, area = createMemoryArea()) {
  const exclusive = createExclusive();
  const clock = { now };
  let user = { id: 'ana', storeUserId: 'ana', name: 'Ana' };
  const account = {
    author: async () => user,
    now: async () => now(),
    organisation: async () => null,
  };
  const slotOf = (n: number): PageSlot => ({
    ...{ state: 'customer', key: `K${n}`, name: `Customer ${n}`, customer: customerOf(n) },
    ...{ accountEnd: '', card: null, damaged: false, askSite: false, newcomer: false },
  });
  let shown = 1;
  const slots = {
    of: async () => slotOf(shown),
    ofKey: async (_: number, key: string) => slotOf(Number(key.slice(1))),
  };
  const words = createDraftWords({ drafts, area, exclusive });
  const seen = createSeenRevisions({ area, exclusive });
  const named = new Map<number, string>();
  const storeNames = {
    callOf: async ({ name, called, customer, content }: Draft) => {
      const isTold = content.caller !== 'unverified' && customer.cardNumber !== null;
      const told = isTold ? (named.get(customer.cardNumber ?? 0) ?? '') : '';
      return shownName({ name: name || called || told, customer });
    },
  };
  const keepName = createKeepName({ storeNames });
  const begin = createNoteBegin({ account, drafts, words, keepName, held, exclusive, clock });
  const suggestions = createSuggestions({ account, drafts, area, exclusive, model: async () => null });
  const base = {
    ...{ account, begin, drafts, words, keepName, seen, suggestions },
    ...{ slots, held, exclusive, clock },
  };
  const write = createDraftWrites(base);
  return {
    ...{ area, account, begin, words, seen, suggestions, slots, storeNames, exclusive, drafts, held, clock },
    /** what the store calls customers, by card number, while the caller is verified */
    named,
    calls: createCalls(base),
    cancelEdit: createCancelEdit(base),
    shows: (n: number) => {
      shown = n;
    },
    /** Another takes the desk. */
    signsIn: (id: string) => {
      user = { id, storeUserId: id, name: id };
    },
    /** Ana types. */
    type: (n: number, rev: number, said: Partial<NoteContent>, dismissed: string[] = []) =>
      write(HERE, {
        ...{ userId: 'ana', noteId: noteId(n), key: `K${n}`, rev, dismissed },
        content: { ...emptyNoteContent, ...said },
      }),
  };
}
