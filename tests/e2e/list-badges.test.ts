import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badgeLevel } from '@/lib/domain/badge-level';
import { readAllCards } from '@/tests/support/read-all-cards';
import { type IsolatedWorld, isolatedWorld } from './background/isolated-world';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { sidebarOn } from './support/sidebar';
import { reps, startWorld, type World } from './support/world';

const words: Record<string, string> = { 'at-risk': 'At risk', watch: 'Watch' };

let world: World;
let browser: RepBrowser;
/** What must stand beside each customer, by number; nobody who is in order or unknown. */
const due: Record<string, string> = {};

/** Where our content script lives: what each row's badge says, and how often it asked. */
const inRow = `
  globalThis.badgesNow = () => [...document.querySelectorAll('a.customer-link')].flatMap((link) => {
    const host = link.lastElementChild?.nodeName === 'SPAN' ? link.lastElementChild : null;
    const root = host && chrome.dom.openOrClosedShadowRoot(host);
    const word = root?.firstElementChild?.getAttribute('aria-label') ?? null;
    return root ? [[link.getAttribute('href').split('/').at(-1), word]] : [];
  });`;
const countQuestions = `
  globalThis.questions = [];
  const send = chrome.runtime.sendMessage.bind(chrome.runtime);
  chrome.runtime.sendMessage = (message, ...rest) => {
    if (message.method === 'page.levels') questions.push(message.input.people.length);
    return send(message, ...rest);
  };`;

async function open(path: string): Promise<{ page: Page; ours: IsolatedWorld }> {
  const page = await browser.context.newPage();
  await page.goto(`${world.crmUrl}${path}?latency=0`);
  await expect.poll(async () => (await isolatedWorld(page)) !== null, { timeout: 15_000 }).toBe(true);
  const ours = await isolatedWorld(page);
  if (!ours) throw new Error('No content script of ours in this page');
  await ours.evaluate(inRow);
  return { page, ours };
}

type Badge = [number: string, word: string | null];
const badges = async (ours: IsolatedWorld) =>
  JSON.parse(String(await ours.evaluate('JSON.stringify(badgesNow())'))) as Badge[];
const words_ = (all: readonly Badge[]) => all.filter(([, word]) => word !== null);
const wanted = (numbers: readonly string[]): Badge[] =>
  numbers.flatMap((number) => (due[number] ? [[number, due[number]] as Badge] : []));

const numbersOn = (page: Page) =>
  page
    .locator('a.customer-link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1) ?? ''));

async function showsAll(page: Page, ours: IsolatedWorld): Promise<void> {
  await expect
    .poll(async () => words_(await badges(ours)), { timeout: 15_000 })
    .toEqual(wanted(await numbersOn(page)));
}

const goTo = (page: Page, path: string) =>
  page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = address;
    document.body.append(link);
    link.click();
    link.remove();
  }, path);

const boxes = (page: Page) =>
  page.locator('main td, main a, main bdi, main p, footer').evaluateAll((all) =>
    all.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height];
    }),
  );

beforeAll(async () => {
  world = await startWorld({
    redirectUris: [storeBuildRedirect],
    crm: (customers) => customers.slice(0, 140),
  });
  browser = await openRepBrowser(world, { email: reps.ana });
  for (const card of await readAllCards(world.store.db)) {
    const word = words[badgeLevel(card.risk.level)];
    if (word) due[`C-${String(card.number).padStart(5, '0')}`] = word;
  }
});

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

