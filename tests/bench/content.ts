import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from 'playwright-core';
import { builds } from '../e2e/support/build-extension';
import { openRepBrowser, storeBuildRedirect } from '../e2e/support/rep-browser';
import { sidebarOf } from '../e2e/support/sidebar';
import { reps, startWorld } from '../e2e/support/world';
import { startBackOffice, taughtHere } from './content-pages';
import { type Figure, quantile } from './figure';

const ROWS = 2000;
const LOADS = 15;
/** How long after a load its work is over (ms); how often and how long a busy page is watched. */
const LOADED = 1000;
const WATCHES = 5;
const WATCHED = 4000;

/** One page with Heed and the same without, in one browser: its other name has not been granted. */
type Measured = { page: Page; session: CDPSession };
type Pair = { heed: Measured; bare: Measured };

async function taskSeconds({ session }: Measured): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

/** Milliseconds that the page's main thread was busy while something was done. */
async function busy(measured: Measured, work: (page: Page) => Promise<unknown>): Promise<number> {
  const before = await taskSeconds(measured);
  await work(measured.page);
  return ((await taskSeconds(measured)) - before) * 1000;
}

/** By turns, so that both meet the same machine. */
async function inTurns(pair: Pair, times: number, work: (page: Page) => Promise<unknown>) {
  const [heed, bare]: [number[], number[]] = [[], []];
  for (let i = 0; i < times; i++) {
    for (const [measured, into] of [
      [pair.heed, heed],
      [pair.bare, bare],
    ] as const) {
      await measured.page.bringToFront();
      into.push(await busy(measured, work));
    }
  }
  return { heed, bare };
}

/**
 * Two hundred changes a second, beside what the page shows.
 * @param looks the page changes its own looks each time as well, above everything on it
 */
async function mutate(page: Page, looks = false): Promise<void> {
  await page.evaluate(
    ([ms, restyle]) =>
      new Promise<void>((done) => {
        const place = document.body.appendChild(document.createElement('p'));
        const started = performance.now();
        let n = 0;
        const timer = setInterval(() => {
          const due = Math.floor((performance.now() - started) / 5);
          for (; n < due; n++) {
            place.textContent = String(n);
            if (restyle) document.body.className = `at-${n % 2}`;
          }
          if (performance.now() - started < ms) return;
          clearInterval(timer);
          place.remove();
          done();
        }, 5);
      }),
    [WATCHED, looks] as const,
  );
}

/** Forty pixels each frame, in a list whose rows are filled anew. */
async function scroll(page: Page): Promise<void> {
  await page.evaluate(
    (ms) =>
      new Promise<void>((done) => {
        const list = document.querySelector('.virtual');
        const started = performance.now();
        const step = () => {
          if (list) list.scrollTop = (list.scrollTop + 40) % (list.scrollHeight - 600);
          if (performance.now() - started < ms) requestAnimationFrame(step);
          else done();
        };
        step();
      }),
    WATCHED,
  );
}

const perSecond = (times: readonly number[]) => times.map((ms) => ms / (WATCHED / 1000));

function figures(name: string, { heed, bare }: { heed: number[]; bare: number[] }, unit: string): Figure[] {
  return [['p50', 0.5] as const, ['p95', 0.95] as const].map(([suffix, p]) => {
    const [value, baseline] = [quantile(heed, p), quantile(bare, p)];
    return { name: `${name}.${suffix}`, value, unit, baseline, ratio: value / baseline };
  });
}

/** What comes from a file is asked about once; until then it marks nobody in lists. */
async function sayYes(page: Page): Promise<void> {
  await sidebarOf(page).pressByHand('Yes, that’s right');
  await page.close();
}

/**
 * What the content script costs a CRM's page: how busy its main thread is with Heed, beside the same page without, in one
 * run of one real Chromium with the store build.
 */
export async function measureContent(): Promise<Figure[]> {
  const script = readFileSync(join(builds.store, 'content-scripts/crm.js'));
  const size: Figure = {
    name: 'content.gzip',
    value: gzipSync(script, { level: 9 }).length / 1000,
    unit: 'kB',
  };
  const world = await startWorld({ redirectUris: [storeBuildRedirect], customers: ROWS });
  const browser = await openRepBrowser(world, { email: reps.ana });
  const origins = [world.crmUrl, world.crmUrl.replace('127.0.0.1', 'localhost')] as const;
  const office = await startBackOffice(
    world.customers.map(({ name, email }) => ({ name, email: email ?? 'x' })),
  );
  const openOne = async (address: string, ready = 'a.customer-link'): Promise<Measured> => {
    const page = await browser.context.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await page.goto(`${address}?latency=0`);
    await page.locator(ready).first().waitFor();
    await page.waitForTimeout(LOADED);
    // tsx names inner functions by a helper of its own, which a page doesn't have.
    await page.evaluate('globalThis.__name = (f) => f');
    return { page, session };
  };
  const open = async (path: string, ready?: string, crm: string = origins[0]): Promise<Pair> => ({
    heed: await openOne(crm + path, ready),
    bare: await openOne(crm.replace('127.0.0.1', 'localhost') + path, ready),
  });
  const restless = async (pair: Pair) => {
    const measured = await inTurns(pair, WATCHES, (page) => mutate(page, true));
    await pair.heed.page.close();
    await pair.bare.page.close();
    return measured;
  };
  /** What the browser counts for a page begins anew with its document. */
  const load = async (origin: string): Promise<number> => {
    const opened = await openOne(`${origin}/`);
    const seconds = await taskSeconds(opened);
    await opened.page.close();
    return seconds * 1000;
  };
  const loadInTurns = async () => {
    const [heed, bare]: [number[], number[]] = [[], []];
    for (let i = 0; i < LOADS; i++) {
      heed.push(await load(origins[0]));
      bare.push(await load(origins[1]));
    }
    return { heed, bare };
  };
  const seconds = ({ heed, bare }: { heed: number[]; bare: number[] }) => ({
    heed: perSecond(heed),
    bare: perSecond(bare),
  });
  try {
    const loads = await loadInTurns();
    const mutations = await inTurns(await open('/tickets'), WATCHES, (page) => mutate(page));
    const scrolls = await inTurns(await open('/everyone'), WATCHES, scroll);
    const customer = await restless(await open('/customers/C-00202', 'h1.customer-name'));
    const unknown = await restless(await open('/people/1', '.mail', office.url));
    await browser.call('adapters.import', { adapter: taughtHere });
    await sayYes((await openOne(`${office.url}/people/1`, '.mail')).page);
    const taught = await restless(await open('/people/1', '.mail', office.url));
    const table = await restless(await open('/people', '.mail', office.url));
    return [
      size,
      ...figures('content.load', loads, 'ms'),
      ...figures('content.mutations200', seconds(mutations), 'ms/s'),
      ...figures('content.scroll2000', seconds(scrolls), 'ms/s'),
      ...figures('content.customer200', seconds(customer), 'ms/s'),
      ...figures('content.noAdapter200', seconds(unknown), 'ms/s'),
      ...figures('content.taught200', seconds(taught), 'ms/s'),
      ...figures('content.table2000', seconds(table), 'ms/s'),
    ];
  } finally {
    await browser.close();
    await office.close();
    await world.close();
  }
}
