import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Fate } from '@/tests/support/rough-way';
import { drain } from './queue-notes';
import type { QueueWorld } from './queue-world';
import * as desk from './rep-desk';
import { NOTES, type RepStep } from './rep-steps';

/** What a rep was told, each by its id: the words of what is saved, handed over and doubted. */
export type Told = {
  saved: Map<string, string>;
  given: Map<string, string>;
  doubted: Map<string, string>;
  /** all that ever was: what was undone, taken back or withdrawn the store must not have */
  ids: Set<string>;
};

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A rep at work, whose browser may be killed at any moment. */
export function createRep(world: QueueWorld, firstPage: Page) {
  const { disk, way, who } = world;
  const notes = Array.from({ length: NOTES }, () => crypto.randomUUID());
  const told: Told = { saved: new Map(), given: new Map(), doubted: new Map(), ids: new Set(notes) };
  /** handovers that the rep has asked for again, and may have or not */
  const askedBack = new Set<string>();
  /** which customer each handover is about */
  const givenFrom = new Map<string, string>();
  let page = firstPage;
  let texts = 0;

  const newText = () => {
    texts += 1;
    return `Text ${texts}`;
  };

  /** Ends the page as a crash would, and opens another: what was in memory is gone. */
  async function kill(ms: number): Promise<void> {
    await wait(ms);
    const next = disk.again(page);
    await page.close();
    page = await next;
  }

  /** Does it; or begins to, is killed, and does it again. */
  async function doIt<T>(act: (on: Page) => Promise<T>, killedAfterMs: number | null): Promise<T> {
    if (killedAfterMs !== null) {
      act(page).catch(() => {}); // its page is killed on purpose
      await kill(killedAfterMs);
    }
    return act(page);
  }

  function happen(coming: readonly Fate[]): void {
    const left = [...coming];
    way.setFates(() => left.shift() ?? 'pass');
  }

  async function begin(noteId: string): Promise<desk.Begun> {
    const known = told.saved.has(noteId);
    const stored = (await world.inStore()).find((n) => n.noteId === noteId);
    const begun = {
      ...{ noteId, draftId: known ? crypto.randomUUID() : noteId },
      ...{ summary: newText(), version: known ? (stored?.version ?? 1) : 0 },
    };
    await desk.write(page, who, begun);
    return begun;
  }

  async function finish(begun: desk.Begun, killedAfterMs: number | null): Promise<void> {
    const { noteId, draftId } = begun;
    expect(await doIt((on) => desk.press(on, who, noteId, draftId), killedAfterMs)).toBe('saved');
    told.saved.set(noteId, begun.summary);
  }

  async function undo(noteId: string, killedAfterMs: number | null): Promise<void> {
    if (!told.saved.has(noteId)) return;
    await doIt((on) => desk.undo(on, who, noteId), killedAfterMs);
    if (await desk.isDraft(page, who, noteId)) told.saved.delete(noteId);
  }

  async function saveSendAndUndo(noteId: string, inTime: boolean): Promise<void> {
    if (told.saved.has(noteId)) return;
    await begin(noteId);
    const words = newText();
    const state = await desk.saveSendAndUndo(page, who, { noteId, words, inTime });
    if (inTime) expect(state, 'undone in time').toBe('draft');
    told.saved.set(noteId, words);
  }

  async function handOver(killedAfterMs: number | null): Promise<void> {
    const { draftId, summary } = await begin(crypto.randomUUID());
    await doIt((on) => desk.handOver(on, who, draftId), killedAfterMs);
    const given = await desk.handoverOf(page, who, summary);
    expect(given, 'waits here once').toHaveLength(1);
    for (const id of given) {
      told.ids.add(id);
      told.given.set(id, summary);
      givenFrom.set(id, draftId);
    }
    expect(await desk.isDraft(page, who, draftId)).toBe(false);
  }

  /** What is here again is finished by its giver. */
  async function finishTakenBack(handoverId: string): Promise<void> {
    const summary = told.given.get(handoverId) ?? '';
    expect(await desk.isDraft(page, who, handoverId)).toBe(true);
    const key = givenFrom.get(handoverId) ?? '';
    expect(await desk.press(page, who, key, handoverId)).toBe('saved');
    told.given.delete(handoverId);
    told.saved.set(handoverId, summary);
  }

  async function takeBack(killedAfterMs: number | null): Promise<void> {
    const handoverId = [...told.given.keys()].at(-1);
    if (handoverId === undefined) return;
    askedBack.add(handoverId);
    const code = await doIt((on) => desk.takeBack(on, who, handoverId), killedAfterMs);
    // Killed, it may have come back the first time, and nobody but this disk knows of it.
    if (code === null || (await desk.isDraft(page, who, handoverId))) await finishTakenBack(handoverId);
  }

  async function doubt(killedAfterMs: number | null): Promise<void> {
    const said = { id: crypto.randomUUID(), text: newText(), cardNumber: world.cardNumber };
    await doIt((on) => desk.doubt(on, who, said), killedAfterMs);
    told.ids.add(said.id);
    told.doubted.set(said.id, said.text);
  }

  async function withdrawDoubt(): Promise<void> {
    const id = [...told.doubted.keys()].at(-1);
    if (id !== undefined && (await desk.withdrawDoubt(page, who, id))) told.doubted.delete(id);
  }

  async function pushInTwoWindows(): Promise<void> {
    const other = await disk.again(page);
    await Promise.all([desk.push(page, who), desk.push(other, who)]);
    await other.close();
  }

  async function saveWhilePushing(noteId: string): Promise<void> {
    const begun = await begin(noteId);
    await Promise.all([desk.push(page, who), finish(begun, null)]);
  }

  async function push(killedAfterMs: number | null, inTime: boolean): Promise<void> {
    if (killedAfterMs === null) return desk.push(page, who, inTime);
    desk.push(page, who, inTime).catch(() => {}); // its page is killed on purpose
    await kill(killedAfterMs);
  }

  const noteOf = (s: { note: number }) => notes[s.note] ?? '';
  type Acts = { [K in RepStep['do']]: (s: Extract<RepStep, { do: K }>) => Promise<void> };
  const acts: Acts = {
    save: async (s) => finish(await begin(noteOf(s)), s.killedAfterMs),
    push: (s) => push(s.killedAfterMs, s.inTime),
    saveWhilePushing: (s) => saveWhilePushing(noteOf(s)),
    pushInTwoWindows,
    undo: (s) => undo(noteOf(s), s.killedAfterMs),
    saveSendAndUndo: (s) => saveSendAndUndo(noteOf(s), s.inTime),
    handOver: (s) => handOver(s.killedAfterMs),
    takeBack: (s) => takeBack(s.killedAfterMs),
    doubt: (s) => doubt(s.killedAfterMs),
    withdrawDoubt,
    kill: () => kill(0),
    deliverLate: () => way.deliverLate(),
  };

  return {
    async take(s: RepStep): Promise<void> {
      happen('fates' in s ? s.fates : []);
      await (acts[s.do] as (step: RepStep) => Promise<void>)(s);
    },

    /** All is well again: what is on its way arrives. @returns what the store must have by now */
    async end(): Promise<Told> {
      happen([]);
      await way.deliverLate();
      await drain(page, who, 20);
      for (const id of askedBack)
        if (told.given.has(id)) {
          if (!(await desk.isDraft(page, who, id))) expect(await desk.takeBack(page, who, id)).toBeNull();
          await finishTakenBack(id);
        }
      await drain(page, who, 20);
      await page.close();
      return told;
    },
  };
}
