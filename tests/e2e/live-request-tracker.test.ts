import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { sidebarOf, sidebarOn } from './support/sidebar';
import { knownUnhappyCustomer } from './support/unhappy-customer';
import { reps, startWorld, type World } from './support/world';

const RT = process.env.HEED_TEST_RT_URL ?? 'http://127.0.0.1:8105';
const PEOPLE = '../shared/captures/live/customers.json';

type Person = { first: string; last: string; email: string; phone: string; subject: string };

async function isRunning(): Promise<boolean> {
  if (!existsSync(PEOPLE)) return false;
  return fetch(RT, { signal: AbortSignal.timeout(3000) }).then(
    () => true,
    () => false,
  );
}

const running = await isRunning();
if (!running) console.log(`No Request Tracker on ${RT}: its live test is skipped.`);

const people: Person[] = running ? JSON.parse(readFileSync(PEOPLE, 'utf8')) : [];

async function logIn(page: Page): Promise<void> {
  await page.goto(RT);
  await page.locator('input[name=user]').fill('root');
  await page.locator('input[name=pass]').fill('password');
  await page.locator('input[type=submit]').first().click();
  await page.getByText('RT at a glance').first().waitFor();
}

describe.skipIf(!running)('live Request Tracker', () => {
  let world: World;
  let browser: RepBrowser;
  let page: Page;

  beforeAll(async () => {
    world = await startWorld({
      redirectUris: [storeBuildRedirect],
      customers: 20,
      atRiskShare: 1,
      extra: people.map((p, i) => knownUnhappyCustomer(`R-${i + 1}`, { name: `${p.first} ${p.last}`, ...p })),
    });
    browser = await openRepBrowser(world, { email: reps.ana });
    page = await browser.context.newPage();
    await logIn(page);
  });

  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it('names the right customer on every ticket and every user, one after another', async () => {
    for (const [i, person] of people.entries()) {
      const name = `${person.first} ${person.last}`;
      await page.goto(`${RT}/Ticket/Display.html?id=${i + 1}`);
      await (await sidebarOn(page)).shows(name);
      await page.locator('.requestors a[href*="/User/Summary.html"]').first().click();
      await page.waitForURL(/User\/Summary/);
      await (await sidebarOn(page)).shows(name);
    }
  });

  it.each(['/', "/Search/Results.html?Query=Status%3D'new'", '/User/Search.html', '/Dashboards/index.html'])(
    'names nobody on %s',
    async (path) => {
      await page.goto(`${RT}${path}`);
      await page.waitForLoadState('load');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const frames = page.frames().filter((f) => f.url().includes('/sidebar.html'));
      const shown = await Promise.all(frames.map(() => sidebarOf(page).shown()));
      expect(shown.filter((s) => s !== null)).toEqual([]);
    },
  );
});
