import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Disk, openDisk } from './disk-page';

const NOTE = '01939000-0000-7000-8000-00000000000a';
const OTHER = '01939000-0000-7000-8000-00000000000b';

let disk: Disk;
let page: Page;

beforeAll(async () => {
  disk = await openDisk();
});
afterAll(() => disk?.close());
beforeEach(async () => {
  page = await disk.fresh();
});

/** Ana has begun a note about card 7. */
const begin = (on: Page, noteId = NOTE) =>
  on.evaluate(async (id) => {
    const desk = heed.openDesk('ana');
    desk.shows('A', 7);
    await desk.type(id, 3, { summary: 'Billed twice' }, { key: 'A' });
  }, noteId);

/** Ana’s note as the next worker finds it. */
const draftOf = async (noteId = NOTE) =>
  (await disk.again(page)).evaluate(async (id) => heed.openDesk('ana').drafts.get('ana', id), noteId);
const outboxOf = async (userId = 'ana') =>
  (await disk.again(page)).evaluate(async (id) => heed.openDesk(id).outbox.list(id), userId);

describe('a draft', () => {
  it('is on disk when the background says so: the next worker has it, and whose it is', async () => {
    await begin(page);
    expect(await draftOf()).toMatchObject({
      rev: 3,
      draft: { name: 'Name of A', customer: { cardNumber: 7 }, content: { summary: 'Billed twice' } },
    });
  });

  it('is written strictly: the browser reports it done when the disk has it', async () => {
    const durabilities = await page.evaluate(async () => {
      const seen: (string | undefined)[] = [];
      const open = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (stores, mode, options) {
        if (mode === 'readwrite') seen.push(options?.durability);
        return open.call(this, stores, mode, options);
      };
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.type('01939000-0000-7000-8000-00000000000a', 1, { summary: 'x' }, { key: 'A' });
      await desk.press('01939000-0000-7000-8000-00000000000a', 1);
      return seen;
    });
    expect(durabilities.length).toBeGreaterThan(1);
    expect(new Set(durabilities)).toEqual(new Set(['strict']));
  });

  it('is sealed in its row, and no script gets the bytes of the key', async () => {
    await begin(page);
    const raw = await page.evaluate(async () => {
      const { db } = heed.openDesk('ana');
      const rows = await Promise.all([db.drafts.toArray(), db.meta.toArray()]);
      const sealed = (await db.drafts.toArray()).map((r) => new TextDecoder('latin1').decode(r.sealed.data));
      return {
        text: JSON.stringify(rows) + sealed.join(),
        key: (await db.userKeys.get('ana'))?.key.extractable,
      };
    });
    expect(raw.key).toBe(false);
    expect(raw.text).not.toMatch(/Billed|Name of A|example\.com/);
  });

  it('is sealed under one key though two workers make the first at the same time', async () => {
    const other = await disk.again(page);
    await Promise.all([begin(page), begin(other, OTHER)]);
    expect((await draftOf())?.draft.content.summary).toBe('Billed twice');
    expect((await draftOf(OTHER))?.draft.content.summary).toBe('Billed twice');
  });

  it('of one user is no other’s: not read, not listed, not overwritten; only counted', async () => {
    await begin(page);
    const seen = await page.evaluate(async (id) => {
      const ben = heed.openDesk('ben');
      ben.shows('A', 7);
      return {
        read: await ben.drafts.get('ben', id),
        list: await ben.drafts.list('ben'),
        write: await heed.codeOf(ben.type(id, 9, { summary: 'mine now' }, { key: 'A' })),
        count: [await ben.drafts.countOfOthers('ben'), await ben.drafts.countOfOthers('ana')],
      };
    }, NOTE);
    expect(seen).toEqual({ read: null, list: [], write: 'not-found', count: [1, 0] });
    expect((await draftOf())?.draft.content.summary).toBe('Billed twice');
  });

  it('masks a card number before the disk has it, also one that is still being typed', async () => {
    const stored = await page.evaluate(async (id) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      const said = {
        summary: 'Card 4111 1111 1111 1111, then 4111 1111 1111',
        promise: { what: 'to 4111111111111111', dueOn: '2026-12-01', by: 'me' },
      };
      await desk.type(id, 1, said, { key: 'A' });
      return (await desk.drafts.get('ana', id))?.draft.content;
    }, NOTE);
    expect(stored?.summary).toBe('Card •••• 1111, then •••• 1111');
    expect(stored?.promise?.what).toBe('to •••• 1111');
  });

  it('gives digits back that turn out to be an order number, and saves them', async () => {
    const saved = await page.evaluate(async (id) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.type(id, 1, { summary: 'Order 412345678901' }, { key: 'A' });
      const onDisk = (await desk.drafts.get('ana', id))?.draft.content.summary;
      await desk.press(id, 1);
      const [sent] = await desk.outbox.list('ana');
      return { onDisk, sent: sent?.mutation?.args.content.summary, left: desk.area.keys() };
    }, NOTE);
    expect(saved).toEqual({ onDisk: 'Order •••• 8901', sent: 'Order 412345678901', left: [] });
  });
});

