import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nextOutreach } from '@/server/outreach/next-outreach';
import { faceOf, looksWell } from './support/looks-well';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { sendNow } from './support/send-now';
import { type Sidebar, sidebarOn } from './support/sidebar';
import { knownUnhappyCustomer } from './support/unhappy-customer';
import { reps, startWorld, type World } from './support/world';

const INES = { name: 'Ines Duarte', email: 'ines.duarte@example.org', phone: '+44 1632 960991' };
const VERA = { name: 'Vera Holm', email: 'vera.holm@example.org', phone: '+44 1632 960992' };
const extra = [knownUnhappyCustomer('C-09001', INES), knownUnhappyCustomer('C-09002', VERA)];
const LINE = 'I hang up on our own menu myself.';
const TIMEOUT = 40_000;

let world: World;
let browser: RepBrowser;
let page: Page;
let sidebar: Sidebar;

/** Whatever the hour is in which this runs, and nobody on the list but these two. */
async function onlyThese(): Promise<void> {
  const always = { zones: ['UTC'], from: 0, to: 24, days: [1, 2, 3, 4, 5, 6, 7], holidays: [] };
  const { db } = world.store;
  await db
    .updateTable('organisation')
    .set({ calling_hours: JSON.stringify({ GB: always }) })
    .execute();
  const ids = extra.map((customer) => customer.id);
  await db.deleteFrom('outreach').where('customer_id', 'not in', ids).execute();
}

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect], extra });
  await onlyThese();
  browser = await openRepBrowser(world, { email: reps.ana });
  page = await browser.context.newPage();
});
afterEach(() => world.wire.restore());
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** The CRM, with a customer open who is none of those on the list. */
async function openCrm(): Promise<void> {
  await page.goto(`${world.crmUrl}/customers/C-00202?latency=50`);
  sidebar = await sidebarOn(page);
}

const says = (text: string | RegExp) =>
  expect.poll(() => sidebar.text(), { timeout: TIMEOUT, interval: 50 }).toMatch(text);
async function choose(entry: string): Promise<void> {
  await sidebar.press('More');
  await sidebar.frame().getByRole('menuitem', { name: entry }).click({ timeout: TIMEOUT });
}
const entries = () =>
  world.store.db
    .selectFrom('outreach')
    .innerJoin('customers', 'customers.customer_id', 'outreach.customer_id')
    .select(['customers.name', 'state', 'attempts'])
    .orderBy('customers.name')
    .execute();
const stateOf = async (name: string) => (await entries()).find((entry) => entry.name === name);

/** The first line of what to say stands there without scrolling. */
const promptInSight = () =>
  sidebar.frame().evaluate(() => {
    const at = document.querySelector('.prompt')?.getBoundingClientRect();
    const line = at && document.elementFromPoint(at.left + 24, at.top + 10);
    return Boolean(line?.closest('.prompt'));
  });

describe('in a quiet hour', () => {
  it('a rep takes one from the list, calls, says how it went, and takes the next', async () => {
    await openCrm();
    await sidebar.shows(world.customer('C-00202').name);
    await sidebar.write('Waits while we look.');
    await sidebar.saved();
    await choose('Outreach: who to call');
    await says(/They gave us 2 of 10/);
    const first = (await sidebar.text()).includes(INES.name) ? INES.name : VERA.name;
    const second = first === INES.name ? VERA.name : INES.name;
    await says(/1632 96099/);
    await looksWell(faceOf(page, sidebar.frame()), 'outreach');
    const ben = await nextOutreach(world.store.db, { userId: 'ben', now: new Date() });
    expect(ben).toMatchObject({ state: 'one', entry: { name: second } });

    await sidebar.pressByHand('Start the call');
    await sidebar.shows(first);
    await sidebar.write('Wants a person, not a menu.');
    await sidebar.saved();
    await looksWell(faceOf(page, sidebar.frame()), 'outreach-call');
    expect(await promptInSight()).toBe(true);
    await sidebar.pressByHand('Reached');
    await says(/They are off the list/);
    expect(await stateOf(first)).toMatchObject({ state: 'reached', attempts: 1 });
    await sidebar.press(/Wrap up/);
    // The page shows somebody else all the while.
    await sidebar.pressByHand(/^Save to/);
    await sendNow(browser);
    await expect
      .poll(
        async () => {
          const rows = await world.store.db.selectFrom('notes').selectAll().execute();
          return rows.filter((row) => row.content.summary === 'Wants a person, not a menu.').length;
        },
        { timeout: TIMEOUT },
      )
      .toBe(1);

    await choose('Outreach: who to call');
    await says(/Nobody to call now/);
    await looksWell(faceOf(page, sidebar.frame()), 'outreach-empty');
    await world.store.db.updateTable('outreach').set({ claimed_by: null, claimed_until: null }).execute();
    await sidebar.press('Look again');
    await says(second);

    await sidebar.pressByHand('Start the call');
    await sidebar.shows(second);
    await world.wire.cut();
    await sidebar.pressByHand('Nobody answered');
    await says(/Noted on this computer/);
    expect(await stateOf(second)).toMatchObject({ state: 'waiting', attempts: 0 });
    await world.wire.restore();
    await browser.call('network.online', {});
    await expect.poll(() => stateOf(second), { timeout: TIMEOUT }).toMatchObject({ attempts: 1 });
  });
});

