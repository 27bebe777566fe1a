import type { Page } from 'playwright-core';
import { readAllCards } from '@/tests/support/read-all-cards';
import { openRepBrowser, storeBuildRedirect } from '../e2e/support/rep-browser';
import { sidebarOf } from '../e2e/support/sidebar';
import { stopWorker } from '../e2e/support/stop-worker';
import { reps, startWorld, type World } from '../e2e/support/world';
import { printLegs, type Way, watchStations } from './badge-stations';
import { type Figure, quantile } from './figure';

const ROUNDS = 60;
const COLD_ROUNDS = 20;
/** Between two customers, longer than the background's last second look at a page (ms). */
const PAUSE = 2000;

type Stamped = { name: string; at: number; inDocument: number };
type WithStamps = { heedBench: Stamped[] };

/** Notes, on the machine's one clock, when each name appears in an element: in the page when it is in the DOM, in the frame when it is painted. */
function stampNames({ selector, painted }: { selector: string; painted: boolean }): void {
  const stamps: Stamped[] = [];
  const note = () => {
    const name = document.querySelector(selector)?.textContent?.trim() ?? '';
    if (name === '' || stamps.at(-1)?.name === name) return;
    const at = performance.timeOrigin + performance.now();
    const stamp = { name, at, inDocument: at };
    stamps.push(stamp);
    if (!painted) return;
    // A message that is sent in a frame's own moment arrives after that frame was painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      stamp.at = performance.timeOrigin + performance.now();
    };
    requestAnimationFrame(() => port2.postMessage(null));
  };
  new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true });
  Object.assign(globalThis, { heedBench: stamps });
}

/** @param before done before each page is opened */
async function walk(page: Page, paths: readonly string[], before: () => Promise<void>): Promise<Way[]> {
  const frame = sidebarOf(page).frame();
  const selector = 'main h1.customer-name';
  // tsx names inner functions by a helper of its own, which a page doesn't have.
  for (const place of [page, frame]) await place.evaluate('globalThis.__name = (f) => f');
  await page.evaluate(stampNames, { selector, painted: false });
  await frame.evaluate(stampNames, { selector: '.customer-header .customer-name', painted: true });
  const ways: Way[] = [];
  for (const path of paths) {
    await before();
    await page.evaluate((address) => {
      const link = document.createElement('a');
      link.href = address;
      document.body.append(link);
      link.click();
      link.remove();
    }, path);
    await page.waitForTimeout(PAUSE);
    const read = () => (globalThis as unknown as WithStamps).heedBench.at(-1);
    const [there, painted] = [await page.evaluate(read), await frame.evaluate(read)];
    if (!there || painted?.name !== there.name) throw new Error(`Not painted within ${PAUSE} ms: ${path}`);
    ways.push({ there: there.at, inFrame: painted.inDocument, painted: painted.at });
  }
  return ways;
}

async function atRiskPaths(world: World): Promise<string[]> {
  const cards = await readAllCards(world.store.db);
  return cards
    .filter((card) => ['high', 'critical'].includes(card.risk.level))
    .map((card) => `/customers/C-${String(card.number).padStart(5, '0')}`);
}

function figuresOf(name: string, ways: readonly Way[]): Figure[] {
  const times = ways.map(({ there, painted }) => painted - there);
  return [
    { name: `${name}.n`, value: times.length, unit: 'pages' },
    { name: `${name}.p50`, value: quantile(times, 0.5), unit: 'ms' },
    { name: `${name}.p95`, value: quantile(times, 0.95), unit: 'ms' },
  ];
}

/**
 * From the moment a customer stands in the page's DOM to the frame in which the sidebar has painted their name and badge;
 * real Chromium, the store build. Warm: the worker is awake. Cold: it was really stopped a moment before; the sidebar,
 * which stands open, may have woken it again by then, as it would for a rep.
 * @param profile prints how long each leg of the way took, with a worker that is awake
 */
export async function measureBadge(profile: boolean): Promise<Figure[]> {
  const world = await startWorld({ redirectUris: [storeBuildRedirect], customers: 400 });
  const browser = await openRepBrowser(world, { email: reps.ana });
  try {
    const paths = await atRiskPaths(world);
    const page = await browser.context.newPage();
    await page.goto(`${world.crmUrl}/customers/C-00202?latency=0`);
    await page.waitForTimeout(3000);
    const route = Array.from({ length: ROUNDS }, (_, i) => paths[i % paths.length] ?? '/');
    const stations = profile ? await watchStations(browser.worker, sidebarOf(page).frame()) : null;
    const warm = await walk(page, route, async () => {});
    if (stations) printLegs(warm, await stations());
    const cold = await walk(page, route.slice(0, COLD_ROUNDS), () =>
      stopWorker(browser.context, browser.extensionId),
    );
    return [...figuresOf('badge.warm', warm), ...figuresOf('badge.cold', cold)];
  } finally {
    await browser.close();
    await world.close();
  }
}
