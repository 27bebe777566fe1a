import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Disk, openDisk } from './disk-page';

const NOTE = '01939000-0000-7000-8000-00000000000a';
const EDIT = '01939000-0000-7000-8000-0000000000e1';
const BOTH = '01939000-0000-7000-8000-0000000000e2';
const ids = [NOTE, EDIT, BOTH] as const;

let disk: Disk;
let page: Page;
let row: string;

beforeAll(async () => {
  disk = await openDisk();
});
afterAll(() => disk?.close());

/** Ana's edit of version 3 came too late: the store has version 4. */
async function refusedEdit(): Promise<string> {
  page = await disk.fresh();
  return page.evaluate(async ([note, edit]) => {
    const desk = heed.openDesk('ana');
    desk.shows('A', 7);
    await desk.edit(edit, note, 3, { summary: 'As saved' });
    await desk.type(edit, 1, { summary: 'Mine' });
    await desk.press(edit, 1);
    const [due] = await desk.outbox.due('ana', 20, heed.later());
    await desk.refuse(due?.id ?? '', 4, 'Theirs');
    return due?.id ?? '';
  }, ids);
}
beforeEach(async () => {
  row = await refusedEdit();
});

/** What the next worker finds. */
const found = async () =>
  (await disk.again(page)).evaluate(async () => {
    const desk = heed.openDesk('ana');
    const entries = await desk.unsent();
    const due = await desk.outbox.due('ana', 20, heed.later());
    return {
      texts: entries.map((e) => [e.state, e.summary, e.conflict?.theirs.content.summary ?? null]),
      due: due.map((e) => e.mutation),
      counts: await desk.outbox.counts('ana'),
      drafts: (await desk.drafts.list('ana')).map((d) => d.draft.content.summary),
    };
  });
const both = ['needs-attention', 'Mine', 'Theirs'];

describe('a conflict', () => {
  it('keeps mine and theirs until somebody has chosen, and sends nothing', async () => {
    await page.evaluate(() => heed.openDesk('ana').outbox.retry('ana'));
    expect(await found()).toMatchObject({
      texts: [both],
      due: [],
      counts: { waiting: 0, needsAttention: 1 },
    });
  });

  it('says nothing on disk to whoever has no key', async () => {
    const raw = await page.evaluate(async () => {
      const rows = await heed.openDesk('ana').db.outbox.toArray();
      const sealed = rows.flatMap((r) => [r.sealed.data, r.theirs?.data ?? new ArrayBuffer(0)]);
      const texts = sealed.map((data) => new TextDecoder('latin1').decode(data));
      return { sizes: sealed.map((data) => data.byteLength), text: JSON.stringify(rows) + texts.join() };
    });
    expect(raw.text).not.toMatch(/Mine|Theirs|Ana Lima/);
    expect(Math.min(...raw.sizes)).toBeGreaterThan(0);
  });

  it('is its author’s: nobody else reads it, or chooses', async () => {
    const seen = await page.evaluate(async (id) => {
      const ben = heed.openDesk('ben');
      for (const keep of ['mine', 'theirs', 'both'] as const) await ben.choose(id, keep);
      return [...(await ben.unsent()), ...(await ben.drafts.list('ben'))];
    }, row);
    expect(seen).toEqual([]);
    expect(await found()).toMatchObject({ texts: [both], drafts: [] });
  });
});

