import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Disk, openDisk } from './disk-page';

let disk: Disk;
let page: Page;

beforeAll(async () => {
  disk = await openDisk();
});
afterAll(() => disk?.close());
beforeEach(async () => {
  page = await disk.fresh();
  await page.evaluate(() => {
    const id = (n: number) => `01939000-0000-7000-8000-00000000000${n}`;
    const desk = heed.openDesk('ana');
    const draft = async (n: number) => (await desk.drafts.get('ana', id(n)))?.draft ?? null;
    Object.assign(globalThis, { id, desk, draft });
  });
});

/** What `beforeEach` put into the page. */
declare global {
  var id: (n: number) => string;
  var desk: ReturnType<typeof heed.openDesk>;
  var draft: (n: number) => Promise<{ name: string; customer: { cardNumber: number | null } } | null>;
}

describe('whose note it is', () => {
  it('is the customer whose name stood over the form, though the page has gone on when the first word arrives', async () => {
    const seen = await page.evaluate(async () => {
      desk.shows('A', 7);
      desk.shows('B', 8);
      await desk.type(id(1), 1, { summary: 'for A' }, { key: 'A' });
      return draft(1);
    });
    expect(seen).toMatchObject({ name: 'Name of A', customer: { cardNumber: 7 } });
  });

  it('stays theirs whatever the page shows later and whatever later keystrokes name', async () => {
    const seen = await page.evaluate(async () => {
      desk.shows('A', 7);
      await desk.type(id(1), 1, { summary: 'a' }, { key: 'A' });
      desk.shows('B', 8);
      await desk.type(id(1), 2, { summary: 'ab' }, { key: 'B' });
      return draft(1);
    });
    expect(seen).toMatchObject({
      name: 'Name of A',
      customer: { cardNumber: 7 },
      content: { summary: 'ab' },
    });
  });

  it('is nobody yet where no page ever showed that key; such a note is kept and can’t be saved', async () => {
    const seen = await page.evaluate(async () => {
      desk.showsNobody();
      await desk.type(id(1), 1, { summary: 'who was it' }, { key: 'X' });
      return { draft: await draft(1), save: await heed.codeOf(desk.press(id(1), 1)) };
    });
    expect(seen).toMatchObject({
      draft: { name: '', customer: { cardNumber: null, identifiers: [] } },
      save: 'bad-input',
    });
  });

  it('changes only by a person’s move, to the customer on the page at that moment, with a trace', async () => {
    const seen = await page.evaluate(async () => {
      const place = { tabId: heed.TAB, writer: 'frame' };
      desk.shows('A', 7);
      await desk.type(id(1), 1, { summary: 'about B, really' }, { key: 'A' });
      desk.shows('B', 8);
      const stale = await heed.codeOf(desk.calls.moveToPage(place, { noteId: id(1), key: 'A' }));
      await desk.calls.moveToPage(place, { noteId: id(1), key: 'B' });
      await desk.calls.moveToPage(place, { noteId: id(1), key: 'B' });
      const again = await desk.type(id(1), 2, { summary: 'about B, really!' });
      return { stale, draft: await draft(1), again: again.rev };
    });
    expect(seen).toMatchObject({
      ...{ stale: 'identity-changed', again: 2 },
      draft: {
        name: 'Name of B',
        customer: { cardNumber: 8 },
        moves: [{ from: { cardNumber: 7 }, to: { cardNumber: 8 } }],
      },
    });
  });
});

