import { z } from 'zod';
import type { Drafts } from '@/lib/cache/drafts';
import { getsNoSuggestion } from '@/lib/domain/reasons/gets-no-suggestion';
import type { ReasonModel } from '@/lib/domain/reasons/reason-model';
import { type SuggestedReason, suggestReasons } from '@/lib/domain/reasons/suggest-reasons';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import type { Account } from '@/lib/sync/account/account';

type SuggestionDeps = {
  account: Pick<Account, 'author' | 'organisation'>;
  drafts: Pick<Drafts, 'get'>;
  model(): Promise<ReasonModel | null>;
  /** gone with the browser */
  area: StorageArea;
  exclusive: Exclusive;
};

type Asked = { noteId: string; text: string };

const MOST_SHOWN = 20;
const shownSchema = z.array(z.string()).nullable();

/** Reasons that a note's words speak for, and which were shown while it was written. */
export function createSuggestions({ account, drafts, model, area, exclusive }: SuggestionDeps) {
  const shownIn = (noteId: string) =>
    createStoredValue({ area, exclusive, key: `suggested:${noteId}`, schema: shownSchema, fallback: null });

  /** None for a reason that is in the list no more, nor for what is no likelier than by chance. */
  async function suggested(text: string): Promise<SuggestedReason[]> {
    const known = new Set((await account.organisation())?.session.reasons.map(({ code }) => code));
    const current = await model();
    if (!current) return [];
    const chance = 1 / current.codes.length;
    return suggestReasons(current, text).filter((one) => known.has(one.code) && one.likelihood > chance);
  }

  return {
    /** For a note of whoever is signed in; one note in ten gets none, and teaches what people choose by themselves. */
    async suggest({ noteId, text }: Asked): Promise<SuggestedReason[]> {
      const { id } = await account.author();
      if (!(await drafts.get(id, noteId))) return [];
      const found = getsNoSuggestion(noteId) ? [] : await suggested(text);
      const codes = found.map(({ code }) => code);
      await shownIn(noteId).update((before) =>
        [...new Set([...(before ?? []), ...codes])].slice(0, MOST_SHOWN),
      );
      return found;
    },

    /** Null where nobody asked, or the browser was closed since. */
    shown: (noteId: string): Promise<string[] | null> => shownIn(noteId).read(),

    forget: (noteId: string): Promise<void> => shownIn(noteId).clear(),
  };
}

export type Suggestions = ReturnType<typeof createSuggestions>;
