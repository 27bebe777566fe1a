import type { Drafts, StoredDraft } from '@/lib/cache/drafts';
import { joinNotes } from '@/lib/domain/join-notes';
import { mayReadHandover } from '@/lib/domain/may-read-handover';
import { type Caller, type NoteContent, noteContentSchema } from '@/lib/domain/note';
import type { ShownHandover } from '@/lib/messaging/handover-methods';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive } from '@/lib/platform/storage-area';
import { type Handover, handoversSchema, type TakenNote, takenNoteSchema } from '@/lib/protocol/handover';
import type { Account } from '@/lib/sync/account/account';
import { outcomeError } from '@/lib/sync/network/outcome-error';
import { type NoteBegin, noteLock, type Place } from '@/lib/sync/notes/begin-note';
import type { DraftWords } from '@/lib/sync/notes/draft-words';
import { sameCustomer } from '@/lib/sync/pages/same-customer';
import type { CallSubject, ReadCallSubject } from './call-subject';

type TakeDeps = {
  account: Pick<Account, 'author' | 'now' | 'request'>;
  drafts: Pick<Drafts, 'get' | 'isFinished' | 'remove' | 'setActive'>;
  begin: NoteBegin;
  subject: ReadCallSubject;
  words: Pick<DraftWords, 'get'>;
  exclusive: Exclusive;
  clock: Clock;
};

type Asked = { tabId: number | undefined; caller: Caller };
type Taking = { userId: string; writer: string; handoverId: string; subject: CallSubject };

/** What another rep hands over, read and taken by whom it is for. */
export function createTakeHandover({ account, drafts, begin, subject, words, exclusive, clock }: TakeDeps) {
  async function find(userId: string, of: CallSubject): Promise<Handover[]> {
    const body = { customer: of.about.customer };
    const answer = await account.request(
      { path: '/v1/handovers/find', schema: handoversSchema, body },
      userId,
    );
    if (answer.kind !== 'ok') throw outcomeError(answer);
    return answer.value.handovers;
  }

  const isSame = (a: CallSubject | null, b: CallSubject) =>
    a !== null &&
    (sameCustomer(a.about.customer, b.about.customer) ||
      (a.call !== null && a.call.noteId === b.call?.noteId));

  /** What the next rep said by now of the very same customer stands beside what was handed over. */
  function contentOf({ handover }: TakenNote, call: StoredDraft | null): NoteContent {
    if (!call) return handover.content;
    const both = noteContentSchema.safeParse(joinNotes(handover.content, call.draft.content));
    if (!both.success) throw new AppError('bad-input', 'both are too long for one note');
    return both.data;
  }

  async function draftOf(
    { userId, writer, handoverId, subject: of }: Taking,
    taken: TakenNote,
    call: StoredDraft | null,
  ) {
    const { handover, moves } = taken;
    const { by, ask, direction, startedAt, verified } = handover;
    const askAgain = verified ? 'handed-over' : null;
    const { line = '', dismissed = [] } = call?.draft ?? {};
    await begin.begin(userId, {
      ...{ noteId: handoverId, rev: 1, writer, about: of.about, direction, dismissed },
      content: contentOf(taken, call),
      from: { line, begunBy: by, asked: ask, askAgain, moves, startedAt },
    });
    // In this order: killed in between, the words are there twice.
    if (call) await drafts.remove(userId, call.noteId, clock.now());
  }

  /** With the rep's own words as they are by now: more may have come while the store was asked. */
  async function join(taking: Taking, taken: TakenNote): Promise<void> {
    const { userId, handoverId, subject: of } = taking;
    const own = of.call?.noteId;
    if (own === undefined || own === handoverId) return draftOf(taking, taken, null);
    await exclusive(noteLock(own), async () => draftOf(taking, taken, await words.get(userId, own)));
  }

  /** Taken before, on this computer: gone on with. */
  async function goOn({ userId, handoverId }: Taking): Promise<boolean> {
    if (await drafts.isFinished(handoverId)) throw new AppError('not-found', 'finished');
    if (!(await drafts.get(userId, handoverId))) return false;
    await begin.leaveActive(userId, handoverId);
    await drafts.setActive(userId, handoverId);
    return true;
  }

  async function take(taking: Taking): Promise<void> {
    if (await goOn(taking)) return;
    const { userId, handoverId, subject: of } = taking;
    const caller = of.call?.draft.content.caller ?? 'unverified';
    const found = (await find(userId, of)).find((one) => one.handoverId === handoverId);
    if (!found || found.mine) throw new AppError('not-found', 'somebody else has it');
    if (!mayReadHandover(found, { caller, now: await account.now() })) throw new AppError('not-allowed');
    const request = { path: '/v1/handovers/take', schema: takenNoteSchema, body: { handoverId } };
    const answer = await account.request(request, userId);
    if (answer.kind !== 'ok') throw outcomeError(answer);
    await join(taking, answer.value);
  }

  return {
    /** @throws {AppError} `identity-changed` when the sidebar is about another by now; `offline` and the like */
    async list({ tabId, caller }: Asked): Promise<ShownHandover[]> {
      const { id } = await account.author();
      const of = await subject(id, tabId);
      if (!of) return [];
      const found = await find(id, of);
      if ((await account.author()).id !== id || !isSame(await subject(id, tabId), of))
        throw new AppError('identity-changed');
      const now = await account.now();
      return found.map((one) =>
        one.mine || mayReadHandover(one, { caller, now }) ? one : { ...one, ask: null, content: null },
      );
    },

    /** @throws {AppError} `not-found` when another has it, `not-allowed` before the caller is verified */
    async take({ tabId, writer }: Place, handoverId: string): Promise<void> {
      const { id: userId } = await account.author();
      const of = await subject(userId, tabId);
      if (!of) throw new AppError('identity-changed');
      const taking = { userId, writer, handoverId, subject: of };
      // The call's own lock only once the store has answered: nobody waits with a word meanwhile.
      await exclusive(noteLock(handoverId), () => take(taking));
    },
  };
}
