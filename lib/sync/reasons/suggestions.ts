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
/** So much likelier than by chance a reason has to be: a wrong one costs more than none. */
const TIMES_CHANCE = 2;
const shownSchema = z.array(z.string()).nullable();

/** Reasons that a note's words speak for, and which were shown while it was written. */
export function createSuggestions({ account, drafts, model, area, exclusive }: SuggestionDeps) {
  const shownIn = (noteId: string) =>
    createStoredValue({ area, exclusive, key: `suggested:${noteId}`, schema: shownSchema, fallback: null });

  /** None for a reason that is in the list no more, nor where hardly a word speaks for it. */
  async function suggested(text: string): Promise<SuggestedReason[]> {
    const known = new Set((await account.organisation())?.session.reasons.map(({ code }) => code));
    const current = await model();
    if (!current) return [];
    const least = Math.min(TIMES_CHANCE / current.codes.length, 0.5);
    return suggestReasons(current, text).filter(
      ({ code, likelihood, because }) => known.has(code) && likelihood > least && because.length > 0,
    );
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

    /** The note goes on: what its wrap-up took along is remembered again. */
    restore: (noteId: string, codes: string[] | null): Promise<void> => shownIn(noteId).write(codes),
  };
}

export type Suggestions = ReturnType<typeof createSuggestions>;
