import { serve } from '@hono/node-server';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '@/demo/browser/find-chromium';
import { createCrmApp } from '@/demo/crm/app';
import type { CrmCustomer } from '@/demo/crm/crm-records';

const customer = (n: number, name: string): CrmCustomer => ({
  id: `C-0000${n}`,
  name,
  email: `person.${n}@example.org`,
  phone: `+44 20 7946 000${n}`,
  since: '2021-05-01',
  contract: 'Month-to-month',
});
const customers = [
  customer(1, 'Marta Kowalczyk'),
  customer(2, 'Bộ Nguyễn'),
  customer(3, 'عبد الرحمن الفارسي'),
];

let browser: Browser;
let base: string;
let stopServer: () => void;

beforeAll(async () => {
  const app = createCrmApp({ customers, featuredId: 'C-00002' });
  base = await new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) =>
      resolve(`http://127.0.0.1:${info.port}`),
    );
    stopServer = () => server.close();
  });
  browser = await chromium.launch({
    executablePath: await findChromium(console.log),
    args: ['--headless=new'],
  });
});

afterAll(async () => {
  await browser?.close();
  stopServer?.();
});

async function open(path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${base}${path}`);
  await page.waitForFunction(() => document.querySelector('main')?.dataset.view !== 'loading');
  return page;
}

const shown = (page: Page) =>
  page.evaluate(() => ({
    path: location.pathname,
    name: document.querySelector('.customer-name')?.textContent,
  }));

/** As a click on one of the page's own links. */
const follow = (page: Page, href: string) =>
  page.evaluate((to) => {
    const link = document.createElement('a');
    link.href = to;
    document.querySelector('main')?.append(link);
    link.click();
  }, href);

describe('the demo CRM', () => {
  it('keeps the old record on screen after the new one has been fetched, then shows the new one', async () => {
    const page = await open('/customers/C-00001?latency=0');
    const fetched = page.waitForResponse((r) => r.url().endsWith('/api/customers/C-00002'));
    await follow(page, '/customers/C-00002?latency=60000');
    await (await fetched).finished();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
    expect(await shown(page)).toEqual({ path: '/customers/C-00002', name: 'Marta Kowalczyk' });

    await follow(page, '/customers/C-00003?latency=0');
    await expect.poll(() => shown(page)).toEqual({ path: '/customers/C-00003', name: 'عبد الرحمن الفارسي' });
    await page.goBack();
    await page.goBack();
    await expect.poll(() => shown(page)).toEqual({ path: '/customers/C-00001', name: 'Marta Kowalczyk' });
    await page.close();
  });

  it('shows where the rep went last when they went twice', async () => {
    const page = await open('/customers/C-00001?latency=200');
    await follow(page, '/customers/C-00002');
    await follow(page, '/customers/C-00003');
    const names = new Set<string | null | undefined>();
    await expect
      .poll(async () => {
        const { name } = await shown(page);
        names.add(name);
        return name;
      })
      .toBe('عبد الرحمن الفارسي');
    expect([...names]).not.toContain('Bộ Nguyễn');
    await page.close();
  });

  it('gives each tab its own record', async () => {
    const [one, two] = await Promise.all([open('/customers/C-00001'), open('/customers/C-00002/orders')]);
    expect([(await shown(one)).name, (await shown(two)).name]).toEqual(['Marta Kowalczyk', 'Bộ Nguyễn']);
    await Promise.all([one.close(), two.close()]);
  });

  it('holds other people’s addresses on a ticket: agent, Cc, quotes', async () => {
    const page = await open('/tickets/T-1');
    expect(await page.locator('.requester a[href^="mailto:"]').allInnerTexts()).toEqual([
      'person.2@example.org',
    ]);
    expect(await page.locator('.requester .customer-link').getAttribute('href')).toBe('/customers/C-00002');
    expect(await page.locator('.cc a').allInnerTexts()).toEqual(['person.3@example.org']);
    expect(await page.locator('.agent a').getAttribute('href')).toBe('mailto:rep.ana@demo-telecom.example');
    expect(await page.locator('.thread a[href^="mailto:"]').count()).toBeGreaterThan(2);
    await page.close();
  });

  it('finds customers by what an agent types', async () => {
    const page = await open('/?q=nguyễn');
    expect(await page.locator('tbody tr').count()).toBe(1);
    await page.close();
  });
});
