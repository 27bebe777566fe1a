import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

async function axeFaults(): Promise<string[]> {
  const frame = sidebar.frame();
  await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const { axe: here } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await here.run(document, {
      rules: { 'page-has-heading-one': { enabled: false } },
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

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

  it.each(['light', 'dark'] as const)(
    'axe finds nothing, contrast included, in the %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      expect(await axeFaults()).toEqual([]);
    },
  );

  it('what looks wrong reaches the supervisor, once, from a rep whose network comes and goes', async () => {
    await world.wire.cut();
    await sidebar.press('This looks wrong…');
    await sidebar.frame().getByText('Score isn’t theirs', { exact: true }).click();
    await sidebar.frame().getByLabel('What is right?').fill('Her son answered.');
    expect(await axeFaults()).toEqual([]);
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
