import { z } from 'zod';
import { memoryOfNextCall, nothingShown } from '@/lib/domain/rotate-prompts';
import { type CallPrompts, callPromptsSchema, type WhatWasSeen } from '@/lib/messaging/prompt-methods';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';

type About = Pick<CallPrompts, 'about' | 'noteId'>;
type Remembered = Pick<CallPrompts, 'memory' | 'byHand'>;
export type Counted = {
  playbookVersion: number;
  kind: 'prompt' | 'offer';
  id: string;
  as: 'shown' | 'eligible';
};

type Deps = {
  /** memory only: gone when the browser is closed, and no page's to read */
  area: StorageArea;
  exclusive: Exclusive;
  count(these: readonly Counted[]): Promise<void>;
};

const MOST_CUSTOMERS = 100;
const entrySchema = callPromptsSchema.extend({ counted: z.array(z.string()).max(5000) });
type Entry = z.infer<typeof entrySchema>;

const nothing: Remembered = { memory: nothingShown, byHand: null };
const keyOf = ({ playbookVersion, kind, id, as }: Counted) => `${playbookVersion} ${kind} ${as} ${id}`;

/** What is remembered of the same call: one that has just begun, on the page where its first prompts were read, is it. */
function ofSameCall(entry: Entry | undefined, { noteId }: About): Entry | null {
  return entry && (entry.noteId === noteId || entry.noteId === null) ? entry : null;
}

function recalled(entry: Entry | undefined, about: About): Remembered {
  if (!entry) return nothing;
  if (ofSameCall(entry, about)) return { memory: entry.memory, byHand: entry.byHand };
  return { memory: memoryOfNextCall(entry.memory, entry.dismissed), byHand: null };
}

function flat({ playbookVersion, prompts, offers }: WhatWasSeen): Counted[] {
  const kinds = [
    ['prompt', prompts],
    ['offer', offers],
  ] as const;
  return kinds.flatMap(([kind, seen]) =>
    (['shown', 'eligible'] as const).flatMap((as) =>
      seen[as].map((id) => ({ playbookVersion, kind, id, as })),
    ),
  );
}

/** Which prompts each customer's call has had, for the calls of this browser session. */
export function createCallPrompts({ area, exclusive, count }: Deps) {
  const stored = createStoredValue<Entry[]>({
    ...{ area, exclusive, key: 'prompts', fallback: [] },
    schema: z.array(entrySchema),
  });

  return {
    async recall(about: About): Promise<Remembered> {
      return recalled(
        (await stored.read()).find((e) => e.about === about.about),
        about,
      );
    },

    /** Each prompt and offer counts once a call. */
    async shown({ seen, ...said }: CallPrompts & { seen: WhatWasSeen }): Promise<void> {
      let fresh: Counted[] = [];
      await stored.update((all) => {
        const before = all.find((e) => e.about === said.about);
        const counted = new Set(ofSameCall(before, said)?.counted);
        fresh = flat(seen).filter((one) => !counted.has(keyOf(one)));
        const entry = { ...said, counted: [...counted, ...fresh.map(keyOf)] };
        return [entry, ...all.filter((e) => e !== before)].slice(0, MOST_CUSTOMERS);
      });
      if (fresh.length > 0) await count(fresh);
    },

    clear: stored.clear,
  };
}

export type CallPromptsMemory = ReturnType<typeof createCallPrompts>;
