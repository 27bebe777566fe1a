import type { Drafts, StoredDraft } from '@/lib/cache/drafts';
import type { NoteUser } from '@/lib/cache/notes-meta';
import type { Outbox } from '@/lib/cache/outbox';
import { maskCardNumbers } from '@/lib/domain/mask-card-numbers';
import { maskNoteContent } from '@/lib/domain/mask-note-content';
import { isAboutNobody } from '@/lib/domain/note';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import type { Exclusive } from '@/lib/platform/storage-area';
import { givenNoteSchema, type HandoverTo } from '@/lib/protocol/handover';
import type { HandOver } from '@/lib/protocol/mutation';
import type { Account } from '@/lib/sync/account/account';
import type { StoreNames } from '@/lib/sync/customer/store-names';
import { noteLock } from '@/lib/sync/notes/begin-note';
import type { DraftWords } from '@/lib/sync/notes/draft-words';
import type { SeenRevisions } from '@/lib/sync/notes/seen-revisions';
import type { GivenNames } from './given-names';

type GiveDeps = {
  account: Pick<Account, 'author' | 'now'>;
  clientId(): Promise<string>;
  drafts: Pick<Drafts, 'isFinished'>;
  words: DraftWords;
  seen: Pick<SeenRevisions, 'forget'>;
  outbox: Pick<Outbox, 'finish'>;
  names: Pick<GivenNames, 'remember'>;
  storeNames: Pick<StoreNames, 'callOf'>;
  exclusive: Exclusive;
  clock: Clock;
};

export type Give = {
  noteId: string;
  rev: number;
  to: HandoverTo;
  toName: string;
  ask: string;
  onLine: boolean;
};

/** Puts a half-written note into other hands: draft and outbox row change places in one transaction, as in a save. */
export function createGiveNote({ account, words, outbox, names, exclusive, clock, ...deps }: GiveDeps) {
  async function toMutation(user: NoteUser, { draft }: StoredDraft, give: Give): Promise<HandOver> {
    const now = clock.now();
    const { direction, customer, startedAt, moves } = draft;
    const args = givenNoteSchema.safeParse({
      ...{ noteId: uuidv7(now), direction, customer, startedAt, moves },
      content: maskNoteContent(draft.content),
      ...{ to: give.to, ask: maskCardNumbers(give.ask), onLine: give.onLine },
      givenAt: (await account.now()).toISOString(),
    });
    if (!args.success) throw new AppError('bad-input', 'the note does not fit');
    const common = { id: uuidv7(now), clientId: await deps.clientId(), at: now.toISOString() };
    return { ...common, userId: user.storeUserId, name: 'handOver', args: args.data };
  }

  async function give(user: NoteUser, stored: StoredDraft, asked: Give): Promise<void> {
    const { noteId: draftId, rev, draft } = stored;
    const mutation = await toMutation(user, stored, asked);
    const name = await deps.storeNames.callOf(draft);
    await names.remember({ handoverId: mutation.args.noteId, name, to: asked.toName });
    await outbox.finish({ userId: user.id, draftId, mutation, name, rev, now: clock.now() });
    await words.forget(draftId);
    await deps.seen.forget(draftId);
  }

  /** @throws {AppError} `not-found` when the note on disk isn't the one the rep sees; `bad-input` when it is about nobody, or an edit */
  return async (asked: Give): Promise<void> => {
    const { noteId, rev } = asked;
    const user = await account.author();
    await exclusive(noteLock(noteId), async () => {
      const stored = await words.get(user.id, noteId);
      // Asked twice: the first answer was lost on its way.
      if (!stored && (await deps.drafts.isFinished(noteId))) return;
      if (stored?.rev !== rev) throw new AppError('not-found', 'another revision');
      const { customer, edits } = stored.draft;
      if (edits) throw new AppError('bad-input', 'an edit is its author’s own');
      if (isAboutNobody(customer)) throw new AppError('bad-input', 'about nobody');
      await give(user, stored, asked);
    });
  };
}
