import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '@/demo/organisation/random';
import { placeOf } from '@/lib/cache/book-db';
import { cardBlockOf } from '@/lib/protocol/card-block';
import { openBlock } from '@/lib/protocol/seal-block';
import { markDirty } from '@/server/cards/mark-dirty';
import { bookKeysOf } from '@/server/publish/book-keys-of';
import { readBlocks } from '@/server/publish/read-blocks';
import { testSeed } from '@/tests/support/test-seed';
import { bookRows, turnByte } from './support/book-rows';
import { openRepBrowser, type RepBrowser, signIn, storeBuildRedirect } from './support/rep-browser';
import { stopWorker } from './support/stop-worker';
import { reps, startWorld, type World } from './support/world';

const seed = testSeed();

let world: World;
/** the same rep's: one whose first sync was cut and one whose was not */
let cut: RepBrowser;
let uncut: RepBrowser;
let profileDir: string;

/** The wire is cut in the middle of the packs, then the power; what is ticked off by then. */
async function cutFirstSync(): Promise<string[]> {
  const first = await openRepBrowser(world, { profileDir });
  const wireCut = world.wire.cutAfter(60_000 + Math.floor(createRandom(seed).next() * 60_000));
  await signIn(first, reps.ana);
  await wireCut;
  const ticked = (await bookRows(first, 'packs')).map((row) => String(row.id));
  expect(await bookRows(first, 'state')).toMatchObject([{ id: 'coming' }]);
  await first.kill();
  return ticked;
}

const blocksOf = async (browser: RepBrowser) => [
  ...(await bookRows(browser, 'cards')),
  ...(await bookRows(browser, 'keys')),
];

/** Where the card of C-00202 lies. */
const BLOCK = cardBlockOf(202);

async function blockOf(browser: RepBrowser): Promise<number[]> {
  const bytes = (await bookRows(browser, 'cards'))[BLOCK]?.bytes;
  return Array.isArray(bytes) ? bytes : [];
}

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect], customers: 1000, packed: true });
  profileDir = await mkdtemp(join(tmpdir(), 'heed-profile-'));
});
afterAll(async () => {
  await cut?.close();
  await uncut?.close();
  await world?.close();
  await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
});

describe('the book in the extension', () => {
  it('whose first sync was cut by wire and by power keeps what was ticked off, and ends as an uncut one', async () => {
    uncut = await openRepBrowser(world, { email: reps.ana });
    const ticked = await cutFirstSync();
    cut = await openRepBrowser(world, { profileDir, hosts: [] });
    expect((await bookRows(cut, 'packs')).map((row) => String(row.id))).toEqual(ticked);
    await cut.context.clearCookies();
    await world.wire.restore();
    await signIn(cut, reps.ana);
    await cut.call('sync.now', {});
    expect((await cut.call('sync.state', {})).customers).toBe(1000);
    expect(await blocksOf(cut)).toEqual(await blocksOf(uncut));
  });

  it('of which one byte was turned on disk has it found by the next change to that block, and mended', async () => {
    const { db } = world.store;
    const keys = await bookKeysOf(db);
    const name = { kind: 'cards', n: BLOCK } as const;
    const open = (bytes: number[]) => openBlock(keys, name, Uint8Array.from(bytes)).catch(() => null);
    const before = await open(await blockOf(uncut));
    await turnByte(cut, placeOf(1, BLOCK));
    expect(await open(await blockOf(cut))).toBeNull();
    const { id } = world.customer('C-00202');
    await db.updateTable('customers').set({ do_not_contact: true }).where('customer_id', '=', id).execute();
    await db.transaction().execute((trx) => markDirty(trx, [id], new Date()));
    const contentsIn = async (browser: RepBrowser) => {
      await browser.call('sync.now', {});
      return open(await blockOf(browser));
    };
    await expect.poll(() => contentsIn(uncut), { timeout: 15_000 }).not.toEqual(before);
    const { blocks } = await readBlocks(db, keys, { kind: 'cards', first: BLOCK, count: 1 });
    const now = await openBlock(keys, name, blocks[0] ?? new Uint8Array());
    expect(await contentsIn(uncut)).toEqual(now);
    expect(await contentsIn(cut)).toEqual(now);
    expect(await bookRows(cut, 'damaged')).toEqual([]);
  });

  it('of which one byte was turned and whose customer is then opened in the CRM is mended by itself', async () => {
    const keys = await bookKeysOf(world.store.db);
    const name = { kind: 'cards', n: BLOCK } as const;
    const isWhole = async () => {
      const bytes = Uint8Array.from(await blockOf(uncut));
      return openBlock(keys, name, bytes).then(
        () => true,
        () => false,
      );
    };
    // What was read before is in the worker's memory.
    await stopWorker(uncut.context, uncut.extensionId);
    await turnByte(uncut, placeOf(1, BLOCK));
    expect(await isWhole()).toBe(false);
    const crm = await uncut.context.newPage();
    await crm.goto(`${world.crmUrl}/customers/C-00202`);
    await expect.poll(isWhole, { timeout: 30_000 }).toBe(true);
  });
});
