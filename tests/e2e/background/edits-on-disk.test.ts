import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Disk, openDisk } from './disk-page';

const NOTE = '01939000-0000-7000-8000-00000000000a';
const OTHER = '01939000-0000-7000-8000-00000000000b';
const EDIT = '01939000-0000-7000-8000-0000000000e1';
const EDIT2 = '01939000-0000-7000-8000-0000000000e2';
const ids = [NOTE, EDIT, EDIT2, OTHER] as const;

let disk: Disk;
let page: Page;

beforeAll(async () => {
  disk = await openDisk();
});
afterAll(() => disk?.close());
beforeEach(async () => {
  page = await disk.fresh();
});

/** Ana edits the note that the store has in version 3. */
const beginEdit = (on: Page) =>
  on.evaluate(async ([note, edit]) => {
    const desk = heed.openDesk('ana');
    desk.shows('A', 7);
    await desk.edit(edit, note, 3, { summary: 'As saved' });
    await desk.type(edit, 1, { summary: 'As corrected' });
  }, ids);

/** Ana's note is finished and waits, never sent. */
const saveNote = (on: Page) =>
  on.evaluate(async ([note]) => {
    const desk = heed.openDesk('ana');
    desk.shows('A', 7);
    await desk.type(note, 1, { summary: 'First' }, { key: 'A' });
    await desk.press(note, 1);
  }, ids);

const outboxOf = async () =>
  (await disk.again(page)).evaluate(async () => heed.openDesk('ana').outbox.list('ana'));
const draftOf = async (id: string) =>
  (await disk.again(page)).evaluate(async (draft) => heed.openDesk('ana').drafts.get('ana', draft), id);

describe('an edit of a saved note', () => {
  it('is a draft on disk, of an id of its own, that knows which version it edits', async () => {
    await beginEdit(page);
    expect(await draftOf(EDIT)).toMatchObject({
      rev: 1,
      draft: {
        name: 'Name of A',
        content: { summary: 'As corrected' },
        edits: { noteId: NOTE, base: 3, original: { summary: 'As saved' } },
      },
    });
  });

  it('goes to its note on that version, whoever the page shows by then, and the draft is gone', async () => {
    await beginEdit(page);
    const seen = await page.evaluate(async ([, edit]) => {
      const desk = heed.openDesk('ana');
      desk.shows('B', 8);
      return { saved: await desk.press(edit, 1), draft: await desk.drafts.get('ana', edit) };
    }, ids);
    expect(seen).toEqual({ saved: { state: 'saved' }, draft: null });
    const [entry, ...others] = await outboxOf();
    expect(others).toEqual([]);
    expect(entry?.mutation).toMatchObject({
      name: 'editNote',
      userId: 'ana',
      args: { noteId: NOTE, base: 3, content: { summary: 'As corrected' } },
    });
  });

  it('is one for each note: asked for again, the one that was begun is there', async () => {
    await beginEdit(page);
    const seen = await page.evaluate(async ([note, edit, second]) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.calls.park(edit);
      await desk.edit(second, note, 3, { summary: 'As saved' });
      return { active: await desk.drafts.active('ana'), second: await desk.drafts.get('ana', second) };
    }, ids);
    expect(seen).toEqual({ active: EDIT, second: null });
  });

  it('lets the call wait that it was made in, and gives it back', async () => {
    const seen = await page.evaluate(async ([note, edit, , call]) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.type(call, 1, { summary: 'In a call' }, { key: 'A' });
      await desk.edit(edit, note, 3, { summary: 'As saved' });
      const during = await desk.drafts.active('ana');
      await desk.calls.dropEmpty(edit);
      const left = await desk.drafts.active('ana');
      await desk.edit(edit.replace('e1', 'e3'), note, 3, { summary: 'As saved' });
      await desk.type(edit.replace('e1', 'e3'), 1, { summary: 'Changed' });
      await desk.press(edit.replace('e1', 'e3'), 1);
      return { during, left, saved: await desk.drafts.active('ana') };
    }, ids);
    expect(seen).toEqual({ during: EDIT, left: OTHER, saved: OTHER });
  });

  it('is thrown away only while it says what the note said, and never moves to another customer', async () => {
    await beginEdit(page);
    const seen = await page.evaluate(async ([, edit]) => {
      const desk = heed.openDesk('ana');
      desk.shows('B', 8);
      return [
        await heed.codeOf(desk.calls.dropEmpty(edit)),
        await heed.codeOf(
          desk.calls.moveToPage({ tabId: heed.TAB, writer: 'frame' }, { noteId: edit, key: 'B' }),
        ),
      ];
    }, ids);
    expect(seen).toEqual(['bad-input', 'bad-input']);
    expect((await draftOf(EDIT))?.draft).toMatchObject({ customer: { cardNumber: 7 }, moves: [] });
  });

  it('begins only where page or call is about the note’s customer', async () => {
    const code = await page.evaluate(async ([note, edit]) => {
      const desk = heed.openDesk('ana');
      desk.shows('B', 8);
      return heed.codeOf(desk.edit(edit, note, 3, { summary: 'x' }));
    }, ids);
    expect(code).toBe('identity-changed');
  });

  it('begun on what is shown, where that is older than what was sent since, is in no conflict with it', async () => {
    await beginEdit(page);
    const seen = await page.evaluate(async ([note, edit, second]) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.press(edit, 1);
      const due = (await desk.outbox.due('ana', 20, heed.later())).map((e) => e.id);
      await desk.outbox.remove(due, due);
      await desk.edit(second, note, 3, { summary: 'As saved' });
      const own = (await desk.drafts.get('ana', second))?.draft;
      await desk.calls.dropEmpty(second);
      const third = second.replace('e2', 'e3');
      await desk.edit(third, note, 5, { summary: 'Of another computer' });
      const newer = (await desk.drafts.get('ana', third))?.draft;
      const others = await heed.openDesk('ben').outbox.lastSent('ben', note);
      return { own, newer, others };
    }, ids);
    expect(seen.own).toMatchObject({ content: { summary: 'As corrected' }, edits: { base: 4 } });
    expect(seen.newer).toMatchObject({ content: { summary: 'Of another computer' }, edits: { base: 5 } });
    expect(seen.others).toBeNull();
  });

  it('masks a card number before the disk has it', async () => {
    await beginEdit(page);
    const summary = await page.evaluate(async ([, edit]) => {
      const desk = heed.openDesk('ana');
      await desk.type(edit, 2, { summary: 'Card 4111 1111 1111 1111' });
      return (await desk.drafts.get('ana', edit))?.draft.content.summary;
    }, ids);
    expect(summary).toBe('Card •••• 1111');
  });
});