describe('a call that began with a ring', () => {
  it('takes its name from the record of its own customer, opened later, and from no other', async () => {
    const seen = await page.evaluate(async () => {
      const phone = { kind: 'phone' as const, value: '+442079460202' };
      const about = { name: '', customer: { cardNumber: 7, identifiers: [phone] } };
      await desk.calls.beginFor({ tabId: undefined, writer: 'frame' }, { noteId: id(1), about });
      await desk.type(id(1), 1, { summary: 'heard it' });
      const met: boolean[] = [];
      const show = async (key: string, card: number, name?: string) => {
        desk.shows(key, card, name);
        met.push(await desk.calls.meetPage(heed.TAB));
      };
      await show('B', 8);
      await show('A', 7, '');
      await show('A', 7);
      await show('A too', 7);
      const active = await desk.drafts.active('ana');
      return {
        met,
        draft: await draft(1),
        again: (await desk.type(id(1), 2, { summary: 'more' })).rev,
        active,
      };
    });
    expect(seen).toMatchObject({
      ...{ met: [false, false, true, false], again: 2, active: '01939000-0000-7000-8000-000000000001' },
      draft: {
        ...{ name: 'Name of A', content: { summary: 'heard it' }, moves: [] },
        customer: { cardNumber: 7, identifiers: [{ kind: 'phone' }, { value: 'A@example.com' }] },
      },
    });
  });

  it('goes by its number while no record has named it: in the question before it is saved, and in the outbox', async () => {
    const seen = await page.evaluate(async () => {
      const about = { name: '', customer: { cardNumber: 7, identifiers: [] } };
      await desk.calls.beginFor({ tabId: undefined, writer: 'frame' }, { noteId: id(1), about });
      await desk.type(id(1), 1, { summary: 'heard it' });
      desk.shows('B', 8);
      const asked = await desk.press(id(1), 1);
      await desk.press(id(1), 1, true);
      return { asked, names: (await desk.outbox.list('ana')).map((entry) => entry.name) };
    });
    expect(seen).toMatchObject({ asked: { state: 'confirm', noteName: '#7' }, names: ['#7'] });
  });
});

describe('saving', () => {
  it('asks when the page shows someone else, saves nothing, and saves to the note’s customer when told so', async () => {
    const seen = await page.evaluate(async () => {
      desk.shows('A', 7);
      await desk.type(id(1), 1, { summary: 'a' }, { key: 'A' });
      desk.shows('B', 8);
      const asked = await desk.press(id(1), 1);
      const before = (await desk.outbox.list('ana')).length;
      const saved = await desk.press(id(1), 1, true);
      const [entry] = await desk.outbox.list('ana');
      const sent = entry?.mutation?.name === 'saveNote' ? entry.mutation : null;
      return { asked, before, saved, customer: sent?.args.customer.cardNumber };
    });
    expect(seen).toEqual({
      asked: { state: 'confirm', noteName: 'Name of A', pageName: 'Name of B', key: 'B' },
      ...{ before: 0, saved: { state: 'saved' }, customer: 7 },
    });
  });

  it('doesn’t ask on a page without a customer, nor on another page of the same one', async () => {
    const states = await page.evaluate(async () => {
      const save = async (n: number, show: () => void) => {
        desk.shows('A', 7);
        await desk.type(id(n), 1, { summary: 'a' }, { key: 'A' });
        show();
        return (await desk.press(id(n), 1)).state;
      };
      return [
        await save(1, () => desk.showsNobody()),
        await save(2, () => desk.shows('A on another page', 7)),
      ];
    });
    expect(states).toEqual(['saved', 'saved']);
  });
});

