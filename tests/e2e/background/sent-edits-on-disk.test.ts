import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Disk, openDisk } from './disk-page';

/** Notes of Ana's that the store has: `SENT` alone, one with an edit waiting, one with an edit begun. */
const SENT = '01939000-0000-7000-8000-00000000000a';
const WAITING = '01939000-0000-7000-8000-00000000000b';
const BEGUN = '01939000-0000-7000-8000-00000000000c';
const notes = [SENT, WAITING, BEGUN] as const;
const DAY = 86_400_000;

let disk: Disk;
let page: Page;

beforeAll(async () => {
  disk = await openDisk();
});
afterAll(() => disk?.close());
beforeEach(async () => {
  page = await disk.fresh();
});

/** Ana has signed in, and edited each of the notes; the store took it. */
const sendEdits = (on: Page) =>
  on.evaluate(async (ids) => {
    const desk = heed.openDesk('ana');
    await desk.meta.setUser({ id: 'ana', storeUserId: 'ana', name: 'Ana' });
    desk.shows('A', 7);
    for (const note of ids) {
      const draft = crypto.randomUUID();
      await desk.edit(draft, note, 1, { summary: 'As saved' });
      await desk.type(draft, 1, { summary: 'As corrected' });
      await desk.press(draft, 1);
      const due = (await desk.outbox.due('ana', 20, heed.later())).map((entry) => entry.id);
      await desk.outbox.remove(due, due);
    }
  }, notes);

/** Of which notes it is known what the store took last. */
const known = async (userId = 'ana') =>
  (await disk.again(page)).evaluate(
    async ([ids, user]) => {
      const { outbox } = heed.openDesk('ana');
      const sent = await Promise.all(ids.map((id) => outbox.lastSent(user, id)));
      return ids.filter((_, i) => sent[i] !== null);
    },
    [notes, userId] as const,
  );

describe('what the store took of a user’s edits', () => {
  it('is forgotten when they sign out, but for notes of which an edit waits or is begun', async () => {
    await sendEdits(page);
    await page.evaluate(async ([, waiting, begun]) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      for (const note of [waiting, begun]) {
        const draft = crypto.randomUUID();
        await desk.edit(draft, note, 2, { summary: 'As corrected' });
        await desk.type(draft, 1, { summary: 'Once more' });
        if (note === waiting) await desk.press(draft, 1);
      }
      await desk.meta.forgetUser();
    }, notes);
    expect(await known()).toEqual([WAITING, BEGUN]);
  });

  it('is kept where an edit was begun while they signed out, which may be an edit of any of them', async () => {
    await sendEdits(page);
    await page.evaluate(async ([sent]) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      const { decrypt } = SubtleCrypto.prototype;
      const other = crypto.randomUUID();
      await desk.edit(other, '01939000-0000-7000-8000-00000000000d', 1, { summary: 'Of another note' });
      let begun: Promise<void> | undefined;
      const begin = () => desk.edit(crypto.randomUUID(), sent, 2, { summary: 'As corrected' });
      // While the drafts are read, just before they are forgotten.
      SubtleCrypto.prototype.decrypt = async function (...args) {
        SubtleCrypto.prototype.decrypt = decrypt;
        begun ??= begin();
        await begun;
        return decrypt.apply(this, args);
      };
      await desk.meta.forgetUser();
    }, notes);
    expect(await known()).toEqual([...notes]);
  });

  it('is forgotten of nobody else', async () => {
    await sendEdits(page);
    await page.evaluate(async () => {
      const { meta } = heed.openDesk('ben');
      await meta.setUser({ id: 'an', storeUserId: 'an', name: 'An' });
      await meta.forgetUser();
    });
    expect(await known()).toEqual([...notes]);
  });

  it('is not written down when it comes after they signed out', async () => {
    await sendEdits(page);
    await page.evaluate(async ([sent]) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      const draft = crypto.randomUUID();
      await desk.edit(draft, sent, 2, { summary: 'As corrected' });
      await desk.type(draft, 1, { summary: 'Once more' });
      await desk.press(draft, 1);
      const onItsWay = (await desk.outbox.due('ana', 20, heed.later())).map((entry) => entry.id);
      await desk.meta.forgetUser();
      await desk.db.meta.where('id').startsWith('sent:').delete();
      await desk.outbox.remove(onItsWay, onItsWay);
    }, notes);
    expect(await known()).toEqual([]);
  });

  it('is dropped after a month by the sweep of each day, as are dropped edits and marks of finished notes', async () => {
    await sendEdits(page);
    const left = await page.evaluate(async (day) => {
      const desk = heed.openDesk('ana');
      await desk.db.outbox.add({
        ...{ id: 'dropped', userId: 'ana', noteId: 'n', at: '', state: 'dropped', code: null, failures: 0 },
        sealed: { iv: new Uint8Array(12), data: new ArrayBuffer(0) },
        droppedAt: new Date().toISOString(),
      });
      const countAt = async (days: number) => {
        await desk.dropOldRows(new Date(Date.now() + days * day));
        const of = (prefix: string) => desk.db.meta.where('id').startsWith(prefix).count();
        return [await of('sent:'), await of('finished:'), await desk.db.outbox.count()];
      };
      const fresh = await countAt(29);
      await desk.db.meta
        .where('id')
        .startsWith('sent:')
        .modify({ value: { at: '2000-01-01T00:00:00.000Z' } });
      return { fresh, sameDay: await countAt(29), old: await countAt(31) };
    }, DAY);
    expect(left).toEqual({ fresh: [3, 3, 1], sameDay: [3, 3, 1], old: [0, 0, 0] });
  });
});

describe('what an organisation set up', () => {
  const keep = (on: Page, userId: string) =>
    on.evaluate(async (id) => {
      const { meta } = heed.openDesk(id);
      const { lookupKey: _, ...session } = heed.makeSession();
      await meta.setOrganisation(id, { session, clockShift: 0 });
      await meta.setUser({ id, storeUserId: id, name: id });
    }, userId);
  const rowsLeft = async () =>
    (await disk.again(page)).evaluate(async () => {
      const rows = heed.openDesk('ana').db.meta.where('id').startsWith('organisation:');
      return rows.primaryKeys();
    });

  it('is there for its user without a sign-in, and gone once they sign out, also from memory', async () => {
    await keep(page, 'ana');
    const seen = await page.evaluate(async () => {
      const { meta } = heed.openDesk('ana');
      const before = await meta.organisation('ana');
      await meta.forgetUser();
      return { before: before?.session.organisation.name, after: await meta.organisation('ana') };
    });
    expect(seen).toEqual({ before: 'Demo', after: null });
    expect(await rowsLeft()).toEqual([]);
  });

  it('is not remembered by who began to read it before its user signed out', async () => {
    await keep(page, 'ana');
    const after = await page.evaluate(async () => {
      const { meta } = heed.openDesk('ana');
      const { decrypt } = SubtleCrypto.prototype;
      // It is being opened while they sign out.
      SubtleCrypto.prototype.decrypt = async function (...args) {
        await meta.forgetUser();
        return decrypt.apply(this, args);
      };
      await meta.organisation('ana');
      return meta.organisation('ana');
    });
    expect(after).toBeNull();
  });

  it('is gone once another signs in, who has their own', async () => {
    await keep(page, 'ana');
    await keep(page, 'ben');
    expect(await rowsLeft()).toEqual(['organisation:ben']);
  });
});
