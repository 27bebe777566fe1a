import type { Frame, Page } from 'playwright-core';
import { chord } from '../e2e/support/chord';
import { openRepBrowser, type RepBrowser, signIn, storeBuildRedirect } from '../e2e/support/rep-browser';
import { stopWorker } from '../e2e/support/stop-worker';
import { reps, startWorld } from '../e2e/support/world';
import { createBookGateway } from './book-gateway';
import { type Figure, quantile } from './figure';
import { generateBook } from './generate-book';
import { LOOKUP_SECRET } from './generated-keys';
import { type Delays, heardIn, listenIn, typeUntil } from './typist';

const LEAST = 200;
const PATIENCE = 60_000;

/** @param of what stands beside each: the same typing while nothing else went on */
function figuresOf(name: string, sample: readonly number[], of: readonly number[]): Figure[] {
  return (
    [
      ['p50', 0.5],
      ['p95', 0.95],
      ['max', 1],
    ] as const
  ).map(([which, p]) => {
    const [value, baseline] = [quantile(sample, p), quantile(of, p)];
    return { name: `${name}.${which}`, value, unit: 'ms', baseline, ratio: value / baseline };
  });
}

async function sidebarIn(page: Page): Promise<Frame> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const frame = page.frames().find((f) => f.url().includes('/sidebar.html'));
    if (frame) return frame;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('No sidebar came');
}

/** What is on disk, as a background that has just started reads it, and a sidebar that remembers nothing shows it. */
async function onDisk(browser: RepBrowser, page: Page): Promise<string> {
  const url = page.url();
  // While a sidebar is connected, a background that is stopped starts again at once.
  await page.goto('about:blank');
  await stopWorker(browser.context, browser.extensionId);
  await page.goto(url);
  const field = (await sidebarIn(page)).locator('[data-field="summary"] textarea');
  await field.waitFor();
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const text = await field.inputValue();
    if (text !== '') return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return '';
}

async function openNote(browser: RepBrowser, url: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(url);
  const frame = await sidebarIn(page);
  await frame.locator('.collapsed-tab, .sidebar-write textarea').first().waitFor();
  await chord(browser.worker);
  await frame.locator('.sidebar-write textarea:focus').waitFor();
  await listenIn(frame);
  return page;
}

type Typed = { text: string; quiet: Delays; during: Awaited<ReturnType<typeof heardIn>>; syncMs: number };

async function typeThrough(browser: RepBrowser, page: Page, publish: () => void): Promise<Typed> {
  const frame = await sidebarIn(page);
  let text = await typeUntil(page, () => true, LEAST);
  const quiet = await heardIn(frame);
  publish();
  const began = performance.now();
  let syncMs = 0;
  const synced = browser.call('sync.now', {}).finally(() => {
    syncMs = performance.now() - began;
  });
  text += await typeUntil(page, () => syncMs > 0, LEAST);
  await synced;
  return { text, quiet, during: await heardIn(frame), syncMs };
}

/** A rep types into the note while a first sync of the whole book runs, beside the same typing before it began. */
export async function measureTyping(customers: number, profile: boolean): Promise<Figure[]> {
  console.error(`A book of ${customers.toLocaleString('en')} generated customers is being made…`);
  const gateway = await createBookGateway(await generateBook(customers));
  const world = await startWorld({ redirectUris: [storeBuildRedirect], front: gateway.listen });
  await world.store.db.updateTable('organisation').set({ lookup_key: LOOKUP_SECRET }).execute();
  const browser = await openRepBrowser(world);
  try {
    await signIn(browser, reps.ana);
    const page = await openNote(browser, `${world.crmUrl}/customers/C-00202?latency=0`);
    const { text, quiet, during, syncMs } = await typeThrough(browser, page, gateway.publish);
    const { customers: here } = await browser.call('sync.state', {});
    if (here !== customers) throw new Error(`Only ${here} customers came`);
    if (profile)
      for (const { at, ms } of during.longTasks)
        console.error(`  a task of ${Math.round(ms)} ms at ${Math.round(at)}`);
    const kept = await onDisk(browser, page);
    return [
      { name: 'typing.sync', value: syncMs, unit: 'ms' },
      { name: 'typing.letters', value: during.handled.length, unit: '' },
      ...figuresOf('typing', during.handled, quiet.handled),
      ...figuresOf('typing.painted', during.painted, quiet.painted),
      { name: 'typing.lost', value: text.length - (text.startsWith(kept) ? kept.length : 0), unit: '' },
    ];
  } finally {
    await browser.close();
    await world.close();
    await gateway.close();
  }
}
