import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faceOf, looksWell } from './support/looks-well';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { type Sidebar, sidebarOn } from './support/sidebar';
import { reps, startWorld, type World } from './support/world';

const A = 'C-00202';

let world: World;
let browser: RepBrowser;
let page: Page;
let sidebar: Sidebar;

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect] });
  browser = await openRepBrowser(world, { email: reps.ana });
  page = await browser.context.newPage();
  await page.goto(`${world.crmUrl}/customers/${A}?latency=50`);
});

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const doubts = () =>
  world.store.db
    .selectFrom('doubts')
    .innerJoin('user', 'user.id', 'doubts.author_id')
    .select(['kind', 'said', 'email'])
    .execute();

describe('at a glance, in a real browser', () => {
  it('the count follows the reason as it is tapped', async () => {
    sidebar = await sidebarOn(page);
    await sidebar.shows(world.customer(A).name);
    await sidebar.pressByHand('Verified');
    const told = sidebar.frame().getByRole('region', { name: 'Already told us' });
    await expect.poll(() => told.innerText(), { timeout: 15_000 }).toMatch(/contacts? about \w+ in/);
    await sidebar.press(/^(Choose )?Called about|Called about/);
    await sidebar.frame().getByRole('option', { name: 'Moving house' }).click();
    await expect
      .poll(() => told.innerText(), { timeout: 15_000 })
      .toMatch(/contact about contract in \d+ days/);
  });

  it('axe finds nothing, contrast included, and nothing is cut', async () => {
    await looksWell(faceOf(page, sidebar.frame()), 'told-us');
  });

  it('what looks wrong reaches the supervisor, once, from a rep whose network comes and goes', async () => {
    await world.wire.cut();
    await sidebar.press('This looks wrong…');
    await sidebar.frame().getByText('Score isn’t theirs', { exact: true }).click();
    await sidebar.frame().getByLabel('What is right?').fill('Her son answered.');
    await looksWell(faceOf(page, sidebar.frame()), 'looks-wrong');
    await sidebar.pressByHand('Tell your supervisor');
    await expect
      .poll(async () => (await browser.call('outbox.list', {})).map(({ kind, summary }) => [kind, summary]), {
        timeout: 15_000,
      })
      .toEqual([['doubt', 'Her son answered.']]);
    await world.wire.restore();
    await browser.call('sync.now', {});
    await expect
      .poll(doubts, { timeout: 15_000 })
      .toEqual([{ kind: 'not-their-score', said: 'Her son answered.', email: reps.ana }]);
    await expect.poll(() => sidebar.text(), { timeout: 15_000 }).toContain('Your supervisor has it.');
  });
});
