import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from './support/axe-violations';
import { faceOf, looksWell } from './support/looks-well';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { sendNow } from './support/send-now';
import { type Sidebar, sidebarOn } from './support/sidebar';
import { reps, startWorld, type World } from './support/world';

const A = 'C-00202';
const TIMEOUT = 30_000;

let world: World;
let rep: RepBrowser;
let supervisor: RepBrowser;
let desk: Page;
let page: Page;
let sidebar: Sidebar;

const written = () =>
  world.store.db
    .selectFrom('notes')
    .selectAll()
    .where('generated', '=', false)
    .orderBy('received_at')
    .execute();

/** The rep writes a call up, as a complaint or not, and it reaches the store. */
async function writeNote(summary: string, isComplaint: boolean): Promise<void> {
  const before = (await written()).length;
  await sidebar.write(summary);
  if (isComplaint) await page.keyboard.press('Alt+m');
  await sidebar.saved();
  await sidebar.press(/Wrap up/);
  await sendNow(rep);
  await expect.poll(async () => (await written()).length, { timeout: TIMEOUT }).toBe(before + 1);
}

/** What the record holds, note by note: the words of the version that is published. */
async function record() {
  const rows = await world.store.db
    .selectFrom('note_reviews as r')
    .innerJoin('notes as n', (on) =>
      on.onRef('n.customer_id', '=', 'r.customer_id').onRef('n.note_id', '=', 'r.note_id'),
    )
    .select(['n.content', 'n.version', 'r.published_version', 'r.unreviewed', 'r.state'])
    .where('n.generated', '=', false)
    .orderBy('n.received_at')
    .execute();
  return rows.map(({ content: { summary, complaint, severity }, ...row }) => ({
    ...{ summary, complaint, severity, state: row.state, unreviewed: row.unreviewed },
    isNewest: row.published_version === row.version,
  }));
}

const seen = () => desk.locator('body').innerText();
const sees = (text: string | RegExp) => expect.poll(seen, { timeout: TIMEOUT, interval: 100 }).toMatch(text);
const noteSays = (text: string) =>
  expect.poll(() => desk.locator('.desk-note').innerText(), { timeout: TIMEOUT }).toContain(text);

/** Goes there as somebody without a mouse does. */
async function tabTo(name: string): Promise<void> {
  const at = () =>
    desk.evaluate(() => {
      const { activeElement } = document;
      return (activeElement?.closest('label') ?? activeElement)?.textContent?.trim() ?? '';
    });
  for (let pressed = 0; (await at()) !== name; pressed += 1) {
    if (pressed > 40) throw new Error(`no Tab leads to ${name}`);
    await desk.keyboard.press('Tab');
  }
}

/** Beside a long name, in Spanish and from right to left, in a narrow window. */
async function looksWellWhenNarrow(): Promise<void> {
  const { name } = world.customer(A);
  const long = 'María de los Ángeles Fernández-Villaverde y Wojciechowska-Łukasiewicz de Rozengracht';
  const call = (now: string, next: string) =>
    world.store.db.updateTable('customers').set({ name: next }).where('name', '=', now).execute();
  await call(name, long);
  await supervisor.call('look.setLanguage', { language: 'es' });
  await desk.setViewportSize({ width: 320, height: 800 });
  await desk.reload();
  await sees('Fernández-Villaverde');
  await sees('En espera (2)');
  await desk.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await looksWell(faceOf(desk), 'desk-narrow');
  await call(long, name);
  await supervisor.call('look.setLanguage', { language: 'en' });
  await desk.setViewportSize({ width: 1280, height: 800 });
  await desk.reload();
  await sees('Waiting (2)');
}

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect] });
  const rules = JSON.stringify({ desk: { sampleShare: 0 } });
  await world.store.db.updateTable('organisation').set({ rules }).execute();
  rep = await openRepBrowser(world, { email: reps.ana });
  supervisor = await openRepBrowser(world, { email: reps.supervisor });
  page = await rep.context.newPage();
  await page.goto(`${world.crmUrl}/customers/${A}?latency=50`);
  desk = await supervisor.context.newPage();
  await desk.setViewportSize({ width: 1280, height: 800 });
  await desk.goto(`chrome-extension://${supervisor.extensionId}/desk.html`);
});
afterAll(async () => {
  await rep?.close();
  await supervisor?.close();
  await world?.close();
});

describe('a rep’s notes', () => {
  it('that need a person wait at the supervisor’s desk, and say why; the others don’t', async () => {
    await sees('Nothing waits for you.');
    await looksWell(faceOf(desk), 'desk-empty');
    sidebar = await sidebarOn(page);
    await sidebar.shows(world.customer(A).name);
    await writeNote('Billed twice in May', true);
    await writeNote('Only asked for the hours', false);
    await writeNote('Told it three times', true);
    await sees('Waiting (2)');
    await desk.keyboard.press('j');
    await noteSays('Billed twice in May');
    await looksWell(faceOf(desk), 'desk');
    expect(await seen()).not.toContain('Only asked for the hours');
    await looksWellWhenNarrow();
  });

  it('are reviewed, corrected and published by keys, and the record equals what was written', async () => {
    const before = await written();
    await desk.keyboard.press('j');
    await noteSays('Billed twice in May');
    await desk.keyboard.press('r');
    await sees(`Reviewed: ${world.customer(A).name}.`);
    await noteSays('Told it three times');
    await desk.keyboard.press('e');
    await desk.getByRole('dialog', { name: 'Correct how it was coded' }).waitFor({ timeout: TIMEOUT });
    expect(await axeViolations((expression) => desk.evaluate(expression))).toEqual([]);
    await tabTo('Low');
    await desk.keyboard.press('Space');
    await desk.keyboard.press('ArrowRight');
    await desk.keyboard.press('ArrowRight');
    await tabTo('Save and mark as reviewed');
    await desk.keyboard.press('Enter');
    await sees(`Corrected and reviewed: ${world.customer(A).name}.`);
    await desk.keyboard.press('p');
    await sees('2 notes come into the record.');
    await looksWell(faceOf(desk), 'desk-publish');
    expect((await record()).map((note) => note.state)).toEqual(['reviewed', 'sampled-out', 'reviewed']);
    await desk.keyboard.press('Enter');
    await sees('2 notes are in the record.');
    await desk.keyboard.press('Escape');
    const [first, quiet, third] = await record();
    const published = { state: 'published', unreviewed: false, isNewest: true, complaint: true };
    expect(first).toEqual({ ...published, summary: 'Billed twice in May', severity: null });
    expect(third).toEqual({ ...published, summary: 'Told it three times', severity: 'high' });
    expect(quiet).toMatchObject({ state: 'sampled-out', isNewest: false });
    const after = await written();
    expect(after[0]).toEqual(before[0]);
    expect({ ...after[2]?.content, severity: null }).toEqual(before[2]?.content);
  });

  it('are taken back by a key, and published again', async () => {
    await desk.keyboard.press('u');
    await sees('2 notes were taken back.');
    expect((await record()).map((note) => note.state)).toEqual(['reviewed', 'sampled-out', 'reviewed']);
    await desk.keyboard.press('p');
    await sees('2 notes come into the record.');
    await desk.keyboard.press('Enter');
    await sees('2 notes are in the record.');
    expect((await record()).map((note) => note.state)).toEqual(['published', 'sampled-out', 'published']);
  });
});
