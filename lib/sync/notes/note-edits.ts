import type { Conflict, Conflicts } from '@/lib/cache/conflicts';
import type { DraftEdit, Drafts } from '@/lib/cache/drafts';
import { versionAfter } from '@/lib/cache/edit-chain';
import type { Outbox } from '@/lib/cache/outbox';
import { joinNotes } from '@/lib/domain/join-notes';
import { type NoteContent, type NoteCustomer, noteContentSchema } from '@/lib/domain/note';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive } from '@/lib/platform/storage-area';
import type { NoteMutation } from '@/lib/protocol/mutation';
import type { Account } from '@/lib/sync/account/account';
import { createOnCard } from '@/lib/sync/pages/on-card';
import type { PageSlots } from '@/lib/sync/pages/page-slots';
import { type NoteBegin, noteLock, type Place } from './begin-note';
import type { CancelEdit } from './cancel-edit';

type EditsDeps = {
  account: Pick<Account, 'author'>;
  begin: NoteBegin;
  drafts: Pick<Drafts, 'active' | 'get' | 'setActive'>;
  cancelEdit: Pick<CancelEdit, 'editOf'>;
  outbox: Pick<Outbox, 'list' | 'newestOf' | 'lastSent'>;
  conflicts: Conflicts;
  slots: Pick<PageSlots, 'of'>;
  exclusive: Exclusive;
  clock: Clock;
};

type About = { name: string; customer: NoteCustomer };
type Text = Pick<DraftEdit, 'noteId' | 'base' | 'original'> & { content: NoteContent };
type Start = { userId: string; writer: string; draftId: string; about: About };

/** A note of the store, as the sidebar shows it: on whose card, in which version. */
export type EditStored = {
  draftId: string;
  noteId: string;
  cardNumber: number;
  version: number;
  content: NoteContent;
};
/** Which text of a conflict stays; `id` is the refused mutation's, `draftId` that of the draft for both. */
export type Choice = { draftId: string; id: string; keep: 'mine' | 'theirs' | 'both' };

/** What was saved, as it was saved; the draft that edits it gets the id `draftId`. */
export type JustSaved = { draftId: string; name: string; mutation: NoteMutation };

const nobody: NoteCustomer = { cardNumber: null, identifiers: [] };
const customerOf = (mutation: NoteMutation) =>
  mutation.name === 'saveNote' ? mutation.args.customer : nobody;

/**
 * Edits of saved notes, and what becomes of one that came too late. An edit is a draft as any other, with an id of its
 * own: on disk at every keystroke, parked, resumed. There is one at a time for each note.
 */
