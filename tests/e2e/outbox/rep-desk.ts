import type { Page } from 'playwright-core';
import type { QueueWorld } from './queue-world';

/* What a rep does at their desk, each as a worker would that has just started: in memory there is nothing of before. */

type Who = QueueWorld['who'];

/** The words of a note that a rep has begun and not finished: a draft of the note, or of an edit of it. */
export type Begun = { noteId: string; draftId: string; summary: string; version: number };

/** Words on disk as a draft: a new note's, or those of an edit of one that is on its way or in the store. */
export const write = (page: Page, { userId }: Who, begun: Begun) =>
  page.evaluate(
    async ([user, { noteId, draftId, summary, version }]) => {
      const desk = heed.openDesk(user);
      desk.shows(noteId, 7);
      if (version > 0) await desk.edit(draftId, noteId, version, { summary: 'As it was' });
      else desk.shows(noteId, null);
      const before = await desk.drafts.get(user, draftId);
      await desk.type(draftId, (before?.rev ?? 0) + 1, { summary }, { key: noteId });
    },
    [userId, begun] as const,
  );

/**
 * Saves the draft that is on disk, while the page shows whom it is about. Pressed again, it is saved once.
 * @param key which customer the page shows
 * @returns how it ended
 */
export const press = (page: Page, { userId }: Who, key: string, draftId: string) =>
  page.evaluate(
    async ([user, shown, id]) => {
      const desk = heed.openDesk(user);
      desk.shows(shown, null);
      return (await desk.press(id, (await desk.drafts.get(user, id))?.rev ?? 1)).state;
    },
    [userId, key, draftId] as const,
  );

/** @param inTime before what was wrapped up last can't be undone any more */
export const push = (page: Page, { userId, token }: Who, inTime = false) =>
  page.evaluate(
    async ([user, bearer, isInTime]) => {
      const desk = heed.openDesk(user);
      await (isInTime ? desk.pushInTime(bearer) : desk.push(bearer));
    },
    [userId, token, inTime] as const,
  );

/** "Undo" on a note, where it still can't have left. */
export const undo = (page: Page, { userId }: Who, noteId: string) =>
  page.evaluate(
    async ([user, note]) => {
      const desk = heed.openDesk(user);
      await heed.codeOf(desk.undo(note, crypto.randomUUID()));
    },
    [userId, noteId] as const,
  );

/** Whether a draft by this id is on disk. */
export const isDraft = (page: Page, { userId }: Who, id: string) =>
  page.evaluate(async ([user, draft]) => (await heed.openDesk(user).drafts.get(user, draft)) !== null, [
    userId,
    id,
  ] as const);

type Changed = { noteId: string; words: string; inTime: boolean };

/**
 * Saves the draft, sends it, undoes that in the same breath, says it otherwise and saves again.
 * @returns what the undo made of it
 */
export const saveSendAndUndo = (page: Page, { userId, token }: Who, changed: Changed) =>
  page.evaluate(
    async ([user, bearer, { noteId: note, words: summary, inTime }]) => {
      const desk = heed.openDesk(user);
      desk.shows(note, null);
      await desk.press(note, (await desk.drafts.get(user, note))?.rev ?? 1);
      await (inTime ? desk.pushInTime(bearer) : desk.push(bearer));
      const edit = crypto.randomUUID();
      const state = await desk.undo(note, edit);
      const id = state === 'edit' ? edit : note;
      const rev = ((await desk.drafts.get(user, id))?.rev ?? 0) + 1;
      await desk.type(id, rev, { summary });
      await desk.press(id, rev);
      return state;
    },
    [userId, token, changed] as const,
  );

/** Puts the draft into the team's hands. Asked again, once. */
export const handOver = (page: Page, { userId }: Who, draftId: string) =>
  page.evaluate(
    async ([user, draft]) => {
      const desk = heed.openDesk(user);
      await desk.handovers.give(draft, (await desk.drafts.get(user, draft))?.rev ?? 1);
    },
    [userId, draftId] as const,
  );

/** The id under which words that were handed over wait here. */
export const handoverOf = (page: Page, { userId }: Who, summary: string) =>
  page.evaluate(
    async ([user, words]) => {
      const waiting = await heed.openDesk(user).outbox.list(user);
      return waiting.flatMap((r) =>
        r.handover?.args.content.summary === words ? r.handover.args.noteId : [],
      );
    },
    [userId, summary] as const,
  );

/** Takes a handover back. @returns the code of the error, null where it is here again */
export const takeBack = (page: Page, { userId, token }: Who, handoverId: string) =>
  page.evaluate(
    async ([user, bearer, id]) => heed.codeOf(heed.openDesk(user).handovers.takeBack(id, bearer)),
    [userId, token, handoverId] as const,
  );

/** Says that the score on a card isn't theirs. Asked again, once. */
export const doubt = (page: Page, { userId }: Who, said: { id: string; text: string; cardNumber: number }) =>
  page.evaluate(
    async ([user, { id, text, cardNumber }]) => {
      const desk = heed.openDesk(user);
      desk.shows('A', cardNumber);
      await desk.doubt(id, text, cardNumber);
    },
    [userId, said] as const,
  );

/** @returns false where it may have left */
export const withdrawDoubt = (page: Page, { userId }: Who, id: string) =>
  page.evaluate(async ([user, doubtId]) => heed.openDesk(user).withdrawDoubt(doubtId), [userId, id] as const);
