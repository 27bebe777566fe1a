import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builds } from '../support/build-extension';
import { openRepBrowser, type RepBrowser, redirectOf, updateInPlace } from '../support/rep-browser';
import { sidebarOn } from '../support/sidebar';
import { reps, startWorld, type World } from '../support/world';

const A = 'C-00202';
const WORDS = 'Saved before the update';
const NEWER = '99.0.0';

let world: World;
let folder: string;
let extensionDir: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heed-update-'));
  extensionDir = join(folder, 'extension');
  await cp(builds.store, extensionDir, { recursive: true });
  world = await startWorld({ redirectUris: [redirectOf(extensionDir)] });
});

afterAll(async () => {
  await world?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function summaries(): Promise<string[]> {
  const rows = await world.store.db
    .selectFrom('notes')
    .select('content')
    .where('generated', '=', false)
    .execute();
  return rows.map((row) => row.content.summary);
}

/** What a newer version of the extension brings at least. */
async function raiseVersion(): Promise<void> {
  const path = join(extensionDir, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...manifest, version: NEWER }));
}

type Runtime = { chrome: { runtime: { getManifest(): { version: string } } } };
const versionOf = ({ worker }: RepBrowser) =>
  worker.evaluate(() => (globalThis as unknown as Runtime).chrome.runtime.getManifest().version);

it('an extension that is updated with queued notes still has them, and sends each once', async () => {
  const profileDir = join(folder, 'profile');
  const before = await openRepBrowser(world, { email: reps.ana, profileDir, extensionDir });
  const page = await before.context.newPage();
  await page.goto(`${world.crmUrl}/customers/${A}?latency=50`);
  const sidebar = await sidebarOn(page);
  await sidebar.shows(world.customer(A).name);
  await world.wire.cut();
  await sidebar.write(WORDS);
  await sidebar.saved();
  await sidebar.press(/Wrap up/);
  await expect.poll(async () => (await before.call('sync.state', {})).unsent, { timeout: 15_000 }).toBe(1);
  await before.close();
  await raiseVersion();

  const after = await openRepBrowser(world, { profileDir, extensionDir });
  try {
    expect(await versionOf(after)).toBe(NEWER);
    expect(await after.call('outbox.list', {})).toMatchObject([{ state: 'waiting', summary: WORDS }]);
    expect(await summaries()).not.toContain(WORDS);
    await world.wire.restore();
    await after.call('account.signIn', { interactive: false });
    await after.call('sync.now', {});
    await expect.poll(summaries, { timeout: 30_000 }).toContain(WORDS);
    expect((await summaries()).filter((s) => s === WORDS)).toHaveLength(1);
    await expect.poll(async () => (await after.call('sync.state', {})).unsent, { timeout: 15_000 }).toBe(0);
  } finally {
    await after.close();
  }
});

const sidebarsIn = (page: Page) => page.frames().filter((f) => f.url().includes('/sidebar.html')).length;

it('an update under an open page puts the new sidebar in the old one’s place, and every word goes out once', async () => {
  const before = await openRepBrowser(world, { email: reps.ana, extensionDir });
  let after = before;
  try {
    const page = await before.context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${world.crmUrl}/customers/${A}?latency=50`);
    const old = await sidebarOn(page);
    await old.shows(world.customer(A).name);
    await world.wire.cut();
    await old.write('Queued before it');
    await old.saved();
    await old.press(/Wrap up/);
    await expect.poll(async () => (await before.call('sync.state', {})).unsent, { timeout: 15_000 }).toBe(1);
    await old.write('Typed before it');
    await old.saved();
    const oldFrame = old.frame();

    after = await updateInPlace(before);
    await expect.poll(() => oldFrame.isDetached(), { timeout: 20_000 }).toBe(true);
    await expect.poll(() => sidebarsIn(page), { timeout: 20_000 }).toBe(1);
    const sidebar = await sidebarOn(page);
    await sidebar.shows(world.customer(A).name);
    expect(await sidebar.summary()).toBe('Typed before it');
    await sidebar.write(', and after');
    await sidebar.saved();
    await sidebar.press(/Wrap up/);
    await expect.poll(async () => (await after.call('sync.state', {})).unsent, { timeout: 15_000 }).toBe(2);
    await page
      .getByRole('link', { name: /Customers/ })
      .first()
      .click();
    await expect.poll(() => sidebarsIn(page), { timeout: 10_000 }).toBeLessThan(2);

    await world.wire.restore();
    await after.call('account.signIn', { interactive: false });
    await after.call('sync.now', {});
    const mine = async () => (await summaries()).filter((text) => text.includes('before it'));
    await expect.poll(mine, { timeout: 30_000 }).toHaveLength(2);
    expect((await mine()).sort()).toEqual(['Queued before it', 'Typed before it, and after']);
    expect(errors.filter((text) => /context invalidated/i.test(text))).toEqual([]);
  } finally {
    await world.wire.restore();
    await after.close();
  }
});
