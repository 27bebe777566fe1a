import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { teachWords as w } from '@/lib/ui/words/teach-words';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { readOf, switchOffBuiltIn, type Teacher, teacherOn } from './support/teacher';
import { reps, startWorld, type World } from './support/world';

const people = Array.from({ length: 10 }, (_, i) => ({
  id: 4100 + i * 7,
  name: `Nina Nobody ${'ABCDEFGHIJ'[i]}`,
  email: `nina.${'abcdefghij'[i]}@customer.example`,
}));

/** No ids, no `mailto:`, and class names that change at every load, as if each came from another build. */
const c = () => `class="${randomBytes(4).toString('hex')} css-${randomBytes(3).toString('hex')} flex"`;
const row = (label: string, value: string) =>
  `<div ${c()}><span ${c()}>${label}</span><span ${c()}>${value}</span></div>`;
const block = (title: string, name: string, email: string) =>
  `<section ${c()}><h2 ${c()}>${title}</h2><div ${c()}>${row('Name', name)}${row('E-mail', email)}</div></section>`;

function recordPage(id: number): string {
  const who = people.find((person) => person.id === id);
  if (!who) return '<p>Nothing here</p>';
  const notice = id % 2 === 0 ? `<div ${c()}><span>Payment overdue</span></div>` : '';
  const manager = block('Account manager', 'Mona Manager', `mona.${id}@company.example`);
  return `<header ${c()}><span ${c()}>agent@company.example</span></header><main ${c()}>${notice}${id % 3 === 0 ? manager : ''}
    ${block('Customer', who.name, who.email)}${id % 3 === 0 ? '' : manager}<a href="/crm/records">All records</a></main>`;
}

function listPage(): string {
  const rows = people.map(
    ({ id, name, email }) => `<tr><td><a href="/crm/records/${id}">${name}</a></td><td>${email}</td></tr>`,
  );
  return `<main><h1>Records</h1><table>${rows.join('')}</table></main>`;
}

describe('a CRM that nobody has heard of, taught by pointing', () => {
  let world: World;
  let crm: LoopbackServer;
  let browser: RepBrowser;
  let page: Page;
  let teacher: Teacher;

  beforeAll(async () => {
    crm = await startLoopbackServer();
    let clicks = 0;
    crm.answer(({ path }, response) => {
      if (path === '/clicked') clicks += 1;
      const id = /^\/crm\/records\/(\d+)$/.exec(path)?.[1];
      const body = id ? recordPage(Number(id)) : path === '/clicks' ? String(clicks) : listPage();
      const script = '<script>document.addEventListener("click", () => fetch("/clicked"))</script>';
      response
        .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
        .end(`<!doctype html><title>Records</title><body>${body}${script}`);
    });
    world = await startWorld({ redirectUris: [storeBuildRedirect], customers: 5 });
    await switchOffBuiltIn(world);
    browser = await openRepBrowser(world, { email: reps.ana });
    page = await browser.context.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await world?.close();
    await crm?.close();
  });

  const open = (id: number) => page.goto(`${crm.url}/crm/records/${id}`);
  const clicks = async () => /<body>(\d+)/.exec(await (await fetch(`${crm.url}/clicks`)).text())?.[1];

  it('learns from a click on the e-mail and one on the name, which the page never gets', async () => {
    const [first] = people;
    if (!first) throw new Error('nobody');
    await open(first.id);
    teacher = await teacherOn(browser, page);
    await teacher.begin();
    await teacher.says(w.point);
    await teacher.point(page.getByText(first.email));
    await teacher.says(w.whatIs);
    await teacher.press(w.kinds.email);
    await teacher.says(first.email);
    await teacher.press(w.more);
    await teacher.point(page.getByText(first.name));
    await teacher.press(w.kinds.name);
    await teacher.says(first.name);
    expect(await clicks()).toBe('0');
    expect(await teacher.state()).toMatchObject({ teaching: true, proposal: { pages: 1 } });
  });

  it('shows on the next customer’s page whom it reads there, and is told that it is right', async () => {
    const [, second] = people;
    if (!second) throw new Error('nobody');
    await open(second.id);
    await teacher.says(w.isRight);
    await teacher.says(second.email);
    await teacher.says(second.name);
    await teacher.press(w.right);
    await teacher.says(w.thanks(2));
    await expect.poll(async () => (await teacher.state()).proposal?.pages).toBe(2);
  });

  it('is saved only by a page of ours, which names the host, and then reads eight others rightly', async () => {
    expect((await browser.call('adapters.list', {})).filter(({ from }) => from === 'own')).toEqual([]);
    await expect.poll(() => teacher.side()).toContain(w.learned('127.0.0.1', 2));
    await teacher.save();
    await expect.poll(() => teacher.text()).toBe('');
    expect((await browser.call('adapters.list', {})).filter(({ from }) => from === 'own')).toMatchObject([
      { label: '127.0.0.1', evidence: 'taught', off: false },
    ]);
    const right: string[] = [];
    for (const { id, name, email } of people.slice(2)) {
      await open(id);
      await expect.poll(() => readOf(browser, page), { timeout: 15_000 }).toEqual({ name, emails: [email] });
      right.push(email);
    }
    expect(right).toHaveLength(8);
  });

  it('names nobody on the list', async () => {
    await page.goto(`${crm.url}/crm/records`);
    await page.waitForLoadState('load');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await readOf(browser, page)).toBeNull();
  });
});