describe('one call at a time', () => {
  it('parks the note there was when another begins, and takes it up again', async () => {
    const seen = await page.evaluate(async () => {
      const place = { tabId: heed.TAB, writer: 'frame' };
      desk.shows('A', 7);
      await desk.type(id(1), 1, { summary: 'a' }, { key: 'A' });
      desk.shows('B', 8);
      await desk.calls.begin(place, { noteId: id(2), key: 'B' });
      const second = await desk.drafts.active('ana');
      await desk.calls.resume(id(1));
      const first = await desk.drafts.active('ana');
      await desk.calls.park(id(1));
      return { second, first, none: await desk.drafts.active('ana'), kept: [await draft(1), await draft(2)] };
    });
    expect(seen).toMatchObject({
      second: '01939000-0000-7000-8000-000000000002',
      first: '01939000-0000-7000-8000-000000000001',
      none: null,
      kept: [{ name: 'Name of A' }, null],
    });
  });

  it('begins only for the customer whom the rep saw', async () => {
    const code = await page.evaluate(async () => {
      desk.shows('A', 7);
      desk.shows('B', 8);
      return heed.codeOf(desk.calls.begin({ tabId: heed.TAB, writer: 'frame' }, { noteId: id(1), key: 'A' }));
    });
    expect(code).toBe('identity-changed');
  });

  it('throws away what says nothing, and refuses to throw away what says anything', async () => {
    const codes = await page.evaluate(async () => {
      const drop = (n: number) => heed.codeOf(desk.calls.dropEmpty(id(n)));
      desk.shows('A', 7);
      await desk.type(id(1), 1, {}, { key: 'A' });
      await desk.type(id(2), 1, { caller: 'customer' }, { key: 'A' });
      await desk.type(id(3), 1, { complaint: true }, { key: 'A' });
      await desk.type(id(4), 1, { summary: ' ' }, { key: 'A' });
      const refused = [await drop(2), await drop(3), await drop(4)];
      await desk.calls.resume(id(2));
      await desk.type(id(5), 1, {}, { key: 'A' });
      const dropped = await drop(5);
      return {
        refused,
        dropped,
        gone: [await draft(1), await draft(5)],
        pin: await desk.drafts.active('ana'),
      };
    });
    expect(codes).toEqual({
      ...{ refused: ['bad-input', 'bad-input', 'bad-input'], dropped: null },
      ...{ gone: [null, null], pin: null },
    });
  });
});

describe('one note in two sidebars', () => {
  const show = (writer: string) =>
    page.evaluate(async (who) => {
      const stored = await desk.words.get('ana', id(1));
      if (stored) await desk.seen.shown(stored, who);
    }, writer);
  const type = (writer: string, rev: number, summary: string) =>
    page.evaluate(
      async (w) =>
        (await desk.type(id(1), w.rev, { summary: w.summary }, { key: 'A', writer: w.writer })).rev,
      { writer, rev, summary },
    );
  const summary = () =>
    page.evaluate(async () => (await desk.drafts.get('ana', id(1)))?.draft.content.summary);

  beforeEach(async () => {
    await page.evaluate(() => desk.shows('A', 7));
    await type('left', 5, 'left');
  });

  it('is taken from the other when it has seen what the first wrote', async () => {
    await show('right');
    expect(await type('right', 6, 'left, right')).toBe(6);
    expect(await summary()).toBe('left, right');
  });

  it.each([
    ['with the same revision', 5],
    ['with an older one', 3],
    ['with a newer one', 9],
  ])('is not taken from one that hasn’t, %s: it is told to look', async (_, rev) => {
    expect(await type('right', rev, 'right')).not.toBe(rev);
    expect(await summary()).toBe('left');
  });

  it('is taken when it has looked and put both together', async () => {
    await type('right', 9, 'right');
    await show('right');
    expect(await type('right', 10, 'right\nleft')).toBe(10);
    expect(await type('left', 11, 'left and more')).not.toBe(11);
    expect(await summary()).toBe('right\nleft');
  });

  it('is acknowledged again when the same words come again', async () => {
    expect(await type('left', 5, 'left')).toBe(5);
    expect(await type('right', 5, 'left')).toBe(5);
  });

  it('is not said to be saved when the same revision says something else', async () => {
    expect(await type('left', 5, 'other words')).not.toBe(5);
    expect(await summary()).toBe('left');
  });

  it('is not set back by an older keystroke of the same sidebar that comes late', async () => {
    await type('left', 7, 'left and more');
    expect(await type('left', 6, 'left and')).toBe(7);
    expect(await summary()).toBe('left and more');
  });
});
