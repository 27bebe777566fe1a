import type { Drafts, StoredDraft } from '@/lib/cache/drafts';
import type { NoteCustomer } from '@/lib/domain/note';
import type { DraftWords } from '@/lib/sync/notes/draft-words';
import type { PageSlots } from '@/lib/sync/pages/page-slots';

type SubjectDeps = {
  drafts: Pick<Drafts, 'active'>;
  words: Pick<DraftWords, 'get'>;
  slots: Pick<PageSlots, 'of'>;
};

/** Whom a sidebar is about, as `lib/ui/subject.ts` shows it: this call, else who stands on the page. */
export type CallSubject = { about: { name: string; customer: NoteCustomer }; call: StoredDraft | null };

/** Null where it is about nobody, or about a note saved before. */
export function createCallSubject({ drafts, words, slots }: SubjectDeps) {
  return async (userId: string, tabId: number | undefined): Promise<CallSubject | null> => {
    const active = await drafts.active(userId);
    const call = active === null ? null : await words.get(userId, active);
    if (call) {
      const { name, customer, edits } = call.draft;
      return edits ? null : { about: { name, customer }, call };
    }
    const slot = tabId === undefined ? null : await slots.of(tabId);
    if (slot?.state !== 'customer') return null;
    return { about: { name: slot.name, customer: slot.customer }, call: null };
  };
}

export type ReadCallSubject = ReturnType<typeof createCallSubject>;
