import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testSeed } from '@/tests/support/test-seed';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { recordNames, type Sidebar, sidebarOn } from './support/sidebar';
import { openTryton, type TrytonPage } from './support/tryton-page';
import { knownUnhappyCustomer } from './support/unhappy-customer';
import { reps, startWorld, type World } from './support/world';

const TRYTON = process.env.HEED_TEST_TRYTON_URL ?? 'http://127.0.0.1:8106';
const CAPTURES = '../shared/captures';
const STEPS = 200;

type Person = { first: string; last: string; email: string; phone: string };
type Truth = { file: string; truth: { externalId: string | null; name: string | null } };

async function isRunning(): Promise<boolean> {
  if (!existsSync(CAPTURES)) return false;
  return fetch(TRYTON, { signal: AbortSignal.timeout(5000) }).then(
    () => true,
    () => false,
  );
}

const running = await isRunning();
if (!running) console.log(`No Tryton on ${TRYTON}: its live test is skipped.`);

const read = (file: string) => (running ? JSON.parse(readFileSync(`${CAPTURES}/${file}`, 'utf8')) : []);
const people: Person[] = read('live/customers.json');
const names = people.map(({ first, last }) => `${first} ${last}`);
const parties = (read('tryton/captures.json') as Truth[])
  .filter(({ file, truth }) => file.startsWith('party-2') && truth.externalId !== null)
  .map(({ truth }) => ({ id: Number(truth.externalId), name: truth.name ?? '' }));

/** What an agent does. `n` is a number from which each takes what it needs. */
const acts: Record<string, (tryton: TrytonPage, n: number) => Promise<unknown>> = {
  'open a party': (t, n) => t.openParty(parties[n % parties.length]?.id ?? 0),
  'open the list': (t) => t.openList(),
  'open a row': (t, n) => t.openRow(n),
  'next party': (t) => t.press('next'),
  'previous party': (t) => t.press('previous'),
  'between form and list': (t) => t.press('switch_'),
  'another tab': async (t, n) => t.clickTab(n % (await t.tabs())),
  'close the tab': async (t) => (await t.tabs()) > 3 && t.closeTab(),
  back: (t) => t.page.evaluate(() => history.back()),
  forward: (t) => t.page.evaluate(() => history.forward()),
};

const step = fc.record({
  act: fc.constantFrom(...Object.keys(acts), 'next party', 'another tab', 'open a row'),
  n: fc.nat(1000),
  /** the server's time for an answer */
  slow: fc.constantFrom(0, 0, 0, 300),
  /** how soon the next step comes: not before all is at rest, or while this one is still under way */
  wait: fc.constantFrom('rest', 'rest', 'rest', 'no'),
});

describe.skipIf(!running)('live Tryton', () => {
  let world: World;
  let browser: RepBrowser;
  let tryton: TrytonPage;
  let sidebar: Sidebar;

  beforeAll(async () => {
    world = await startWorld({
      redirectUris: [storeBuildRedirect],
      customers: 20,
      atRiskShare: 1,
      extra: people.map((p, i) => knownUnhappyCustomer(`T-${i + 1}`, { name: `${p.first} ${p.last}`, ...p })),
    });
    browser = await openRepBrowser(world, { email: reps.ana });
    tryton = await openTryton(await browser.context.newPage(), TRYTON);
  });

  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  /** The sidebar comes to show whoever is to be seen on the page: one of the five, or nobody that the store knows. */
  async function showsWhoIsThere(after: string): Promise<void> {
    const visible = await tryton.settled();
    const expected = names.includes(visible) ? visible : undefined;
    await expect
      .poll(async () => (await sidebar.shown())?.name, { timeout: 15_000, message: `after ${after}` })
      .toBe(expected)
      .catch(async (error: unknown) => {
        console.log(`after ${after}, at ${tryton.page.url()}, the sidebar says: ${await sidebar.text()}`);
        throw error;
      });
  }

  it('names the right customer on every party, one after another, and in their tabs, back and forth', async () => {
    for (const { id, name } of parties) {
      await tryton.openParty(id);
      sidebar = await sidebarOn(tryton.page);
      await sidebar.shows(name);
    }
    const last = parties.length;
    for (const index of [last, 1, 2, 1, 3, 2, last, 1]) {
      await tryton.clickTab((await tryton.tabs()) - 1 - (last - index));
      await sidebar.shows(parties[index - 1]?.name ?? '');
    }
    expect((await tryton.probed()).wrong).toEqual([]);
  });

  it.each([
    '/model/party.party;name=%22Party%22&views=%5Bnull%5D',
    '/model/party.contact_mechanism',
    '/model/sale.sale',
    '',
  ])('names nobody on a list or none of its records: %s', async (path) => {
    await tryton.goTo(path);
    await tryton.settled();
    if (path !== '') await showsWhoIsThere(path);
    expect((await tryton.probed()).wrong).toEqual([]);
  });

  it('names the right customer from the list, and next and previous in their place', async () => {
    await tryton.openList();
    await tryton.settled();
    for (const act of ['open a row', ...Array(11).fill('next party'), ...Array(4).fill('previous party')]) {
      await acts[act]?.(tryton, 5);
      await showsWhoIsThere(act);
    }
    expect((await tryton.probed()).wrong).toEqual([]);
  });

  it(`never names another than the one to be seen, in ${STEPS} random steps`, async () => {
    const steps = fc.sample(step, { seed: testSeed(), numRuns: STEPS });
    const painted = await recordNames(tryton.page);
    for (const [i, { act, n, slow, wait }] of steps.entries()) {
      tryton.slow(slow);
      await acts[act]?.(tryton, n);
      if (wait === 'rest') await showsWhoIsThere(`step ${i}: ${act}`);
    }
    tryton.slow(0);
    await showsWhoIsThere('the end');
    const { wrong, looks, reports, visible } = await tryton.probed();
    console.log(`${STEPS} steps, ${looks} looks at the page, ${reports} reports, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
    expect((await painted()).filter((name) => !visible.includes(name))).toEqual([]);
  }, 1_200_000);
});
