import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UNDO_HOLD, UNDO_WINDOW } from '@/lib/domain/undo-window';
import { DAY } from '@/lib/platform/clock';
import { type Disk, openDisk } from './disk-page';

const NOTE = '01939000-0000-7000-8000-00000000000a';
const OTHER = '01939000-0000-7000-8000-00000000000b';
const EDIT = '01939000-0000-7000-8000-0000000000e1';
const ids = [NOTE, EDIT, OTHER] as const;

let disk: Disk;
let page: Page;

beforeAll(async () => {
  disk = await openDisk();
});
afterAll(() => disk?.close());
beforeEach(async () => {
  page = await disk.fresh();
});

/** Ana's note is finished and waits, never sent. */
const saveNoteOf = (on: Page, noteId: string) =>
  on.evaluate(async (note) => {
    const desk = heed.openDesk('ana');
    desk.shows('A', 7);
    await desk.type(note, 1, { summary: 'First' }, { key: 'A' });
    await desk.press(note, 1);
  }, noteId);
const saveNote = (on: Page) => saveNoteOf(on, NOTE);

const outboxOf = async () =>
  (await disk.again(page)).evaluate(async () => heed.openDesk('ana').outbox.list('ana'));
const draftOf = async (id: string) =>
  (await disk.again(page)).evaluate(async (draft) => heed.openDesk('ana').drafts.get('ana', draft), id);