describe('the choice', () => {
  it('“mine” sends it again, on what the store has; a second click changes nothing', async () => {
    await page.evaluate(async (id) => {
      const desk = heed.openDesk('ana');
      await Promise.all([desk.choose(id, 'mine'), desk.choose(id, 'mine')]);
    }, row);
    const { due, texts } = await found();
    expect(texts).toEqual([['waiting', 'Mine', null]]);
    expect(due).toMatchObject([
      { name: 'editNote', args: { noteId: NOTE, base: 4, content: { summary: 'Mine' } } },
    ]);
    expect(due[0]?.id).not.toBe(row);
  });

  it.each([
    ['mine', 'both', ['Mine'], []],
    ['both', 'mine', [], ['Mine\n\nTheirs']],
    ['both', 'theirs', [], ['Mine\n\nTheirs']],
  ] as const)(
    'of two sidebars at once is the first one’s: “%s”, then “%s”',
    async (first, second, due, drafts) => {
      await page.evaluate(
        async ([id, one, other]) => {
          const desk = heed.openDesk('ana');
          await Promise.all([desk.choose(id, one), desk.choose(id, other)]);
        },
        [row, first, second] as const,
      );
      const seen = await found();
      expect(seen.due.map((mutation) => mutation?.args.content.summary)).toEqual(due);
      expect(seen.drafts).toEqual(drafts);
    },
  );

  /** Begins another edit, on top of mine. */
  const editOnTop = () =>
    page.evaluate(async ([note, , draft]) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.edit(draft, note, 3, { summary: 'As saved' });
      await desk.type(draft, 1, { summary: 'Mine, and more' });
    }, ids);
  /** What goes out, in the order and on the versions that the store will see. */
  const sent = () =>
    page.evaluate(async () => {
      const { outbox } = heed.openDesk('ana');
      const all: unknown[] = [];
      for (
        let due = await outbox.due('ana', 20, heed.later());
        due.length > 0;
        due = await outbox.due('ana', 20, heed.later())
      ) {
        all.push(
          ...due.map(
            (e) => e.mutation?.name === 'editNote' && [e.mutation.args.base, e.mutation.args.content.summary],
          ),
        );
        await outbox.remove(due.map((e) => e.id));
      }
      return all;
    });

  it('loses no edit that is saved at that moment, and puts it into no conflict with mine', async () => {
    for (let i = 0; i < 12; i += 1) {
      row = await refusedEdit();
      await editOnTop();
      await page.evaluate(
        async ([id, draft, late]) => {
          const desk = heed.openDesk('ana');
          const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
          await Promise.all([desk.choose(id, 'mine'), wait(late).then(() => desk.press(draft, 1))]);
        },
        [row, BOTH, i] as const,
      );
      const versions = [
        [[4, 'Mine, and more']],
        [
          [4, 'Mine'],
          [5, 'Mine, and more'],
        ],
      ];
      expect(versions).toContainEqual(await sent());
    }
  });

  it('“mine” takes an edit of mine along that was begun before the choice', async () => {
    await editOnTop();
    await page.evaluate(
      async ([id, draft]) => {
        const desk = heed.openDesk('ana');
        await desk.choose(id, 'mine');
        await desk.outbox.due('ana', 20, heed.later());
        await desk.press(draft, 1);
      },
      [row, BOTH] as const,
    );
    expect(await sent()).toEqual([
      [4, 'Mine'],
      [5, 'Mine, and more'],
    ]);
  });

  it('“theirs” sends nothing and counts nothing, and mine can be taken back', async () => {
    await page.evaluate((id) => heed.openDesk('ana').choose(id, 'theirs'), row);
    expect(await found()).toMatchObject({
      texts: [['dropped', 'Mine', null]],
      due: [],
      counts: { waiting: 0, needsAttention: 0 },
    });
    await page.evaluate(async (id) => {
      const desk = heed.openDesk('ana');
      await desk.outbox.retry('ana');
      await heed.openDesk('ben').edits.takeBack(id);
    }, row);
    expect((await found()).texts).toEqual([['dropped', 'Mine', null]]);
    await page.evaluate((id) => heed.openDesk('ana').edits.takeBack(id), row);
    expect(await found()).toMatchObject({ texts: [both], due: [] });
  });

  it('“theirs” holds back no later edit of that note', async () => {
    const due = await page.evaluate(
      async ([id, note]) => {
        const desk = heed.openDesk('ana');
        await desk.choose(id, 'theirs');
        const edit = '01939000-0000-7000-8000-0000000000e9';
        desk.shows('A', 7);
        await desk.edit(edit, note, 4, { summary: 'Theirs' });
        await desk.type(edit, 1, { summary: 'Later' });
        await desk.press(edit, 1);
        return (await desk.outbox.due('ana', 20, heed.later())).map((e) => e.mutation?.args);
      },
      [row, NOTE] as const,
    );
    expect(due).toMatchObject([{ base: 4, content: { summary: 'Later' } }]);
  });

  it('“both” is a draft with both texts, on what the store has', async () => {
    await page.evaluate(async ([id, draft]) => heed.openDesk('ana').choose(id, 'both', draft), [
      row,
      BOTH,
    ] as const);
    expect(await found()).toMatchObject({ texts: [], drafts: ['Mine\n\nTheirs'] });
    const due = await page.evaluate(async ([, , draft]) => {
      const desk = heed.openDesk('ana');
      await desk.press(draft, 0);
      return (await desk.outbox.due('ana', 20, heed.later())).map((e) => e.mutation?.args);
    }, ids);
    expect(due).toMatchObject([{ noteId: NOTE, base: 4, content: { summary: 'Mine\n\nTheirs' } }]);
  });

  it.each([
    ['put', 'both'],
    ['delete', 'both'],
    ['add', 'mine'],
    ['delete', 'mine'],
    ['put', 'theirs'],
  ] as const)('loses neither text when the disk fails to %s for “%s”', async (step, keep) => {
    const code = await page.evaluate(
      async ([id, broken, choice]) => {
        const desk = heed.openDesk('ana');
        await desk.unsent();
        for (const on of [IDBObjectStore.prototype, IDBCursor.prototype] as object[])
          Object.assign(on, {
            [broken]: () => {
              throw new DOMException('full', 'QuotaExceededError');
            },
          });
        return heed.codeOf(desk.choose(id, choice));
      },
      [row, step, keep] as const,
    );
    expect(code).toBe('storage-full');
    expect((await found()).texts).toEqual([both]);
  });

  it('takes along what was edited on top of it meanwhile', async () => {
    await page.evaluate(async ([note, , draft]) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.edit(draft, note, 3, { summary: 'As saved' });
      await desk.type(draft, 1, { summary: 'Mine, and more' });
      await desk.press(draft, 1);
    }, ids);
    expect((await found()).due).toEqual([]);
    await page.evaluate((id) => heed.openDesk('ana').choose(id, 'mine'), row);
    expect((await found()).due).toMatchObject([
      { args: { base: 4, content: { summary: 'Mine, and more' } } },
    ]);
  });
});
