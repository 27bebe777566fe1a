import type { Draft, DraftEdit, Drafts, StoredDraft } from '@/lib/cache/drafts';
import type { HeldCalls } from '@/lib/cache/held-calls';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { Direction, NoteContent } from '@/lib/domain/note';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive } from '@/lib/platform/storage-area';
import type { Account } from '@/lib/sync/account/account';
import type { DraftWords } from './draft-words';
import type { KeepName } from './keep-name';

type BeginDeps = {
  account: Pick<Account, 'now'>;
  drafts: Pick<Drafts, 'active' | 'get' | 'remove' | 'setActive'>;
  held: HeldCalls;
  words: DraftWords;
  keepName: KeepName;
  exclusive: Exclusive;
  clock: Clock;
};

/** Beside which tab a sidebar stands, and which sidebar it is. */
export type Place = { tabId: number | undefined; writer: string };

/** One cancelling of an edit: the next of the same edit is another. */
export type CancelledEdit = { readonly userId: string; readonly noteId: string };

/** All that a new draft begins with; `name` as the page spells the customer's. */
export type FirstWords = {
  noteId: string;
  rev: number;
  writer: string;
  about: Pick<Draft, 'name' | 'called' | 'accountEnd' | 'customer'>;
  content: NoteContent;
  dismissed: string[];
  /** see `Draft`: nothing is moved, handed over or rung where nothing is said */
  from?: Partial<Pick<Draft, 'line' | 'begunBy' | 'asked' | 'askAgain' | 'moves' | 'startedAt'>>;
  /** inbound where nothing is said */
  direction?: Direction;
  /** where the draft is an edit of a saved note */
  edits?: DraftEdit;
};

/** The lock around everything that changes a note. */
export const noteLock = (noteId: string) => `heed-note-${noteId}`;

/** Nothing would be lost with this draft: it is empty, or the note that it edits as it was. */
export function saysNothing({ content, edits }: Pick<Draft, 'content' | 'edits'>): boolean {
  const known = edits?.original ?? emptyNoteContent;
  const fields = Object.keys(emptyNoteContent) as (keyof NoteContent)[];
  return fields.every((field) => JSON.stringify(content[field]) === JSON.stringify(known[field]));
}

/** A new note is pinned as this call the moment it is on disk. */
export function createNoteBegin({ account, drafts, words, keepName, held, exclusive, clock }: BeginDeps) {
  /** edits that were cancelled a moment ago, and can still be gone on with; none of them once it is taken up again */
  const cancelled = new Map<string, CancelledEdit>();

  async function hold(userId: string, stored: StoredDraft): Promise<void> {
    const draft = await keepName(stored.draft);
    const next = { ...stored, draft };
    if (draft !== stored.draft) await words.put({ userId, before: stored.rev, next, activate: false });
    await held.hold(stored.noteId, clock.now());
  }

  /** A call that another took the place of is parked; if nothing was said in it, nothing of it is left behind. */
  const leave = (userId: string, noteId: string): Promise<void> =>
    exclusive(noteLock(noteId), async () => {
      const left = await words.get(userId, noteId);
      if (left && saysNothing(left.draft)) await drafts.remove(userId, noteId, clock.now());
      else if (left) await hold(userId, left);
    });

  return {
    leave,
    cancelled,

    /** Within the note's lock. */
    hold,

    /** The same with the call there was: another is taken up. */
    async leaveActive(userId: string, except: string): Promise<void> {
      cancelled.delete(except);
      const active = await drafts.active(userId);
      if (active !== null && active !== except) await leave(userId, active);
    },

    async begin(userId: string, first: FirstWords): Promise<StoredDraft> {
      const { noteId, rev, writer, about, content, dismissed, edits, direction = 'inbound' } = first;
      const startedAt = (await account.now()).toISOString();
      const plain = { line: '', begunBy: '', asked: '', movedFrom: '', moves: [], startedAt };
      const draft = {
        ...about,
        direction,
        content,
        dismissed,
        ...plain,
        ...first.from,
        ...(edits && { edits }),
      };
      const next = { noteId, rev, writer, savedAt: clock.now().toISOString(), draft };
      await words.put({ userId, before: null, next, activate: true });
      return next;
    },

    /** An edit is done: the call that it was made in is pinned again, if it is still there and no other has begun. */
    async backFrom(userId: string, { edits }: Draft): Promise<void> {
      if (!edits?.returnTo || (await drafts.active(userId)) !== null) return;
      if (await drafts.get(userId, edits.returnTo)) await drafts.setActive(userId, edits.returnTo);
    },
  };
}

export type NoteBegin = ReturnType<typeof createNoteBegin>;