describe('a finished note', () => {
  it('is in the outbox, and the draft and the pin are gone, in one step', async () => {
    await begin(page);
    const seen = await page.evaluate(async (id) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      const saved = await desk.press(id, 3);
      return { saved, draft: await desk.drafts.get('ana', id), active: await desk.drafts.active('ana') };
    }, NOTE);
    expect(seen).toEqual({ saved: { state: 'saved' }, draft: null, active: null });
    const [entry] = await outboxOf();
    expect(entry).toMatchObject({ state: 'waiting', name: 'Name of A' });
    expect(entry?.mutation).toMatchObject({
      name: 'saveNote',
      userId: 'ana',
      args: { noteId: NOTE, customer: { cardNumber: 7 }, content: { summary: 'Billed twice' }, moves: [] },
    });
  });

  it('is a draft as before when the disk fails in the middle of the step', async () => {
    await begin(page);
    const code = await page.evaluate(async (id) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      return heed.codeOf(desk.press(id, 3));
    }, NOTE);
    expect(code).toBe('storage-full');
    expect((await draftOf())?.draft.content.summary).toBe('Billed twice');
    expect(await outboxOf()).toEqual([]);
  });

  it('is not brought back by a keystroke that comes late', async () => {
    await begin(page);
    const seen = await page.evaluate(async (id) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.press(id, 3);
      await desk.type(crypto.randomUUID(), 1, { summary: '' }, { key: 'A' });
      const on = await desk.drafts.active('ana');
      const late = await heed.codeOf(desk.type(id, 4, { summary: 'Billed twice!' }, { key: 'A' }));
      const stillOn = on !== null && (await desk.drafts.active('ana')) === on;
      return { late, draft: await desk.drafts.get('ana', id), stillOn };
    }, NOTE);
    expect(seen).toEqual({ late: 'not-found', draft: null, stillOn: true });
  });

  it('is not begun anew by a word that was being written as it ended', async () => {
    await begin(page);
    const code = await page.evaluate(async (id) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      const next = await desk.drafts.get('ana', id);
      await desk.press(id, 3);
      return next && heed.codeOf(desk.drafts.put({ userId: 'ana', before: null, next, activate: true }));
    }, NOTE);
    expect(code).toBe('not-found');
  });

  it('asked for twice is one note: the first answer may have been lost', async () => {
    await begin(page);
    const seen = await page.evaluate(async (id) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      return [await desk.press(id, 3), await desk.press(id, 3), (await desk.outbox.list('ana')).length];
    }, NOTE);
    expect(seen).toEqual([{ state: 'saved' }, { state: 'saved' }, 1]);
  });

  it('is refused when what the rep sees isn’t what is on disk', async () => {
    await begin(page);
    const codes = await page.evaluate(async (id) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      return [await heed.codeOf(desk.press(id, 2)), await heed.codeOf(desk.press(id, 4))];
    }, NOTE);
    expect(codes).toEqual(['not-found', 'not-found']);
    expect(await outboxOf()).toEqual([]);
  });
});

describe('the outbox', () => {
  it('lists, counts and sends only its author’s notes; a sign-out takes none away', async () => {
    await begin(page);
    const seen = await page.evaluate(async (id) => {
      const ana = heed.openDesk('ana');
      ana.shows('A', 7);
      await ana.press(id, 3);
      await ana.meta.forgetUser();
      const ben = heed.openDesk('ben');
      return {
        ben: [await ben.outbox.list('ben'), await ben.outbox.due('ben', 20, heed.later())],
        counts: [await ben.outbox.countOfOthers('ben'), await ben.outbox.countOfOthers(null)],
        ana: (await ana.outbox.due('ana', 20, heed.later())).length,
      };
    }, NOTE);
    expect(seen).toEqual({ ben: [[], []], counts: [1, 1], ana: 1 });
  });

  it('keeps and shows a note that can’t be opened any more', async () => {
    await begin(page);
    const entries = await page.evaluate(async (id) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.press(id, 3);
      await desk.db.outbox.toCollection().modify((row) => {
        const bytes = new Uint8Array(row.sealed.data);
        bytes[5] = (bytes[5] ?? 0) ^ 1;
      });
      return desk.outbox.list('ana');
    }, NOTE);
    expect(entries).toMatchObject([{ state: 'waiting', mutation: null, name: '' }]);
  });

  it('sends the least troubled first, and what needed attention again when the rep says so', async () => {
    const seen = await page.evaluate(async () => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      for (const n of [1, 2, 3]) {
        const id = `01939000-0000-7000-8000-00000000000${n}`;
        await desk.type(id, 1, { summary: `Note ${n}` }, { key: 'A' });
        await desk.press(id, 1);
      }
      const due = async () =>
        (await desk.outbox.due('ana', 20, heed.later())).map((e) => e.mutation?.args.content.summary);
      const [first, second] = await desk.outbox.list('ana');
      await desk.outbox.failed(first?.id ?? '');
      const afterFailure = await due();
      await desk.outbox.needsAttention(second?.id ?? '', 'customer-not-found');
      const afterRejection = await due();
      const counts = await desk.outbox.counts('ana');
      await desk.outbox.retry('ana');
      return { afterFailure, afterRejection, counts, afterRetry: await due() };
    });
    expect(seen).toMatchObject({
      afterFailure: ['Note 2', 'Note 3', 'Note 1'],
      afterRejection: ['Note 3', 'Note 1'],
      counts: { waiting: 2, needsAttention: 1 },
      afterRetry: ['Note 1', 'Note 2', 'Note 3'],
    });
  });
});
