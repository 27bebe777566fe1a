import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { type Fate, fates } from '@/tests/support/rough-way';
import { drain } from './queue-notes';
import type { QueueWorld } from './queue-world';

/** What may happen to a rep, their browser and the way to the store, in any order. */
export type RepStep =
  | { do: 'save'; note: number; killedAfterMs: number | null }
  | { do: 'push'; fates: Fate[]; killedAfterMs: number | null }
  | { do: 'saveWhilePushing'; note: number; fates: Fate[] }
  | { do: 'pushInTwoWindows'; fates: Fate[] }
  | { do: 'kill' }
  | { do: 'deliverLate' };

const NOTES = 3;
const note = fc.nat({ max: NOTES - 1 });
const someFates = fc.array(fc.constantFrom(...fates), { maxLength: 6 });
const killedAfterMs = fc.option(fc.nat({ max: 40 }), { freq: 3 });

export const step: fc.Arbitrary<RepStep> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('save' as const), note, killedAfterMs }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('push' as const), fates: someFates, killedAfterMs }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('saveWhilePushing' as const), note, fates: someFates }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pushInTwoWindows' as const), fates: someFates }) },
  { weight: 1, arbitrary: fc.constant({ do: 'kill' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'deliverLate' as const }) },
);

/** The words of a note that a rep has begun and not finished: a draft of the note, or of an edit of it. */
type Begun = { noteId: string; draftId: string; summary: string; version: number };

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Ends the page as a crash would, and opens another: what was in memory is gone. */
async function killed(page: Page, { disk }: QueueWorld, ms: number): Promise<Page> {
  await wait(ms);
  const next = disk.again(page);
  await page.close();
  return next;
}

/** Words on disk as a draft: a new note's, or those of an edit of one that is on its way or in the store. */
const write = (page: Page, { userId }: QueueWorld['who'], begun: Begun) =>
  page.evaluate(
    async ([user, { noteId, draftId, summary, version }]) => {
      const desk = heed.openDesk(user);
      desk.shows(noteId, 7);
      if (version > 0) await desk.edit(draftId, noteId, version, { summary: 'As it was' });
      else desk.shows(noteId, null);
      await desk.type(draftId, 1, { summary }, { key: noteId });
    },
    [userId, begun] as const,
  );

const press = (page: Page, { userId }: QueueWorld['who'], { noteId, draftId }: Begun) =>
  page.evaluate(
    async ([user, key, id]) => {
      const desk = heed.openDesk(user);
      desk.shows(key, null);
      await desk.press(id, 1);
    },
    [userId, noteId, draftId] as const,
  );

const push = (page: Page, { userId, token }: QueueWorld['who']) =>
  page.evaluate(async ([user, bearer]) => void (await heed.openDesk(user).push(bearer)), [
    userId,
    token,
  ] as const);

/** A rep at work. @returns what each note says that they were told is saved, by its id, when all has gone out */
export async function work(world: QueueWorld, steps: readonly RepStep[]): Promise<Map<string, string>> {
  const { disk, way, who } = world;
  const ids = Array.from({ length: NOTES }, () => crypto.randomUUID());
  const saved = new Map<string, string>();
  let page = await disk.fresh();
  let texts = 0;

  async function begin(index: number): Promise<Begun> {
    const noteId = ids[index] ?? '';
    texts += 1;
    const known = saved.has(noteId);
    const stored = (await world.inStore()).find((n) => n.noteId === noteId);
    const begun = {
      ...{ noteId, draftId: known ? crypto.randomUUID() : noteId },
      ...{ summary: `Text ${texts}`, version: known ? (stored?.version ?? 1) : 0 },
    };
    await write(page, who, begun);
    return begun;
  }

  async function finish(begun: Begun, killedAfter: number | null): Promise<void> {
    if (killedAfter !== null) {
      press(page, who, begun).catch(() => {}); // its page is killed on purpose
      page = await killed(page, world, killedAfter);
    }
    await press(page, who, begun);
    saved.set(begun.noteId, begun.summary);
  }

  function happen(coming: readonly Fate[]): void {
    const left = [...coming];
    way.setFates(() => left.shift() ?? 'pass');
  }

  async function otherWindow(): Promise<void> {
    const other = await disk.again(page);
    await Promise.all([push(page, who), push(other, who)]);
    await other.close();
  }

  async function take(s: RepStep): Promise<void> {
    if ('fates' in s) happen(s.fates);
    if (s.do === 'save') await finish(await begin(s.note), s.killedAfterMs);
    else if (s.do === 'saveWhilePushing') {
      const begun = await begin(s.note);
      await Promise.all([push(page, who), finish(begun, null)]);
    } else if (s.do === 'push' && s.killedAfterMs !== null) {
      push(page, who).catch(() => {}); // its page is killed on purpose
      page = await killed(page, world, s.killedAfterMs);
    } else if (s.do === 'push') await push(page, who);
    else if (s.do === 'pushInTwoWindows') await otherWindow();
    else if (s.do === 'kill') page = await killed(page, world, 0);
    else await way.deliverLate();
  }

  for (const s of steps) await take(s);
  happen([]);
  await way.deliverLate();
  await drain(page, who, 20);
  await page.close();
  return saved;
}