export function createNoteEdits({ account, begin, drafts, outbox, conflicts, slots, ...deps }: EditsDeps) {
  const { cancelEdit, exclusive, clock } = deps;
  const onCard = createOnCard({ drafts, slots });

  async function start({ userId, writer, draftId, about }: Start, text: Text): Promise<void> {
    const { content, ...edits } = text;
    const returnTo = await drafts.active(userId);
    const { name, customer } = about;
    await begin.begin(userId, {
      ...{ noteId: draftId, rev: 0, writer, about: { name, customer }, content, dismissed: [] },
      edits: { ...edits, returnTo },
    });
    // Only once the edit is there: where it can't be begun, the present call goes on.
    if (returnTo !== null && returnTo !== draftId) await begin.leave(userId, returnTo);
  }

  /** Begins an edit, or goes on with the one that there is. */
  async function open(place: Start, noteId: string, text: () => Promise<Text>): Promise<void> {
    const { userId } = place;
    await exclusive(noteLock(noteId), async () => {
      const begun = await cancelEdit.editOf(userId, noteId);
      if (!begun) return start(place, await text());
      await begin.leaveActive(userId, begun.noteId);
      await drafts.setActive(userId, begun.noteId);
    });
  }

  function onTopOf(mutation: NoteMutation): Text {
    const { noteId, content } = mutation.args;
    return { noteId, base: versionAfter(mutation), original: content, content };
  }

  /**
   * What is shown may be older than what this computer itself has written since: an edit of that would be in conflict
   * with its own author's words.
   */
  async function newestKnown(userId: string, { noteId, version, content }: EditStored): Promise<Text> {
    const unsent = (await outbox.newestOf(userId, noteId))?.mutation;
    if (unsent) return onTopOf(unsent);
    const sent = (await outbox.lastSent(userId, noteId))?.mutation;
    if (sent && versionAfter(sent) > version) return onTopOf(sent);
    return { noteId, base: version, original: content, content };
  }

  function joined({ noteId, theirs }: Conflict, mine: NoteMutation): Text {
    const content = noteContentSchema.safeParse(joinNotes(mine.args.content, theirs.content));
    if (!content.success) throw new AppError('bad-input', 'both are too long for one note');
    return { noteId, base: theirs.version, original: theirs.content, content: content.data };
  }

  async function keepBoth(place: Omit<Start, 'about'>, id: string): Promise<void> {
    const conflict = await conflicts.get(place.userId, id);
    if (!conflict?.mine) return;
    const { mine, noteId, name } = conflict;
    const customer = customerOf(mine);
    const both = joined(conflict, mine);
    if (await cancelEdit.editOf(place.userId, noteId))
      throw new AppError('bad-input', 'another edit of this note is being written');
    await start({ ...place, about: { name, customer } }, both);
    // In this order: killed in between, both texts are there twice.
    await conflicts.joined(conflict);
  }

  return {
    /** @throws {AppError} `identity-changed` when neither page nor call is about the note's customer by now */
    async begin({ tabId, writer }: Place, asked: EditStored): Promise<void> {
      const { id: userId } = await account.author();
      const { draftId, noteId, cardNumber } = asked;
      const about = await onCard({ userId, tabId, cardNumber });
      if (!about) throw new AppError('identity-changed');
      await open({ userId, writer, draftId, about }, noteId, () => newestKnown(userId, asked));
    },

    /** Edits what the note says once all that waits of it is sent. */
    async beginUnsent({ writer }: Place, { draftId, id }: { draftId: string; id: string }): Promise<void> {
      const { id: userId } = await account.author();
      const row = (await outbox.list(userId)).find((entry) => entry.id === id);
      if (!row?.mutation) throw new AppError('not-found', 'no such unsent note');
      const { noteId } = row.mutation.args;
      const customer = customerOf(row.mutation);
      const about = { name: row.name, customer };
      await open({ userId, writer, draftId, about }, noteId, async () => {
        const newest = (await outbox.newestOf(userId, noteId))?.mutation;
        if (!newest) throw new AppError('not-found', 'sent meanwhile');
        return onTopOf(newest);
      });
    },

    /** Edits a note that this computer itself has saved just now, wherever it has got to. */
    async beginSaved({ writer }: Place, { draftId, name, mutation }: JustSaved): Promise<void> {
      const { id: userId } = await account.author();
      const { noteId } = mutation.args;
      const about = { name, customer: customerOf(mutation) };
      await open({ userId, writer, draftId, about }, noteId, async () => {
        const newest = (await outbox.newestOf(userId, noteId)) ?? (await outbox.lastSent(userId, noteId));
        return onTopOf(newest?.mutation ?? mutation);
      });
    },

    /** A person has read both texts and says what becomes of them. Of two at once, the first one's word stands. */
    async choose({ writer }: Place, { id, keep, draftId }: Choice): Promise<void> {
      const { id: userId } = await account.author();
      const conflict = await conflicts.get(userId, id);
      if (!conflict) return;
      await exclusive(noteLock(conflict.noteId), async () => {
        if (keep === 'mine') await conflicts.keepMine(userId, id, clock.now());
        else if (keep === 'theirs') await conflicts.keepTheirs(userId, id, clock.now());
        else await keepBoth({ userId, writer, draftId }, id);
      });
    },

    async takeBack(id: string): Promise<void> {
      await conflicts.takeBack((await account.author()).id, id);
    },
  };
}

export type NoteEdits = ReturnType<typeof createNoteEdits>;
