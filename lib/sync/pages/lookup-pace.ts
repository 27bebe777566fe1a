import { z } from 'zod';
import type { RawIdentifier } from '@/lib/domain/identifier';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';

/** What one tab may ask in a minute: a rep reads no more, and a page that guesses numbers learns little. */
const MOST_IDENTIFIERS = 300;
const MOST_QUESTIONS = 120;
const MINUTE = 60_000;

const spentSchema = z.object({
  since: z.number(),
  questions: z.int(),
  identifiers: z.array(z.string()),
  /** more was asked than is answered in this minute */
  over: z.boolean(),
});
type Spent = z.infer<typeof spentSchema>;
const nothing: Spent = { since: 0, questions: 0, identifiers: [], over: false };

/** `what` is counted by itself: a rep who scrolls through lists still sees who is open, and finds whom they type. */
type PaceDeps = {
  area: StorageArea;
  exclusive: Exclusive;
  now: () => number;
  what: 'lists' | 'records' | 'typed';
};

/** `admitted`: so many of the persons, from the first, may be looked up now; `wait`: the others after so many milliseconds. */
export type Admission = { admitted: number; wait: number | null };

/** Counts what each tab has asked in its current minute. Kept in session storage: a stopped worker forgets nothing. */
export function createLookupPace({ area, exclusive, now, what }: PaceDeps) {
  const spentBy = (tabId: number) =>
    createStoredValue({
      area,
      exclusive,
      key: `asked:${what}:${tabId}`,
      schema: spentSchema,
      fallback: nothing,
    });

  function isUnderway({ since }: Spent): boolean {
    const age = now() - since;
    return age >= 0 && age < MINUTE;
  }

  function spend(spent: Spent, people: readonly (readonly RawIdentifier[])[]): Admission & { spent: Spent } {
    const isNew = !isUnderway(spent);
    const { since, questions } = isNew ? { since: now(), questions: 0 } : spent;
    const known = new Set(isNew ? [] : spent.identifiers);
    const wait = since + MINUTE - now();
    let admitted = 0;
    for (const person of questions < MOST_QUESTIONS ? people : []) {
      const with_ = new Set([...known, ...person.map((id) => JSON.stringify(id))]);
      if (with_.size > MOST_IDENTIFIERS) break;
      for (const id of with_) known.add(id);
      admitted += 1;
    }
    const over = admitted < people.length;
    const left = { since, questions: questions + 1, identifiers: [...known], over };
    return { admitted, wait: over ? wait : null, spent: left };
  }

  return {
    async admit(tabId: number, people: readonly (readonly RawIdentifier[])[]): Promise<Admission> {
      let admission: Admission = { admitted: 0, wait: MINUTE };
      await spentBy(tabId).update((before) => {
        const { spent, ...rest } = spend(before, people);
        admission = rest;
        return spent;
      });
      return admission;
    },

    /** Whether this tab's last question was one too many, in a minute that still runs. */
    async isOver(tabId: number): Promise<boolean> {
      const spent = await spentBy(tabId).read();
      return spent.over && isUnderway(spent);
    },

    forget: (tabId: number): Promise<void> => spentBy(tabId).clear(),
  };
}

export type LookupPace = ReturnType<typeof createLookupPace>;