/** Every row of every table as text. */
async function dump(): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(world.store.db);
  const all: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select ${sql.ref('t')}::text as row from ${sql.table(name)} as t`.execute(world.store.db);
    all.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return all;
}

/** What lies in clear beside what is sealed: of what waits, and of what is kept for longer. */
async function inClear(): Promise<{ rows: string; values: string[] }> {
  const worker = browser.context.serviceWorkers()[0] ?? browser.worker;
  return worker.evaluate(
    () =>
      new Promise<{ rows: string; values: string[] }>((resolve, reject) => {
        const opening = indexedDB.open('heed-waiting');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction(['rows', 'values']);
          const rows = reading.objectStore('rows').getAll();
          const values = reading.objectStore('values').getAllKeys();
          reading.oncomplete = () => {
            opening.result.close();
            const clear = rows.result.map((row: object) => ({ ...row, sealed: '' }));
            resolve({ rows: JSON.stringify(clear), values: values.result.map(String) });
          };
        };
      }),
  );
}

/** The moment that chance has picked has come. */
async function hurry(): Promise<void> {
  const worker = browser.context.serviceWorkers()[0] ?? browser.worker;
  await worker.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('heed-waiting');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const rows = opening.result.transaction('rows', 'readwrite').objectStore('rows');
          rows.getAll().onsuccess = ({ target }) => {
            for (const row of (target as IDBRequest<object[]>).result)
              rows.put({ ...row, dueAt: Date.now() });
          };
          rows.transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
}

describe('a signal without a name', () => {
  it('leaves no trace of the rep in the store, and is there once', async () => {
    await openCrm();
    await choose('Note a signal');
    await sidebar.frame().getByRole('dialog').waitFor();
    await looksWell(faceOf(page, sidebar.frame()), 'signal');
    const dialog = sidebar.frame().getByRole('dialog');
    await dialog.getByText('My own experience as a customer').click();
    await dialog.getByLabel('In one line').fill(LINE);
    await dialog.getByText('Without my name').click();
    await says(/Not kept: who you are/);
    await sidebar.pressByHand(/^Give$/);
    await says(/leaves at a random moment within a day/);

    await browser.call('network.online', {});
    const before = new Set(await dump());
    const signals = () => world.store.db.selectFrom('signal_inbox').selectAll().execute();
    expect(await signals()).toEqual([]);
    const disk = await inClear();
    expect(disk.rows).toContain('nameless-signal');
    expect(disk.values).toHaveLength(1);
    await hurry();
    // Sends nothing of it by itself: it sees to the alarm.
    await browser.call('network.online', {});
    await expect.poll(signals, { timeout: TIMEOUT }).toMatchObject([{ line: LINE }]);

    const user = await world.store.db
      .selectFrom('user')
      .select(['id', 'name', 'email'])
      .where('email', '=', reps.ana)
      .executeTakeFirstOrThrow();
    const [signal] = await signals();
    for (const trace of [signal?.signal_id, user.id])
      expect(`${disk.rows} ${disk.values}`).not.toContain(trace);
    const news = (await dump()).filter((row) => !before.has(row));
    const [givers = '', kept = ''] = news.filter((row) => /^signal/.test(row)).sort();
    expect(givers).toMatch(/^signal_givers /);
    expect(kept).toContain(LINE);
    for (const row of [givers, kept])
      for (const trace of [...Object.values(user), browser.extensionId]) expect(row).not.toContain(trace);
    await hurry();
    await browser.call('network.online', {});
    expect(await signals()).toHaveLength(1);
  });
});
