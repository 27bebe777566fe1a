import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Disk, openDisk } from './disk-page';

let disk: Disk;
let page: Page;

beforeAll(async () => {
  disk = await openDisk();
});
afterAll(() => disk?.close());

/** Ana has a draft, a note that waits, one that was sent without an answer, and one that needs attention. */
const writeNotes = (on: Page) =>
  on.evaluate(async () => {
    const desk = heed.openDesk('ana');
    desk.shows('A', 7);
    const id = (n: number) => `01939000-0000-7000-8000-00000000000${n}`;
    for (const n of [1, 2, 3, 4]) await desk.type(id(n), 1, { summary: `Note ${n}` }, { key: 'A' });
    for (const n of [1, 2]) await desk.press(id(n), 1);
    const [first, second] = await desk.outbox.due('ana', 2, heed.later());
    await desk.outbox.failed(first?.id ?? '');
    await desk.outbox.needsAttention(second?.id ?? '', 'customer-ambiguous');
    await desk.press(id(3), 1);
    await heed.asFirstVersion();
  });

const found = (on: Page) =>
  on.evaluate(async () => {
    const desk = heed.openDesk('ana');
    const entries = await desk.outbox.list('ana');
    return {
      drafts: (await desk.drafts.list('ana')).map((d) => d.draft.content.summary),
      unsent: entries.map((e) => [e.state, e.mutation?.args.content.summary]),
      due: (await desk.outbox.due('ana', 20, heed.later())).map((e) => e.mutation?.args.content.summary),
      counts: await desk.outbox.counts('ana'),
      others: [await desk.outbox.countOfOthers('ben'), await desk.outbox.countOfOthers('ana')],
      version: (await indexedDB.databases()).map((d) => d.version),
    };
  });
const whole = {
  drafts: ['Note 4'],
  unsent: [
    ['waiting', 'Note 1'],
    ['needs-attention', 'Note 2'],
    ['waiting', 'Note 3'],
  ],
  due: ['Note 3', 'Note 1'],
  counts: { waiting: 2, needsAttention: 1, oldestAt: expect.any(String) },
  others: [3, 0],
  version: [20],
};

describe('notes of the version before', () => {
  beforeEach(async () => {
    page = await disk.fresh();
    await writeNotes(page);
  });

  it('are all there after the update, each as it was, and go out in their order', async () => {
    expect(await page.evaluate(async () => (await indexedDB.databases()).map((d) => d.version))).toEqual([
      10,
    ]);
    expect(await found(await disk.again(page))).toEqual(whole);
  });

  it.each([
    ['QuotaExceededError', 'storage-full'],
    ['ConstraintError', 'storage-failed'],
  ])(
    'are untouched when the update of the database fails with %s: told as “%s”, and updated the next time',
    async (name, code) => {
      const codes = await page.evaluate(async (broken) => {
        const create = IDBObjectStore.prototype.createIndex;
        let left = 2;
        IDBObjectStore.prototype.createIndex = function (...index) {
          left -= 1;
          if (left === 0) throw new DOMException('', broken);
          return create.apply(this, index);
        };
        const desk = heed.openDesk('ana');
        desk.shows('A', 7);
        const typed = desk.type('01939000-0000-7000-8000-000000000009', 1, { summary: 'x' }, { key: 'A' });
        return [await heed.codeOf(typed), await heed.codeOf(desk.outbox.list('ana'))];
      }, name);
      expect(codes).toEqual([code, code]);
      expect(await found(await disk.again(page))).toEqual(whole);
    },
  );
});
