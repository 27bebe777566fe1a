import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCustomers } from '@/server/import/import-customers';
import { prepareCustomerFile } from '@/server/import/prepare-file';
import { idKind, TELCO } from '../server/support/import-store';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { searchProfile } from './support/search-profile';
import { reps, startWorld, type World } from './support/world';

const telco = existsSync(TELCO.customers);

/** Somebody whom we write into the extension's own database, unsealed: what the search must find. */
const planted = ['planted.person@example.org', '+442079460123', 'Planted Xavier Person'];
const plantedInBlob = 'planted.at.length@example.org';

let world: World;
let browser: RepBrowser;
let found: { afterSync: string[]; afterSignOut: string[] };
let searched: string[];
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

/** Through the same database, and enough after it that LevelDB packs some of it away. */
async function plant(): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/options.html`);
  await page.evaluate(
    async ([texts, inBlob]) => {
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
      packs.put({ id: 'planted', texts });
      packs.put({ id: 'planted at length', text: inBlob, noise: noise(200_000) });
      for (let i = 0; i < 100; i += 1) packs.put({ id: `noise ${i}`, noise: noise(50_000) });
      await new Promise((resolve, reject) => {
        writing.oncomplete = resolve;
        writing.onerror = reject;
      });
      db.close();
    },
    [planted, plantedInBlob] as const,
  );
  await page.close();
}

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect], customers: 400 });
  if (telco) await importTelco();
  browser = await openRepBrowser(world, { email: reps.ana });
  cards = (await browser.call('sync.state', {})).customers;
  await plant();
  searched = await everyone();
  const search = async () => {
    const there = await searchProfile(browser.profileDir, [...planted, plantedInBlob, ...searched]);
    return [...there.keys()].sort();
  };
  const afterSync = await search();
  await browser.call('account.signOut', {});
  found = { afterSync, afterSignOut: await search() };
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const sorted = [...planted, plantedInBlob].sort();

describe(`a browser that has ${telco ? 'the telco file and generated customers' : 'generated customers (the telco file is not beside the checkout)'}`, () => {
  it('has all of them', () => {
    expect(cards).toBeGreaterThanOrEqual(telco ? 7443 : 400);
    expect(searched.length).toBeGreaterThan(telco ? 20_000 : 1200);
  });

  it('has none of them readable in any file of its profile: only whom we put there ourselves', () => {
    expect(found.afterSync).toEqual(sorted);
  });

  it('nor after the sign-out', () => {
    expect(found.afterSignOut.filter((text) => !sorted.includes(text))).toEqual([]);
  });
});
