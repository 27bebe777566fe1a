import type { FieldFilled, FieldLooked } from '@/lib/crm/note-field/note-field';
import { AppError } from '@/lib/platform/app-error';
import type { Account } from '@/lib/sync/account/account';
import type { PageSlots } from '@/lib/sync/pages/page-slots';
import { sameCustomer } from '@/lib/sync/pages/same-customer';
import type { AskIdentity, TabStates } from '@/lib/sync/pages/tab-state';
import type { DraftWords } from './draft-words';

/** One document in one tab. */
export type AtPage = { tabId: number; documentId: string | null };

/** The field in that document; what it says of itself was checked. Null where nothing answers. */
export type AskField = {
  look(at: AtPage): Promise<FieldLooked>;
  fill(at: AtPage, key: string, text: string): Promise<FieldFilled | null>;
  undo(at: AtPage): Promise<boolean>;
};

type CrmNoteDeps = {
  account: Pick<Account, 'author'>;
  words: Pick<DraftWords, 'get'>;
  tabs: Pick<TabStates, 'read'>;
  slots: Pick<PageSlots, 'ofKey'>;
  ask: AskIdentity;
  field: AskField;
};

type Asked = { tabId: number | undefined; noteId: string };

/** Puts a note into the CRM's own field, and only ever into that of the note's customer. */
export function createCrmNote({ account, words, tabs, slots, ask, field }: CrmNoteDeps) {
  /** Where the page shows the note's customer and nobody else, by its own word now. */
  async function ownPage({ tabId, noteId }: Asked): Promise<(AtPage & { key: string }) | null> {
    const stored = await words.get((await account.author()).id, noteId);
    if (!stored) throw new AppError('not-found', 'no such note');
    if (tabId === undefined) return null;
    const { documentId } = await tabs.read(tabId);
    const key = await ask(tabId, documentId);
    if (key === null || key === undefined) return null;
    const slot = await slots.ofKey(tabId, key);
    if (slot.state !== 'customer' || !sameCustomer(slot.customer, stored.draft.customer)) return null;
    return { tabId, documentId, key };
  }

  return {
    async look(asked: Asked): Promise<{ field: FieldLooked }> {
      const page = await ownPage(asked);
      return { field: page && (await field.look(page)) };
    },

    /** @throws {AppError} `identity-changed` when the page shows someone else, or nobody, by now */
    async fill(asked: Asked & { text: string }): Promise<{ filled: boolean }> {
      const page = await ownPage(asked);
      if (!page) throw new AppError('identity-changed');
      const filled = await field.fill(page, page.key, asked.text);
      if (filled === 'someone-else') throw new AppError('identity-changed');
      return { filled: filled === 'filled' };
    },

    async undo(asked: Asked): Promise<{ undone: boolean }> {
      const page = await ownPage(asked);
      return { undone: page !== null && (await field.undo(page)) };
    },
  };
}
