import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RescueAction } from '@/lib/domain/playbook';
import { createUser } from '@/server/auth/create-user';
import { readPlaybook } from '@/server/db/read-playbook';
import { faceOf, looksWell } from './support/looks-well';
import { PASSWORD } from './support/people';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { sendNow } from './support/send-now';
import { type Sidebar, sidebarOn } from './support/sidebar';
import { reps, startWorld, type World } from './support/world';

const A = 'C-00202';
const SECOND = {
  email: 'zoe@demo-telecom.example',
  name: 'Zoe Lund',
  role: 'supervisor',
  team: 'Blue',
} as const;
const TIMEOUT = 20_000;

const action = (code: string, label: string, costMinor: number, fallback = false): RescueAction => ({
  ...{ code, label, when: {}, costMinor, kind: 'refund', fallback, macro: null },
});

let world: World;
let rep: RepBrowser;
let supervisor: RepBrowser;
let approvals: Page;
let sidebar: Sidebar;

/** How long each supervisor has; what a rep may give, and what goes beyond it. */
async function setPlaybook(approvalSeconds: number): Promise<void> {
  const { db } = world.store;
  const actions = [
    action('small', 'Small refund', 1500),
    action('big', 'Big refund', 9000),
    action('voucher', 'Voucher', 7000, true),
  ];
  const content = { ...(await readPlaybook(db)), actions, limitMinor: 5000, reofferDays: 0, approvalSeconds };
  await db
    .updateTable('playbooks')
    .set({ content: JSON.stringify({ ...content, limitPerCustomerMinor: null }) })
    .execute();
}

