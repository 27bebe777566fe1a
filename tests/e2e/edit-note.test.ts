import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { sendNow } from './support/send-now';
import { type Sidebar, sidebarOn } from './support/sidebar';
import { reps, startWorld, type World } from './support/world';

const A = 'C-00202';
const TIMEOUT = 40_000;

let world: World;
let browser: RepBrowser;
let sidebar: Sidebar;

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect] });
  browser = await openRepBrowser(world, { email: reps.ana });
});
// A test that fails with the network cut must not take the next ones with it.
afterEach(() => world.wire.restore());
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const notes = () =>
  world.store.db
    .selectFrom('notes')
    .select(['note_id', 'content', 'version'])
    .where('customer_id', '=', world.customer(A).id)
    .where('generated', '=', false)
    .execute();
const said = async () => (await notes()).map((n) => `${n.version}: ${n.content.summary}`);

/** Opens the rep's own newest note in the form. */
async function editOwn(at = sidebar): Promise<void> {
  await at.press(/^Earlier notes/);
  await at.press(/^Edit your note/);
  await expect.poll(() => at.text(), { timeout: TIMEOUT }).toContain('Edit note');
}

async function openCustomer({ context }: RepBrowser): Promise<Sidebar> {
  const page = await context.newPage();
  await page.goto(`${world.crmUrl}/customers/${A}?latency=50`);
  const opened = await sidebarOn(page);
  await opened.shows(world.customer(A).name);
  return opened;
}

/** The same rep edits the same note at another desk. */
async function editElsewhere(more: string): Promise<void> {
  const other = await openRepBrowser(world, { email: reps.ana });
  try {
    const there = await openCustomer(other);
    await there.pressByHand(/^Verified$/);
    await editOwn(there);
    await there.write(more);
    await there.saved();
    await there.press(/Save changes/);
    await expect.poll(said, { timeout: TIMEOUT }).toEqual([`3: Billed twice in May${more}`]);
  } finally {
    await other.close();
  }
}

describe('a rep’s own note', () => {
  it('is edited where it is read, and is in the store with what it said before', async () => {
    sidebar = await openCustomer(browser);
    await sidebar.write('Billed twice');
    await sidebar.saved();
    await sidebar.press(/Wrap up/);
    await sendNow(browser);
    await expect.poll(said, { timeout: TIMEOUT }).toEqual(['1: Billed twice']);
    await sidebar.pressByHand(/^Verified$/);
    await editOwn();
    await sidebar.write(' in May');
    await sidebar.saved();
    await sidebar.press(/Save changes/);
    await expect.poll(said, { timeout: TIMEOUT }).toEqual(['2: Billed twice in May']);
    const earlier = await world.store.db.selectFrom('note_versions').select('content').execute();
    expect(earlier.map((v) => v.content.summary)).toEqual(['Billed twice']);
  });

  it('edited in two browsers shows both texts, and says what the rep makes of them', async () => {
    // The call in which the note was edited is pinned again, its caller verified.
    await editOwn();
    await sidebar.write(', and in June');
    await sidebar.saved();
    await editElsewhere(', refunded');
    await world.wire.cut();
    await sidebar.press(/Save changes/);
    await expect.poll(() => sidebar.text(), { timeout: TIMEOUT }).toMatch(/1 unsent/);
    await world.wire.restore();
    await browser.call('outbox.retry', {});
    await expect.poll(() => sidebar.text(), { timeout: TIMEOUT }).toContain('1 note needs attention');
    await sidebar.press(/1 note needs attention/);
    await expect.poll(() => sidebar.text(), { timeout: TIMEOUT }).toContain('Billed twice in May, refunded');
    expect(await sidebar.text()).toContain('Billed twice in May, and in June');
    await sidebar.pressByHand(/Put both together/);
    const both = 'Billed twice in May, and in June\n\nBilled twice in May, refunded';
    await expect.poll(() => sidebar.summary(), { timeout: TIMEOUT }).toBe(both);
    await sidebar.press(/Save changes/);
    await expect.poll(said, { timeout: TIMEOUT }).toEqual([`4: ${both}`]);
    await expect.poll(() => sidebar.text(), { timeout: TIMEOUT }).toMatch(/0 unsent/);
  });
});
