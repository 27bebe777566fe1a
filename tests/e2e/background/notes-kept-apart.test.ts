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

describe('the same user id at two stores', () => {
  it('is two people: nothing of the one is listed, read, sent or unsealed for the other', async () => {
    const seen = await page.evaluate(
      async ([draftId, sentId]) => {
        const [own, other] = ['https://a.example ana', 'https://b.example ana'] as const;
        const ana = heed.openDesk(own);
        ana.shows('A', 7);
        await ana.type(draftId, 1, { summary: 'Draft' }, { key: 'A' });
        await ana.type(sentId, 1, { summary: 'Sent' }, { key: 'A' });
        await ana.press(sentId, 1);
        await ana.meta.setOrganisation(own, { session: heed.makeSession(), clockShift: 0 });
        const fake = heed.openDesk(other);
        const found = [
          ...(await fake.drafts.list(other)),
          ...(await fake.outbox.list(other)),
          ...(await fake.outbox.due(other, 20, heed.later())),
          await fake.drafts.get(other, draftId),
          await fake.drafts.active(other),
          await fake.meta.organisation(other),
        ].filter((thing) => thing !== null);
        const sent = await ana.outbox.due(own, 20, heed.later());
        // Even a row made the other's opens for nobody: the key, and what it is bound to, are its author's.
        await fake.db.outbox.toCollection().modify({ userId: other });
        const stolen = await fake.outbox.list(other);
        return {
          found,
          drafts: (await ana.drafts.list(own)).length,
          onTheWire: sent.map((entry) => entry.mutation?.userId),
          stolen: stolen.map((entry) => entry.mutation),
        };
      },
      [NOTE, OTHER] as const,
    );
    expect(seen).toEqual({ found: [], drafts: 1, onTheWire: ['ana'], stolen: [null] });
  });
});

describe('a database that doesn’t open', () => {
  it('is told as such, and nothing is said to be saved', async () => {
    const code = await page.evaluate(async (id) => {
      indexedDB.open = () => {
        throw new DOMException('The user denied permission to access the database.', 'UnknownError');
      };
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      return heed.codeOf(desk.type(id, 1, { summary: 'x' }, { key: 'A' }));
    }, NOTE);
    expect(code).toBe('storage-failed');
  });
});