async function openApprovals({ context, extensionId }: RepBrowser): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/approvals.html`);
  return page;
}

const repSees = (text: string | RegExp) =>
  expect.poll(() => sidebar.text(), { timeout: TIMEOUT, interval: 100 }).toMatch(text);

/** Begins a call with somebody verified, and asks for the big refund. */
async function ask(why: string): Promise<void> {
  await sidebar.pressByHand(/^Verified$/);
  await sidebar.press(/^Big refund/);
  await sidebar.frame().getByLabel('Why, in one line').fill(why);
  await sidebar.pressByHand('Ask for approval');
}

/** A question that has only just come takes no answer. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 1000));

async function answer(page: Page, said: 'Grant' | 'Refuse', line: string): Promise<void> {
  await page.getByLabel('A line to the rep').fill(line, { timeout: TIMEOUT });
  await settled();
  await page.getByRole('button', { name: new RegExp(`^${said}`) }).click();
  // What is over stays for as long as the pointer is in the list.
  await page.mouse.move(2, 2);
}

/** At the width of the narrowest window, about somebody with a long name. */
async function looksWellWhenNarrow(): Promise<void> {
  const { name } = world.customer(A);
  const long = 'María de los Ángeles Fernández-Villaverde y Wojciechowska-Łukasiewicz de Rozengracht';
  const call = (now: string, next: string) =>
    world.store.db.updateTable('customers').set({ name: next }).where('name', '=', now).execute();
  const usual = approvals.viewportSize() ?? { width: 1280, height: 720 };
  await call(name, long);
  await approvals.setViewportSize({ width: 280, height: 900 });
  await expect.poll(() => approvals.locator('main').innerText(), { timeout: TIMEOUT }).toContain(long);
  await looksWell(faceOf(approvals), 'approvals-narrow');
  await call(long, name);
  await approvals.setViewportSize(usual);
}

/** The offers of the note that was wrapped up last. */
async function wrapUp() {
  const rows = () =>
    world.store.db
      .selectFrom('offers')
      .innerJoin('notes', (on) =>
        on
          .onRef('notes.customer_id', '=', 'offers.customer_id')
          .onRef('notes.note_id', '=', 'offers.note_id'),
      )
      .select(['action_code', 'amount_minor', 'flag', 'approval_id', 'received_at'])
      .where('notes.generated', '=', false)
      .orderBy('received_at', 'desc')
      .execute();
  const before = (await rows()).length;
  await sidebar.press(/Wrap up/);
  // Nothing was typed: what was tapped is put together first, to be read.
  await repSees('wrap up once more');
  await sidebar.press(/Wrap up/);
  await sendNow(rep);
  await expect.poll(async () => (await rows()).length, { timeout: TIMEOUT }).toBeGreaterThan(before);
  return (await rows())[0];
}

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect] });
  await createUser(world.store.db, { ...SECOND, password: PASSWORD }, new Date());
  await setPlaybook(60);
  rep = await openRepBrowser(world, { email: reps.ana });
  supervisor = await openRepBrowser(world, { email: reps.supervisor });
  approvals = await openApprovals(supervisor);
});
afterAll(async () => {
  await rep?.close();
  await supervisor?.close();
  await world?.close();
});

describe('a rep asks for more than they may give', () => {
  it('a supervisor in another browser sees it and grants it; the offer is in the store, covered', async () => {
    const page = await rep.context.newPage();
    await page.goto(`${world.crmUrl}/customers/${A}?latency=50`);
    sidebar = await sidebarOn(page);
    await sidebar.shows(world.customer(A).name);
    await expect
      .poll(() => approvals.locator('main').innerText(), { timeout: TIMEOUT })
      .toContain('Nobody waits');
    await looksWell(faceOf(approvals), 'approvals-empty');
    await ask('Charged three times');
    await repSees(/Waiting for Sunita Sharma\. Then Zoe Lund is asked\./);
    await repSees(/\d+ s\b/);
    const seen = () => approvals.locator('main').innerText();
    await expect.poll(seen, { timeout: TIMEOUT }).toContain('Ana Sousa asks');
    for (const part of [world.customer(A).name, 'Big refund €90', 'Charged three times'])
      expect(await seen()).toContain(part);
    await expect.poll(seen).toMatch(/Limit\s+€40 over: €50 of €50 left in a call/);
    await looksWell(faceOf(approvals), 'approvals');
    await looksWellWhenNarrow();
    await looksWell(faceOf(page, sidebar.frame()), 'approval-waited-for');
    await answer(approvals, 'Grant', 'Once, for this.');
    await expect
      .poll(seen, { timeout: TIMEOUT })
      .toContain('You granted Big refund €90. Ana Sousa sees it now.');
    await repSees(/Sunita Sharma says yes\. “Once, for this\.”/);
    await sidebar.pressByHand('Offer Big refund €90');
    await repSees(/Big refund €90 · offered/);
    expect(await wrapUp()).toMatchObject({
      ...{ action_code: 'big', amount_minor: 9000, flag: null, approval_id: expect.any(String) },
    });
  });

  it('refused, with why, and nothing is offered', async () => {
    await ask('They ask for it');
    await repSees(/Waiting for Sunita Sharma/);
    await sidebar.press('Collapse Heed');
    await answer(approvals, 'Refuse', 'Not without the bill.');
    const tab = sidebar.frame().getByRole('button', { name: /Your question for approval is answered/ });
    await tab.waitFor({ timeout: TIMEOUT });
    await looksWell(faceOf(sidebar.frame().page(), sidebar.frame()), 'approval-answered-folded');
    await tab.click();
    await repSees(/Sunita Sharma says no\. “Not without the bill\.”/);
    expect(await sidebar.text()).not.toContain('Offer Big refund');
    await looksWell(faceOf(sidebar.frame().page(), sidebar.frame()), 'approval-refused');
    await sidebar.press('Close');
    await sidebar.pressByHand(/^Small refund/);
    await repSees(/Small refund €15 · offered/);
    expect(await wrapUp()).toMatchObject({ action_code: 'small', flag: null, approval_id: null });
  });

  it('nobody there: the next is asked, then what is approved beforehand may be given', async () => {
    await setPlaybook(3);
    await ask('Three weeks without a line');
    await repSees(/Waiting for Sunita Sharma/);
    await repSees(/Waiting for Zoe Lund/);
    await repSees(/Nobody answered in time\./);
    await looksWell(faceOf(sidebar.frame().page(), sidebar.frame()), 'approval-nobody');
    await sidebar.pressByHand(/^Voucher/);
    await repSees(/Voucher €70 · offered/);
    await setPlaybook(60);
    expect(await wrapUp()).toMatchObject({
      ...{ action_code: 'voucher', amount_minor: 7000, flag: null, approval_id: expect.any(String) },
    });
  });

  it('two supervisors at once: one answer counts, and the other is told so', async () => {
    const second = await openRepBrowser(world, { email: SECOND.email });
    try {
      const theirs = await openApprovals(second);
      await ask('Both of you');
      await repSees(/Waiting for Sunita Sharma/);
      // As if a minute had gone by: it waits for the second now, and the first may still answer.
      const earlier = (at: Date) => new Date(at.getTime() - 61_000);
      const { db } = world.store;
      const row = await db
        .selectFrom('approvals')
        .selectAll()
        .where('state', '=', 'waiting')
        .orderBy('asked_at', 'desc')
        .executeTakeFirstOrThrow();
      await db
        .updateTable('approvals')
        .set({ asked_at: earlier(row.asked_at), expires_at: earlier(row.expires_at) })
        .where('approval_id', '=', row.approval_id)
        .execute();
      for (const asked of await db
        .selectFrom('approval_people')
        .selectAll()
        .where('approval_id', '=', row.approval_id)
        .execute())
        await db
          .updateTable('approval_people')
          .set({ asked_from: earlier(asked.asked_from), expires_at: earlier(asked.expires_at) })
          .where('approval_id', '=', row.approval_id)
          .where('user_id', '=', asked.user_id)
          .execute();
      const pages = [approvals, theirs];
      for (const page of pages)
        await page.getByLabel('A line to the rep').fill('Mine.', { timeout: TIMEOUT });
      await settled();
      await Promise.all([
        approvals.getByRole('button', { name: /^Grant/ }).click(),
        theirs.getByRole('button', { name: /^Refuse/ }).click(),
      ]);
      const said = () =>
        Promise.all(pages.map((page) => page.locator('.approval-ended').first().innerText()));
      const ends = [
        [
          'You granted Big refund €90. Ana Sousa sees it now.',
          'Sunita Sharma had granted it already. Your answer doesn’t count.',
        ],
        [
          'Zoe Lund had refused it already. Your answer doesn’t count.',
          'You refused Big refund €90. Ana Sousa sees it now.',
        ],
      ];
      await expect
        .poll(async () => ends.map((e) => e.join()).includes((await said()).join()), { timeout: TIMEOUT })
        .toBe(true);
      await repSees(/(Sunita Sharma says yes|Zoe Lund says no)\. “Mine\.”/);
    } finally {
      await second.close();
    }
  });
});