describe('an edit of a note that is not in the store yet', () => {
  /** Edits what waits of the note, as from the list of unsent notes. */
  const editUnsent = (on: Page, summary: string, draftId = EDIT) =>
    on.evaluate(
      async ([draft, text]) => {
        const desk = heed.openDesk('ana');
        const [row] = await desk.outbox.list('ana');
        const here = { tabId: heed.TAB, writer: 'frame' };
        await desk.edits.beginUnsent(here, { draftId: draft, id: row?.id ?? '' });
        await desk.type(draft, 1, { summary: text });
        await desk.press(draft, 1);
      },
      [draftId, summary] as const,
    );
  const texts = async () =>
    (await outboxOf()).map(({ mutation }) => [mutation?.name, mutation?.args.content.summary]);

  it('is that note with another text, as long as it was never sent', async () => {
    await saveNote(page);
    const [before] = await outboxOf();
    await editUnsent(page, 'Second');
    await editUnsent(page, 'Third', EDIT2);
    const [after, ...others] = await outboxOf();
    expect(others).toEqual([]);
    expect(after).toMatchObject({ id: before?.id, mutation: { args: { content: { summary: 'Third' } } } });
    expect(after?.mutation?.name).toBe('saveNote');
  });

  it('goes behind it once it may have been sent, and is not sent before it is there', async () => {
    await saveNote(page);
    const first = await page.evaluate(() => heed.openDesk('ana').outbox.due('ana', 20, heed.later()));
    await editUnsent(page, 'Second');
    await editUnsent(page, 'Third', EDIT2);
    expect(await texts()).toEqual([
      ['saveNote', 'First'],
      ['editNote', 'Third'],
    ]);
    const seen = await page.evaluate(async (id) => {
      const { outbox } = heed.openDesk('ana');
      const due = async () => (await outbox.due('ana', 20, heed.later())).map((e) => e.mutation);
      const before = await due();
      await outbox.remove([id]);
      return { before, after: await due() };
    }, first[0]?.id ?? '');
    expect(seen.before).toMatchObject([{ name: 'saveNote' }]);
    expect(seen.after).toMatchObject([
      { name: 'editNote', args: { base: 1, content: { summary: 'Third' } } },
    ]);
  });

  it('keeps its place behind its note though the clock is set back', async () => {
    await page.clock.setFixedTime(new Date('2026-11-22T12:00:00Z'));
    await saveNote(page);
    await page.evaluate(() => heed.openDesk('ana').outbox.due('ana', 20, heed.later()));
    await page.clock.setFixedTime(new Date('2026-11-21T12:00:00Z'));
    await editUnsent(page, 'Second');
    const due = await page.evaluate(() => heed.openDesk('ana').outbox.due('ana', 20, heed.later()));
    expect(due.map((e) => e.mutation?.name)).toEqual(['saveNote']);
  });

  it('is held back by its own note that needs attention, and by no other', async () => {
    await saveNote(page);
    const due = await page.evaluate(async ([note, , , other]) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      const [poisoned] = await desk.outbox.due('ana', 20, heed.later());
      await desk.outbox.needsAttention(poisoned?.id ?? '', 'customer-ambiguous');
      await desk.edit('01939000-0000-7000-8000-0000000000e1', note, 1, { summary: 'First' });
      await desk.type('01939000-0000-7000-8000-0000000000e1', 1, { summary: 'Second' });
      await desk.press('01939000-0000-7000-8000-0000000000e1', 1);
      await desk.type(other, 1, { summary: 'Another note' }, { key: 'A' });
      await desk.press(other, 1);
      return (await desk.outbox.due('ana', 20, heed.later())).map((e) => e.mutation?.args.content.summary);
    }, ids);
    expect(due).toEqual(['Another note']);
    expect(await outboxOf()).toHaveLength(3);
  });

  it('is never lost to a note that leaves in the same moment', async () => {
    for (let i = 0; i < 12; i += 1) {
      page = await disk.fresh();
      await saveNote(page);
      const sent = await page.evaluate(async ([, edit]) => {
        const desk = heed.openDesk('ana');
        const [row] = await desk.outbox.list('ana');
        const here = { tabId: heed.TAB, writer: 'frame' };
        await desk.edits.beginUnsent(here, { draftId: edit, id: row?.id ?? '' });
        await desk.type(edit, 1, { summary: 'Second' });
        const [due] = await Promise.all([desk.outbox.due('ana', 20, heed.later()), desk.press(edit, 1)]);
        await desk.outbox.remove(due.map((e) => e.id));
        return due.map((e) => e.mutation?.args.content.summary);
      }, ids);
      const left = (await texts()).map(([, summary]) => summary);
      expect([...sent, ...left].at(-1)).toBe('Second');
    }
  });
});
