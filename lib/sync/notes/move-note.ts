import type { Draft } from '@/lib/cache/drafts';
import { shownName, standInName } from '@/lib/domain/stand-in-name';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive } from '@/lib/platform/storage-area';
import type { Account } from '@/lib/sync/account/account';
import { sameCustomer } from '@/lib/sync/pages/same-customer';
import { noteLock } from './begin-note';
import type { DraftWords } from './draft-words';
import type { KeepName } from './keep-name';
import { withoutVerified } from './unverify';

type MoveDeps = {
  account: Pick<Account, 'author' | 'now'>;
  words: DraftWords;
  keepName: KeepName;
  exclusive: Exclusive;
  clock: Clock;
};
type About = Pick<Draft, 'name' | 'called' | 'accountEnd' | 'customer'>;

const MOST_MOVES = 20;

function movedTo(
  draft: Draft,
  { name, called = '', accountEnd = '', customer }: About,
  at: string,
): Draft | null {
  if (sameCustomer(draft.customer, customer)) return null;
  const moves = [...draft.moves, { from: draft.customer, to: customer, at }];
  const before = { name: draft.name, called: draft.called ?? '', accountEnd: draft.accountEnd ?? '' };
  const movedFrom = shownName({ name: before.name || before.called, customer: draft.customer });
  return { ...draft, name, called, accountEnd, customer, moves, movedFrom, movedFromNames: before };
}

function movedBack(draft: Draft, at: string): Draft | null {
  const last = draft.moves.at(-1);
  if (!last || draft.movedFrom === '') return null;
  const moves = [...draft.moves, { from: last.to, to: last.from, at }];
  // Where no page had named them, the next one that does still may.
  const older = { name: draft.movedFrom === standInName(last.from) ? '' : draft.movedFrom, called: '' };
  const names = { accountEnd: '', ...(draft.movedFromNames ?? older) };
  return { ...draft, ...names, customer: last.from, moves, movedFrom: '' };
}

/** Only a person moves a note to someone else, and each move stays written down: also the one that takes it back. */
export function createMoveNote({ account, words, keepName, exclusive, clock }: MoveDeps) {
  /**
   * @param by null where there is nothing to do
   * @param goesOn the call does, so that who was verified for one customer is not for the other
   */
  async function change(noteId: string, by: (d: Draft, at: string) => Draft | null, goesOn: boolean) {
    const user = await account.author();
    const at = (await account.now()).toISOString();
    await exclusive(noteLock(noteId), async () => {
      const stored = await words.get(user.id, noteId);
      if (!stored) throw new AppError('not-found', 'no such note');
      if (stored.draft.edits) throw new AppError('bad-input', 'the store has the note on its customer');
      const draft = by(await keepName(stored.draft), at);
      if (!draft) return;
      if (stored.draft.moves.length === MOST_MOVES) throw new AppError('bad-input', 'moved too often');
      const moved = { ...stored, draft };
      const next = goesOn ? withoutVerified(moved, clock.now(), null) : moved;
      await words.put({ userId: user.id, before: stored.rev, next, activate: false });
    });
  }

  return {
    /** In the moment of saving: the note goes to the store as it is. */
    moveAtEnd: (noteId: string, about: About): Promise<void> =>
      change(noteId, (draft, at) => movedTo(draft, about, at), false),

    moveTo: (noteId: string, about: About): Promise<void> =>
      change(noteId, (draft, at) => movedTo(draft, about, at), true),

    /** Back to whom the last move took it from. */
    moveBack: (noteId: string): Promise<void> => change(noteId, movedBack, true),
  };
}

export type MoveNote = ReturnType<typeof createMoveNote>;