describe('a wrap-up that is undone', () => {
  it('is a draft again, pinned, with its words, and nothing of it waits', async () => {
    await saveNote(page);
    expect(
      await page.evaluate(async ([note, edit]) => {
        const desk = heed.openDesk('ana');
        const state = await desk.undo(note, edit);
        return { state, active: await desk.drafts.active('ana') };
      }, ids),
    ).toEqual({ state: 'draft', active: NOTE });
    expect(await outboxOf()).toEqual([]);
    expect(await draftOf(NOTE)).toMatchObject({
      rev: expect.any(Number),
      draft: { name: 'Name of A', content: { summary: 'First' }, customer: { cardNumber: 7 } },
    });
  });

  it('goes on: it is typed in and saved as any, once', async () => {
    await saveNote(page);
    await page.evaluate(async ([note, edit]) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.undo(note, edit);
      // Above all that another sidebar may remember of this note.
      const rev = ((await desk.drafts.get('ana', note))?.rev ?? 0) + 1;
      await desk.type(note, rev, { summary: 'First, and more' });
      await desk.press(note, rev);
    }, ids);
    const rows = await outboxOf();
    expect(rows.map(({ mutation }) => [mutation?.name, mutation?.args.content.summary])).toEqual([
      ['saveNote', 'First, and more'],
    ]);
  });

  it('that may have left is edited instead, and goes out as an edit of what left', async () => {
    const seen = await page.evaluate(async ([note, edit]) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.type(note, 1, { summary: 'First' }, { key: 'A' });
      await desk.press(note, 1);
      await desk.outbox.due('ana', 10, heed.later());
      const state = await desk.undo(note, edit);
      await desk.type(edit, 1, { summary: 'Second' });
      await desk.press(edit, 1);
      return { state, note: await desk.drafts.get('ana', note) };
    }, ids);
    expect(seen).toEqual({ state: 'edit', note: null });
    expect((await outboxOf()).map(({ mutation }) => mutation?.name)).toEqual(['saveNote', 'editNote']);
  });

  it('is the call that it was: who rang, what was asked, and which prompts were put away', async () => {
    const rest = await page.evaluate(async ([note, edit]) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.type(note, 1, { summary: 'First' }, { key: 'A' });
      const stored = await desk.drafts.get('ana', note);
      if (!stored) throw new Error('no draft');
      const rest = { line: '+1 555 0100', begunBy: 'Ben', asked: 'Ring back', movedFrom: 'Cara' };
      const draft = { ...stored.draft, ...rest, dismissed: ['listen'] };
      await desk.words.put({ userId: 'ana', before: 1, next: { ...stored, draft, rev: 2 }, activate: false });
      await desk.press(note, 2);
      await desk.undo(note, edit);
      return { ...rest, dismissed: ['listen'] };
    }, ids);
    expect((await draftOf(NOTE))?.draft).toMatchObject(rest);
  });

  it('of which an edit has begun stays saved: the edit is gone on with', async () => {
    await saveNote(page);
    const state = await page.evaluate(async ([note, edit, other]) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.undo(note, edit);
      const rev = ((await desk.drafts.get('ana', note))?.rev ?? 0) + 1;
      await desk.press(note, rev - 1);
      const [row] = await desk.outbox.list('ana');
      await desk.edits.beginUnsent(
        { tabId: heed.TAB, writer: 'frame' },
        { draftId: edit, id: row?.id ?? '' },
      );
      return { again: await desk.undo(note, other), drafts: (await desk.drafts.list('ana')).length };
    }, ids);
    expect(state).toEqual({ again: 'edit', drafts: 1 });
    expect((await outboxOf()).map(({ mutation }) => mutation?.name)).toEqual(['saveNote']);
  });

  it('that the store has by now is edited on its first version', async () => {
    const state = await page.evaluate(async ([note, edit]) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.type(note, 1, { summary: 'First' }, { key: 'A' });
      await desk.press(note, 1);
      const [row] = await desk.outbox.due('ana', 10, heed.later());
      await desk.outbox.remove([row?.id ?? '']);
      return desk.undo(note, edit);
    }, ids);
    expect(state).toBe('edit');
    expect(await draftOf(EDIT)).toMatchObject({
      draft: { edits: { noteId: NOTE, base: 1 }, content: { summary: 'First' } },
    });
  });

  it('leaves the call that has begun since where it can be resumed', async () => {
    await saveNote(page);
    await page.evaluate(async ([note, edit, other]) => {
      const desk = heed.openDesk('ana');
      desk.shows('B', 8);
      await desk.type(other, 1, { summary: 'The next caller' }, { key: 'B' });
      await desk.undo(note, edit);
    }, ids);
    expect(await draftOf(OTHER)).toMatchObject({ draft: { content: { summary: 'The next caller' } } });
  });

  it('is another’s no matter', async () => {
    await saveNote(page);
    const code = await page.evaluate(
      async ([note, edit]) => heed.codeOf(heed.openDesk('ben').undo(note, edit)),
      ids,
    );
    expect(code).toBe('not-found');
    expect(await outboxOf()).toHaveLength(1);
  });
});

/** Summaries of what may leave, by this clock. */
const dueAt = (on: Page, ms: number) =>
  on.evaluate(
    async (by) =>
      (await heed.openDesk('ana').outbox.due('ana', 10, new Date(Date.now() + by))).map(
        ({ mutation }) => mutation?.args.content.summary,
      ),
    ms,
  );