describe('a list of fifty customers', () => {
  it('gets its badges in one message, for those at risk or to watch', async () => {
    const { page, ours } = await open('/phone');
    await ours.evaluate(countQuestions);
    await goTo(page, '/');
    await page.locator('a.customer-link').nth(49).waitFor();
    const numbers = await numbersOn(page);
    expect(numbers).toHaveLength(50);
    expect(wanted(numbers).length).toBeGreaterThan(3);
    await showsAll(page, ours);
    expect(await ours.evaluate('JSON.stringify(questions)')).toBe('[50]');
    await page.close();
  });

  it('stands as it stood without them, to the pixel, and nothing shifts when they come', async () => {
    const { page, ours } = await open('/tickets');
    await page.evaluate(() => {
      const shifts: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
      Object.assign(globalThis, { shifts });
    });
    await showsAll(page, ours);
    const shifts = () => page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts.length);
    const beforeShifts = await shifts();
    const withBadges = await boxes(page);
    await browser.call('settings.showInLists', { shown: false });
    await expect.poll(() => badges(ours), { timeout: 10_000 }).toEqual([]);
    expect(await boxes(page)).toEqual(withBadges);
    await browser.call('settings.showInLists', { shown: true });
    await showsAll(page, ours);
    expect(await boxes(page)).toEqual(withBadges);
    expect(await shifts()).toBe(beforeShifts);
    await page.close();
  });

  it('tells the page nothing of the levels: every row has the same empty element of the same size', async () => {
    const { page, ours } = await open('/tickets');
    await showsAll(page, ours);
    const seen = await page.locator('a.customer-link > span').evaluateAll((hosts) =>
      hosts.map((host) => {
        const { width, height } = host.getBoundingClientRect();
        return JSON.stringify([host.outerHTML, width, height, host.shadowRoot, host.childNodes.length]);
      }),
    );
    expect(seen).toHaveLength((await numbersOn(page)).length);
    expect(new Set(seen).size).toBe(1);
    const found = await page.evaluate(() => {
      type Find = { find(text: string, matchCase: boolean, backwards: boolean, wrap: boolean): boolean };
      const { find } = globalThis as unknown as Find;
      const text = document.body.innerText;
      return ['At risk', 'Watch'].map(
        (word) => text.includes(word) || find.call(globalThis, word, true, false, true),
      );
    });
    expect(found).toEqual([false, false]);
    await page.close();
  });
});

/** The word beside the open customer's name; null for none. */
const besideName = (ours: IsolatedWorld) =>
  ours.evaluate(`(() => {
    const host = document.querySelector('h1.customer-name')?.lastElementChild;
    const root = host && chrome.dom.openOrClosedShadowRoot(host);
    return root?.firstElementChild?.getAttribute('aria-label') ?? null;
  })()`);

describe('the open customer’s own badge', () => {
  it('stands beside their name, and beside nobody else’s when the next is opened', async () => {
    const numbers = Object.keys(due);
    const [risky = ''] = numbers;
    const quiet = 'C-00001 C-00002 C-00003 C-00004 C-00005'.split(' ').find((n) => !(n in due)) ?? '';
    const { page, ours } = await open(`/customers/${risky}`);
    await expect.poll(() => besideName(ours), { timeout: 15_000 }).toBe(due[risky]);
    await (await sidebarOn(page)).shows(world.customer(risky).name);
    const standsAt = () => page.locator('h1.customer-name').boundingBox();
    const before = await standsAt();
    await goTo(page, `/customers/${quiet}`);
    await page.locator('dl.facts', { hasText: quiet }).waitFor();
    expect(await besideName(ours)).toBeNull();
    await page.waitForTimeout(1000);
    expect(await besideName(ours)).toBeNull();
    await goTo(page, `/customers/${risky}`);
    await expect.poll(() => besideName(ours), { timeout: 15_000 }).toBe(due[risky]);
    await expect.poll(standsAt, { timeout: 15_000 }).toEqual(before);
    await page.close();
  });
});

describe('a virtual list, whose rows show one customer after another', () => {
  it('never shows a level beside another’s name, frame by frame, however it is scrolled', async () => {
    const { page, ours } = await open('/everyone');
    await showsAll(page, ours);
    await ours.evaluate(`
      globalThis.wrong = [];
      globalThis.frames = 0;
      const due = ${JSON.stringify(due)};
      const check = () => {
        frames += 1;
        for (const [number, word] of badgesNow()) if (word && due[number] !== word) wrong.push([number, word]);
        requestAnimationFrame(check);
      };
      requestAnimationFrame(check);`);
    const list = page.locator('.virtual');
    let seed = 7;
    for (let i = 0; i < 80; i++) {
      seed = (seed * 16807) % 2147483647;
      await list.evaluate((element, to) => {
        element.scrollTop = to * element.scrollHeight;
      }, seed / 2147483647);
      await page.waitForTimeout(seed % 3 === 0 ? 350 : seed % 60);
    }
    const { wrong, frames } = JSON.parse(String(await ours.evaluate('JSON.stringify({ wrong, frames })')));
    expect(wrong).toEqual([]);
    expect(frames).toBeGreaterThan(100);
    await page.waitForTimeout(500);
    await expect
      .poll(async () => words_(await badges(ours)).length, { timeout: 15_000 })
      .toBe(wanted(await numbersOn(page)).length);
    await page.close();
  });
});

describe('levels in lists', () => {
  it('go when the rep signs out', async () => {
    const { page, ours } = await open('/');
    await showsAll(page, ours);
    await browser.call('account.signOut', {});
    await expect.poll(() => badges(ours), { timeout: 10_000 }).toEqual([]);
    await page.close();
  });
});
