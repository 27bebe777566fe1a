import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, EDIT, NOTE, PLENTY } from './begun-notes';
import { type Disk, openDisk } from './disk-page';

let disk: Disk;

beforeAll(async () => {
  disk = await openDisk();
});
afterAll(() => disk?.close());

type Seen = {
  /** of saving on a full disk: the error, null where it needed no more writes */
  code: string | null;
  writes: number;
  /** where the words were then, as the next worker found them */
  found: string[];
  again: unknown;
  /** what waits in the end */
  unsent: (string | undefined)[];
};

/** Saves on a disk that is full from the n-th write on; then looks, makes room and saves again. */
const saveWhenFull = (on: Page, draftId: string, nth: number): Promise<Seen> =>
  on.evaluate(
    async ([id, n]) => {
      const desk = heed.openDesk('ana');
      const broken = heed.failFromWrite(desk.db, n);
      desk.shows('A', 7);
      const code = await heed.codeOf(desk.press(id, 1));
      const writes = broken.writes();
      const next = heed.openDesk('ana');
      const draft = await next.drafts.get('ana', id);
      const rows = await next.outbox.list('ana');
      const found = [draft?.draft.content.summary ?? [], rows.map((r) => r.mutation?.args.content.summary)];
      broken.makeRoom();
      const again = await desk.press(id, 1);
      const unsent = (await next.outbox.list('ana')).map((r) => r.mutation?.args.content.summary);
      return { code, writes, found: found.flat().map(String), again, unsent };
    },
    [draftId, nth] as const,
  );

describe('a disk that is full from any write of a save on', () => {
  it.each([
    ['a note', NOTE, 'Billed twice'],
    ['an edit', EDIT, 'As corrected'],
  ])('says so and keeps %s, once; saved again when there is room, it waits once', async (_, id, words) => {
    const codes: (string | null)[] = [];
    for (let nth = 1; nth < PLENTY; nth += 1) {
      const page = await disk.fresh();
      await begin(page);
      const { code, writes, found, again, unsent } = await saveWhenFull(page, id, nth);
      codes.push(code);
      expect(found, `full from write ${nth} on`).toEqual([words]);
      expect(again).toEqual({ state: 'saved' });
      expect(unsent).toEqual([words]);
      await page.close();
      if (code === null && writes < nth) break;
    }
    expect(codes.length).toBeGreaterThan(3);
    expect(codes.pop()).toBeNull();
    expect(new Set(codes)).toEqual(new Set(['storage-full']));
  });
});

type Act = 'undo' | 'hand over' | 'take back';

/** Ana's note is saved, or begun, or in the team's hands: none of it has left. */
const prepare = (on: Page, act: Act) =>
  on.evaluate(
    async ([note, what]) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.type(note, 1, { summary: 'Billed twice' }, { key: 'A' });
      if (what === 'undo') await desk.press(note, 1);
      if (what === 'take back') await desk.handovers.give(note, 1);
    },
    [NOTE, act] as const,
  );

/** Does it on a disk that is full from the n-th write on; then looks, makes room and does it again. */
const actWhenFull = (on: Page, act: Act, nth: number) =>
  on.evaluate(
    async ([note, what, n]) => {
      const desk = heed.openDesk('ana');
      const broken = heed.failFromWrite(desk.db, n);
      desk.shows('A', 7);
      const places = async () => {
        const { drafts, outbox } = heed.openDesk('ana');
        const begun = (await drafts.list('ana')).map(({ draft }) => `draft ${draft.content.summary}`);
        const waiting = (await outbox.list('ana')).map(({ mutation, handover }) =>
          handover ? `given ${handover.args.content.summary}` : `saved ${mutation?.args.content.summary}`,
        );
        return [...begun, ...waiting];
      };
      const doIt = async () => {
        if (what === 'undo') return void (await desk.undo(note, crypto.randomUUID()));
        if (what === 'hand over') return desk.handovers.give(note, 1);
        const [row] = await desk.outbox.list('ana');
        await desk.handovers.takeBack(row?.handover?.args.noteId ?? '', '');
      };
      const code = await heed.codeOf(doIt());
      const writes = broken.writes();
      const found = await places();
      broken.makeRoom();
      if (code !== null) await doIt();
      return { code, writes, found, end: await places() };
    },
    [NOTE, act, nth] as const,
  );

describe('a disk that is full from any write on, while a rep would', () => {
  it.each([
    ['undo', 'saved Billed twice', 'draft Billed twice'],
    ['hand over', 'draft Billed twice', 'given Billed twice'],
    ['take back', 'given Billed twice', 'draft Billed twice'],
  ] as const)(
    '%s, says so, and the words are where they were; done when there is room',
    async (act, before, after) => {
      const codes: (string | null)[] = [];
      for (let nth = 1; nth < PLENTY; nth += 1) {
        const page = await disk.fresh();
        await prepare(page, act);
        const { code, writes, found, end } = await actWhenFull(page, act, nth);
        codes.push(code);
        expect(found, `full from write ${nth} on`).toEqual([code === null ? after : before]);
        expect(end).toEqual([after]);
        await page.close();
        if (code === null && writes < nth) break;
      }
      expect(codes.length).toBeGreaterThan(2);
      expect(codes.pop()).toBeNull();
      expect(new Set(codes)).toEqual(new Set(['storage-full']));
    },
  );
});
