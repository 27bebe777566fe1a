import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCustomers } from '@/server/import/import-customers';
import { prepareCustomerFile } from '@/server/import/prepare-file';
import { idKind, TELCO } from '../server/support/import-store';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { searchProfile } from './support/search-profile';
import { sidebarOn } from './support/sidebar';
import { reps, startWorld, type World } from './support/world';

const telco = existsSync(TELCO.customers);

/** Somebody whom we write into the extension's own database, unsealed: what the search must find. */
const planted = ['planted.person@example.org', '+442079460123', 'Planted Xavier Person'];
const plantedInBlob = 'planted.at.length@example.org';
/** Written there once everybody is gone: else a search that finds nothing would pass. */
const plantedLast = 'planted.at.last@example.org';

/** Whom the rep speaks with, and the note that they have begun. */
const OPENED = 'C-00202';
const BEGUN = 'Begun and unfinished, about a marmalade subscription';

let world: World;
let browser: RepBrowser;
let searched: string[];
/** What the CRM answered about whom the rep opened: Chromium keeps pages where it keeps them, with Heed or without. */
const crmSaid: string[] = [];
/** Where extensions may write, or have their pages written. */
const OF_EXTENSIONS = /extension|IndexedDB|Storage|Service Worker/i;
let cards: number;

async function importTelco(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'heed-import-'));
  const prepared = await prepareCustomerFile({ path: TELCO.customers, idKind: async () => idKind });
  const reportPath = join(folder, 'report.csv');
  const { db, clock } = world.store;
  await importCustomers({ db, clock, reportPath, ...prepared, region: 'US' });
  await world.store.rescore();
  await rm(folder, { recursive: true });
}

/** Every way in which the store could have told who somebody is; and the key to all cards, which lies in memory only. */
async function everyone(): Promise<string[]> {
  const { db } = world.store;
  const customers = await db.selectFrom('customers').selectAll().execute();
  const identifiers = await db.selectFrom('identifiers').selectAll().execute();
  const { lookup_key } = await db.selectFrom('organisation').select('lookup_key').executeTakeFirstOrThrow();
  const texts = [
    ...customers.map((c) => c.name ?? ''),
    ...identifiers.map((i) => i.value),
    ...world.customers.flatMap((c) => [c.name, c.email ?? '', c.phone ?? '']),
  ];
  const whole = texts.filter((text) => text.length >= 7);
  return [...new Set([...whole, ...whole.map((text) => text.toLowerCase()), lookup_key])];
}

/** A customer's answers come and are kept, and a note is begun. @returns what the customer said, as the rep reads it */
async function speakWithSomebody(): Promise<string[]> {
  const page = await browser.context.newPage();
  page.on('response', async (answer) => {
    if (!answer.url().startsWith(world.crmUrl)) return;
    crmSaid.push(answer.url().toLowerCase(), (await answer.text().catch(() => '')).toLowerCase());
  });
  await page.goto(`${world.crmUrl}/customers/${OPENED}?latency=50`);
  const sidebar = await sidebarOn(page);
  await sidebar.shows(world.customer(OPENED).name);
  await sidebar.pressByHand('Verified');
  const words = sidebar.frame().locator('.verbatim');
  await expect.poll(() => words.count(), { timeout: 15_000 }).toBeGreaterThan(1);
  const said = await words.allInnerTexts();
  await sidebar.write(BEGUN);
  await sidebar.saved();
  await page.close();
  return said.map((text) => text.replace(/^\W+|\W+$/g, '')).filter((text) => text.length >= 7);
}

async function onOptionsPage<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/options.html`);
  const result = await work(page);
  await page.close();
  return result;
}

const countRows = (database: string, table: string): Promise<number> =>
  onOptionsPage((page) =>
    page.evaluate(
      async ([name, store]) => {
        const done = <R>(request: IDBRequest<R>) =>
          new Promise<R>((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
        const db = await done(indexedDB.open(name));
        const rows = await done(db.transaction(store).objectStore(store).count());
        db.close();
        return rows;
      },
      [database, table] as const,
    ),
  );

/** Through the same database, and enough after it that LevelDB packs some of it away. */
const plant = (texts: readonly string[], inBlob: string): Promise<void> =>
  onOptionsPage((page) =>
    page.evaluate(
      async ([short, long]) => {
        const db = await new Promise<IDBDatabase>((resolve) => {
          const request = indexedDB.open('heed-book');
          request.onsuccess = () => resolve(request.result);
        });
        const noise = (size: number) => {
          const bytes = new Uint8Array(size);
          for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
          return bytes;
        };
        const writing = db.transaction('packs', 'readwrite');
        const packs = writing.objectStore('packs');
        packs.put({ id: 'planted', texts: short });
        packs.put({ id: 'planted at length', text: long, noise: noise(200_000) });
        for (let i = 0; i < 100; i += 1) packs.put({ id: `noise ${i}`, noise: noise(50_000) });
        await new Promise((resolve, reject) => {
          writing.oncomplete = resolve;
          writing.onerror = reject;
        });
        db.close();
      },
      [texts, inBlob] as const,
    ),
  );

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect], customers: 400 });
  if (telco) await importTelco();
  browser = await openRepBrowser(world, { email: reps.ana });
  cards = (await browser.call('sync.state', {})).customers;
  searched = await everyone();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** @returns who of them all is readable in some file of the profile, beyond what the CRM's own page leaves there */
async function readable(): Promise<string[]> {
  const there = await searchProfile(browser.profileDir, [
    ...planted,
    plantedInBlob,
    plantedLast,
    ...searched,
  ]);
  const isOfCrm = (text: string) => crmSaid.some((said) => said.includes(text.toLowerCase()));
  const isHeeds = ([text, files]: [string, string[]]) =>
    !isOfCrm(text) || files.some((file) => OF_EXTENSIONS.test(file));
  return [...there]
    .filter(isHeeds)
    .map(([text]) => text)
    .sort();
}

const sorted = [...planted, plantedInBlob].sort();

describe(`a browser that has ${telco ? 'the telco file and generated customers' : 'generated customers (the telco file is not beside the checkout)'}`, () => {
  it('has all of them', () => {
    expect(cards).toBeGreaterThanOrEqual(telco ? 7443 : 400);
    expect(searched.length).toBeGreaterThan(telco ? 20_000 : 1200);
  });

  it('has what one of them said, and what is begun about them', async () => {
    const said = await speakWithSomebody();
    expect(said.length).toBeGreaterThan(0);
    searched.push(BEGUN, ...said);
    expect(await countRows('heed-details', 'details')).toBe(1);
    expect(await countRows('heed-notes', 'drafts')).toBe(1);
  });

  it('has none of it readable in any file of its profile: only whom we put there ourselves', async () => {
    await plant(planted, plantedInBlob);
    expect(await readable()).toEqual(sorted);
  });

  it('nor after the sign-out', async () => {
    await browser.call('account.signOut', {});
    await plant([plantedLast], plantedLast);
    // Whom we put there before is gone from the database, and may still lie in its files.
    expect((await readable()).filter((text) => !sorted.includes(text))).toEqual([plantedLast]);
  });
});
