import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { teachWords as w } from '@/lib/ui/words/teach-words';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { readOf, switchOffBuiltIn, type Teacher, teacherOn } from './support/teacher';
import { reps, startWorld, type World } from './support/world';

const RT = process.env.HEED_TEST_RT_URL ?? 'http://127.0.0.1:8105';
const TRYTON = process.env.HEED_TEST_TRYTON_URL ?? 'http://127.0.0.1:8106';
const PEOPLE = '../shared/captures/live/customers.json';

type Person = { name: string; email: string };
type PersonRow = { first: string; last: string; email: string };

async function isRunning(url: string): Promise<boolean> {
  if (!existsSync(PEOPLE)) return false;
  return fetch(url, { signal: AbortSignal.timeout(3000) }).then(
    () => true,
    () => false,
  );
}

const running = { rt: await isRunning(RT), tryton: await isRunning(TRYTON) };
if (!running.rt) console.log(`No Request Tracker on ${RT}: teaching it is skipped.`);
if (!running.tryton) console.log(`No Tryton on ${TRYTON}: teaching it is skipped.`);

const people: Person[] = existsSync(PEOPLE)
  ? (JSON.parse(readFileSync(PEOPLE, 'utf8')) as PersonRow[]).map(({ first, last, email }) => ({
      name: `${first} ${last}`,
      email,
    }))
  : [];
const person = (i: number): Person => people[i] ?? { name: '', email: '' };

let world: World;
let browser: RepBrowser;
let page: Page;

/** Two customers: one pointed at, the next one confirmed. Then a person saves it. */
async function teachTwo(
  open: (i: number) => Promise<void>,
  point: (teacher: Teacher) => Promise<void>,
): Promise<void> {
  await open(0);
  const teacher = await teacherOn(browser, page);
  await teacher.begin();
  await point(teacher);
  await open(1);
  await teacher.says(w.isRight);
  await teacher.says(person(1).email);
  await teacher.press(w.right);
  await teacher.says(w.thanks(2));
  await expect.poll(async () => (await teacher.state()).proposal?.pages).toBe(2);
  await teacher.save();
  await expect.poll(() => teacher.text()).toBe('');
}

async function nobodyOn(open: () => Promise<unknown>): Promise<void> {
  await open();
  await page.waitForLoadState('load');
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(await readOf(browser, page)).toBeNull();
}

const reads = (email: string) =>
  expect
    .poll(async () => (await readOf(browser, page))?.emails, { timeout: 20_000, interval: 300 })
    .toEqual([email]);

describe('live CRMs, with all that Heed knows of them switched off', () => {
  beforeAll(async () => {
    if (!running.rt && !running.tryton) return;
    world = await startWorld({ redirectUris: [storeBuildRedirect], customers: 5 });
    await switchOffBuiltIn(world);
    browser = await openRepBrowser(world, { email: reps.ana });
    page = await browser.context.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  describe.skipIf(!running.rt)('Request Tracker', () => {
    const openTicket = async (i: number) => {
      await page.goto(`${RT}/Ticket/Display.html?id=${i + 1}`);
    };

    const logIn = async () => {
      await page.goto(RT);
      await page.locator('input[name=user]').fill('root');
      await page.locator('input[name=pass]').fill('password');
      await page.locator('input[type=submit]').first().click();
      await page.getByText('RT at a glance').first().waitFor();
    };

    it('is taught on two tickets, and read rightly on all others', async () => {
      await logIn();
      await teachTwo(openTicket, async (teacher) => {
        await teacher.point(page.locator('.form-row.requestors a[href*="/User/Summary.html"]').first());
        await teacher.press(w.kinds.email);
        await teacher.says(person(0).email);
      });
      for (const [i, { email }] of people.entries()) {
        await openTicket(i);
        await reads(email);
      }
    });

    it.each([
      '/',
      "/Search/Results.html?Query=Status%3D'new'",
      '/User/Search.html',
      '/Dashboards/index.html',
    ])('names nobody on %s', (path) => nobodyOn(() => page.goto(`${RT}${path}`)));
  });

  describe.skipIf(!running.tryton)('Tryton', () => {
    const goTo = (record: string) =>
      page.evaluate((hash) => {
        location.hash = hash;
      }, `crm/model/party.party${record};name=%22Party%22&views=%5Bnull%5D`);
    const ids = new Map<number, string>();

    const openParty = async (i: number) => {
      await goTo(`/${ids.get(i)}`);
      await page.locator('input[name=name]:visible').first().waitFor({ timeout: 30_000 });
      await expect
        .poll(() => page.locator('input[name=name]:visible').first().inputValue(), { timeout: 30_000 })
        .toBe(person(i).name);
    };

    const logIn = async () => {
      await page.setViewportSize({ width: 1600, height: 1000 });
      await page.goto(`${TRYTON}/#crm`);
      // Once it knows the databases; before, it takes no login.
      await page.locator('#database:visible').waitFor();
      await page.locator('#login').fill('admin');
      await page.locator('#login').press('Enter');
      const password = page.locator('input[type=password]:visible');
      await password.fill('agentpass1');
      await password.press('Enter');
      await page.locator('#user-preferences').getByText('Agnes Agent').waitFor();
      for (const [i] of people.entries()) ids.set(i, String(202 + 2 * i));
    };

    it('is taught on two parties, and read rightly on all others, with those opened before in hidden tabs', async () => {
      await logIn();
      await teachTwo(openParty, async (teacher) => {
        await teacher.point(page.locator('.column-char:visible').getByText(person(0).email));
        await teacher.press(w.kinds.email);
        await teacher.says(person(0).email);
        await teacher.press(w.more);
        await teacher.point(page.locator('input[name=name]:visible').first());
        await teacher.press(w.kinds.name);
        await teacher.says(person(0).name);
      });
      for (const [i, { email, name }] of people.entries()) {
        await openParty(i);
        await reads(email);
        expect((await readOf(browser, page))?.name).toBe(name);
      }
    });

    it('names nobody on the list of parties', () => nobodyOn(() => goTo('')));
  });
});