describe('a note that was wrapped up a moment ago', () => {
  it('doesn’t leave while that can be undone, also after a worker that was killed; then it does', async () => {
    await saveNote(page);
    const next = await disk.again(page);
    await page.close();
    expect(await dueAt(next, 0)).toEqual([]);
    expect(await dueAt(next, UNDO_WINDOW)).toEqual([]);
    expect(await dueAt(next, UNDO_HOLD)).toEqual(['First']);
  });

  it('is counted as one that waits, can be seen to wait for its undo, and is in the file', async () => {
    await saveNote(page);
    const seen = await page.evaluate(async () => {
      const { outbox } = heed.openDesk('ana');
      const held = [new Date(), heed.later()].map((now) => outbox.isHeldBack('ana', now));
      const { waiting } = await outbox.counts('ana');
      return { waiting, held: await Promise.all(held), listed: (await outbox.list('ana')).length };
    });
    expect(seen).toEqual({ waiting: 1, held: [true, false], listed: 1 });
  });

  it('is known after the worker was killed, to its author alone and no longer than it can be undone', async () => {
    await saveNote(page);
    const next = await disk.again(page);
    await page.close();
    const held = (user: string, ms: number) =>
      next.evaluate(([who, by]) => heed.openDesk('ana').outbox.heldNote(who, new Date(Date.now() + by)), [
        user,
        ms,
      ] as const);
    const note = { noteId: NOTE, name: 'Name of A', direction: 'inbound', content: { summary: 'First' } };
    expect(await held('ana', 0)).toMatchObject({ ...note, at: expect.stringMatching(/Z$/) });
    expect(await held('ana', UNDO_HOLD)).toBeNull();
    expect(await held('ben', 0)).toBeNull();
  });

  it('goes at once when the next one is wrapped up, which waits in its place', async () => {
    await saveNote(page);
    await page.evaluate(async ([, , other]) => {
      const desk = heed.openDesk('ana');
      desk.shows('B', 8);
      await desk.type(other, 1, { summary: 'Second' }, { key: 'B' });
      await desk.press(other, 1);
    }, ids);
    expect(await dueAt(page, 0)).toEqual(['First']);
    expect(await dueAt(page, UNDO_HOLD)).toEqual(['First', 'Second']);
  });

  it('goes at once when its author says so, and holds up nobody else’s', async () => {
    await saveNote(page);
    const letGo = (user: string) =>
      page.evaluate((who) => heed.openDesk(who).outbox.letGo(who, new Date()), user);
    expect(await letGo('ben')).toBe(false);
    expect(await dueAt(page, 0)).toEqual([]);
    expect(await letGo('ana')).toBe(true);
    expect(await dueAt(page, 0)).toEqual(['First']);
  });

  const holds = (on: Page) =>
    on.evaluate(async () => {
      const { db } = heed.openDesk('ana');
      return (await db.meta.toCollection().primaryKeys()).filter((id) => id.startsWith('undoable:'));
    });

  it('leaves no trace of when that was, once it left or was undone', async () => {
    await saveNote(page);
    expect(await holds(page)).toEqual(['undoable:ana']);
    await page.evaluate(async () => {
      const { outbox } = heed.openDesk('ana');
      await outbox.remove((await outbox.due('ana', 10, heed.later())).map(({ id }) => id));
    });
    expect(await holds(page)).toEqual([]);
    await saveNoteOf(page, OTHER);
    await page.evaluate(async ([, edit, other]) => heed.openDesk('ana').undo(other, edit), ids);
    expect(await holds(page)).toEqual([]);
  });

  it('leaves none either where the store refuses it', async () => {
    await saveNote(page);
    expect(await holds(page)).toEqual(['undoable:ana']);
    const states = await page.evaluate(async () => {
      const { outbox } = heed.openDesk('ana');
      for (const { id } of await outbox.due('ana', 10, heed.later()))
        await outbox.needsAttention(id, 'customer-not-found');
      return (await outbox.list('ana')).map(({ state }) => state);
    });
    expect(states).toEqual(['needs-attention']);
    expect(await holds(page)).toEqual([]);
  });

  it('has nothing to let go of any more when its time is over', async () => {
    await saveNote(page);
    const late = await page.evaluate(() => heed.openDesk('ana').outbox.letGo('ana', heed.later()));
    expect(late).toBe(false);
  });

  it('isn’t kept back for a day by a clock that was set back by one', async () => {
    await saveNote(page);
    expect(await dueAt(page, -DAY)).toEqual(['First']);
  });

  it('keeps no edit back that is saved after it, and doesn’t leave for that', async () => {
    await saveNoteOf(page, OTHER);
    await page.evaluate(async ([note, edit]) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.edit(edit, note, 1, { summary: 'As it was' });
      await desk.type(edit, 1, { summary: 'As corrected' });
      await desk.press(edit, 1);
    }, ids);
    expect(await dueAt(page, 0)).toEqual(['As corrected']);
  });
});
