import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANA } from '@/demo/organisation/people-of-the-desk';
import { type CompanyProvider, startCompanyProvider } from '@/tests/server/support/company-provider';
import { axeViolations } from './support/axe-violations';
import { PASSWORD } from './support/people';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { sendNow } from './support/send-now';
import { type Sidebar, sidebarOn } from './support/sidebar';
import { reps, startWorld, type World } from './support/world';

const A = 'C-00202';
const COMPANY = 'Sign in with Acme & Söhne';

let provider: CompanyProvider;
let world: World;
let browser: RepBrowser;
let page: Page;
let sidebar: Sidebar;

beforeAll(async () => {
  provider = await startCompanyProvider();
  const domain = reps.ana.replace(/.*@/, '');
  const company = { ...provider.company, domains: [domain] };
  const ways = { company, passwordsFor: 'administrators' } as const;
  world = await startWorld({ redirectUris: [storeBuildRedirect], ...ways });
  provider.serve(world.storeUrl);
  provider.people.set('ana', { email: reps.ana, email_verified: true });
  browser = await openRepBrowser(world);
  page = await browser.context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
  provider?.close();
});

const violations = (where: Page) => axeViolations((expression) => where.evaluate(expression));
const signInWindow = () => browser.context.waitForEvent('page', (p) => p.url().includes('/sign-in'));

/** At the provider, on its own page. */
async function typeAtProvider(window: Page, login: string): Promise<void> {
  await window.getByPlaceholder('Enter any login').fill(login);
  await window.getByPlaceholder('and password').fill('any');
  await window.getByRole('button', { name: 'Sign-in' }).click();
}

async function summaries(): Promise<string[]> {
  const rows = await world.store.db
    .selectFrom('notes')
    .select(['content', 'author_id'])
    .where('generated', '=', false)
    .execute();
  return rows.map((row) => row.content.summary);
}

const unsent = async () => (await browser.call('sync.state', {})).unsent;

/** What the store kept of Ana's sign-in runs out, all of it. */
async function runOut(): Promise<void> {
  const { db } = world.store;
  for (const table of ['oauthAccessToken', 'oauthRefreshToken', 'session'] as const)
    await db.deleteFrom(table).execute();
}

describe('a rep whose company has its own sign-in', () => {
  it('signs in by it, from the extension over the store’s page and back', async () => {
    const opened = signInWindow();
    const done = browser.call('account.signIn', { interactive: true });
    const window = await opened;
    await expect.poll(() => window.evaluate(() => document.activeElement?.textContent)).toBe(COMPANY);
    expect(await violations(window)).toEqual([]);
    await window.getByRole('button', { name: COMPANY }).click();
    await typeAtProvider(window, 'ana');
    await done;
    await browser.call('sync.now', {});
    expect((await browser.call('organisation.get', {}))?.user.name).toBe(ANA.name);
  });

  it('signs in again in the middle of a queue, and the queue goes on', async () => {
    await page.goto(`${world.crmUrl}/customers/${A}?latency=50`);
    sidebar = await sidebarOn(page);
    await sidebar.shows(world.customer(A).name);
    await runOut();
    await sidebar.write('Written while the sign-in ran out');
    await sidebar.saved();
    await sidebar.press(/Wrap up/);
    await sendNow(browser);
    await expect.poll(() => sidebar.text()).toContain('Your sign-in has run out.');
    await expect.poll(unsent).toBe(1);
    expect(await summaries()).toEqual([]);

    const opened = signInWindow();
    const done = browser.call('account.signIn', { interactive: true });
    const window = await opened;
    // The provider still knows them: one press, and nothing to type.
    await window.getByRole('button', { name: COMPANY }).click();
    await done;
    await expect.poll(summaries).toEqual(['Written while the sign-in ran out']);
    await expect.poll(unsent).toBe(0);
  });

  it('is told that signing out ends Heed’s session alone, and the next one is asked by the provider', async () => {
    await browser.call('account.signOut', {});
    await page.reload();
    sidebar = await sidebarOn(page);
    await sidebar.press('Open Heed');
    await expect.poll(() => sidebar.text()).toContain('Signing out of Heed signs you out of nothing else.');
    const opened = signInWindow();
    const done = browser.call('account.signIn', { interactive: true });
    const window = await opened;
    await expect
      .poll(() => window.locator('body').innerText())
      .toContain('still be signed in at Acme & Söhne');
    await window.getByRole('button', { name: COMPANY }).click();
    await typeAtProvider(window, 'ana');
    await done;
    expect(provider.asked.at(-1)?.get('prompt')).toBe('login');
  });
});

describe('the store’s page', () => {
  it('keeps passwords out of the way where they are for administrators, and says so to anybody else', async () => {
    const own = await browser.context.newPage();
    await own.goto(`${world.storeUrl}/sign-in?ui_locales=en`);
    expect(await own.getByLabel('Password').isVisible()).toBe(false);
    await own.getByText('Administrators: sign in with a password').click();
    await own.getByLabel('E-mail').fill(reps.ana);
    await own.getByLabel('Password').fill(PASSWORD);
    await own.getByRole('button', { name: 'Sign in', exact: true }).click();
    const words = `Passwords are for administrators only here. Choose “${COMPANY}”.`;
    await expect.poll(() => own.getByRole('alert').innerText()).toBe(words);
    expect(await violations(own)).toEqual([]);
    await own.close();
  });

  it.each([
    ['en', 'email_not_verified', 'Acme & Söhne hasn’t confirmed that your e-mail address is yours.'],
    ['es', 'email_not_verified', 'Acme & Söhne no ha confirmado que tu correo sea tuyo.'],
    ['en', 'constructor', 'Heed couldn’t trust what Acme & Söhne answered'],
    ['es', 'anything <b>', 'Heed no pudo fiarse de la respuesta de Acme & Söhne'],
  ])('says in %s what %s means', async (language, code, words) => {
    const own = await browser.context.newPage();
    const query = new URLSearchParams({
      ui_locales: language,
      error: code,
      error_description: 'never shown',
    });
    await own.goto(`${world.storeUrl}/sign-in?${query}`);
    await expect.poll(() => own.getByRole('alert').innerText()).toContain(words);
    expect(await own.locator('body').innerText()).not.toContain('never shown');
    expect(await violations(own)).toEqual([]);
    await own.close();
  });
});
