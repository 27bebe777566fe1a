import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRepBrowser, type RepBrowser, signIn, storeBuildRedirect } from '../support/rep-browser';
import { sendNow } from '../support/send-now';
import { sidebarOn } from '../support/sidebar';
import { reps, startWorld, type World } from '../support/world';

const A = 'C-00202';

let world: World;
let browser: RepBrowser;

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect] });
  browser = await openRepBrowser(world, { email: reps.ana });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

async function summaries(): Promise<string[]> {
  const rows = await world.store.db
    .selectFrom('notes')
    .select('content')
    .where('generated', '=', false)
    .execute();
  return rows.map((row) => row.content.summary);
}

/** As a cleaner, or a browser that is short of space, would. */
const deleteNotes = () =>
  browser.worker.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.deleteDatabase('heed-notes');
        request.onsuccess = () => resolve('deleted');
        request.onerror = () => resolve('failed');
        request.onblocked = () => resolve('blocked');
      }),
  );

it('notes deleted under a queue are told of, and those that come later are kept and sent', async () => {
  const page = await browser.context.newPage();
  await page.goto(`${world.crmUrl}/customers/${A}?latency=50`);
  const sidebar = await sidebarOn(page);
  await sidebar.shows(world.customer(A).name);
  await world.wire.cut();
  await sidebar.write('Lost');
  await sidebar.saved();
  await sidebar.press(/Wrap up/);
  await expect.poll(async () => (await browser.call('sync.state', {})).unsent, { timeout: 15_000 }).toBe(1);
  expect(await deleteNotes()).toBe('deleted');

  expect(await browser.call('sync.state', {})).toMatchObject({ unsent: 0, lost: { unsent: 1 } });
  await page.reload();
  await expect
    .poll(async () => (await sidebarOn(page)).text().catch(() => ''), { timeout: 15_000 })
    .toMatch(/were deleted from this computer.*1 note that waited to be sent can’t be sent any more/s);
  await world.wire.restore();
  // Who was signed in here is gone with the notes: whoever comes proves who they are.
  await signIn(browser, reps.ana);
  const again = await sidebarOn(page);
  // It begins anew for whoever has signed in.
  await again.shows(world.customer(A).name);
  await again.pressByHand('I have read this');
  await again.write('Kept');
  await again.saved();
  await again.press(/Wrap up/);
  await sendNow(browser);
  await expect.poll(summaries, { timeout: 30_000 }).toEqual(['Kept']);
  expect(await browser.call('sync.state', {})).toMatchObject({ lost: null });
});
