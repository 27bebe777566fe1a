import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUser } from '@/server/auth/create-user';
import { faceOf, looksWell } from './support/looks-well';
import { PASSWORD } from './support/people';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { startWorld, type World } from './support/world';

const ADMINISTRATOR = {
  email: 'ada@demo-telecom.example',
  name: 'Ada Berg',
  role: 'administrator',
  team: '',
} as const;
const TIMEOUT = 30_000;

let world: World;
let administrator: RepBrowser;
let teams: Page;

const sees = (text: string | RegExp) =>
  expect.poll(() => teams.locator('main').innerText(), { timeout: TIMEOUT, interval: 100 }).toMatch(text);

/** Who belongs to the teams, and who supervises them, by names in the store. */
async function inStore(table: 'team_members' | 'team_supervisors', team: string): Promise<string[]> {
  const rows = await world.store.db
    .selectFrom(table)
    .innerJoin('teams', 'teams.team_id', `${table}.team_id`)
    .innerJoin('user', 'user.id', `${table}.user_id`)
    .select('user.name')
    .where('teams.name', '=', team)
    .orderBy('user.name')
    .execute();
  return rows.map((row) => row.name);
}

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect] });
  await createUser(world.store.db, { ...ADMINISTRATOR, password: PASSWORD }, new Date());
  administrator = await openRepBrowser(world, { email: ADMINISTRATOR.email });
  teams = await administrator.context.newPage();
  await teams.goto(`chrome-extension://${administrator.extensionId}/teams.html`);
});
afterAll(async () => {
  await administrator?.close();
  await world?.close();
});

it('an administrator makes a team, puts people in, and says who supervises it; the store has it so', async () => {
  await sees('Blue');
  await looksWell(faceOf(teams), 'teams');
  await teams.getByLabel('Name of a new team').fill('Night');
  await teams.keyboard.press('Enter');
  await sees('Night');
  const put = async (email: string) => {
    await teams.getByLabel('E-mail of somebody to put into Night').fill(email);
    await teams.keyboard.press('Enter');
  };
  await put('rep.ana@demo-telecom.example');
  await teams.getByLabel('Ana Sousa belongs to Night').waitFor({ timeout: TIMEOUT });
  await put('supervisor@demo-telecom.example');
  await teams.getByLabel('Sunita Sharma supervises Night').waitFor({ timeout: TIMEOUT });
  expect(await inStore('team_members', 'Night')).toEqual(['Ana Sousa']);
  expect(await inStore('team_supervisors', 'Night')).toEqual(['Sunita Sharma']);
  await teams.getByLabel('Sunita Sharma supervises Green').click();
  await expect.poll(() => inStore('team_supervisors', 'Green'), { timeout: TIMEOUT }).toEqual([]);
  await sees('Nobody supervises it: its notes wait for administrators alone.');
});

it('stays readable in a narrow window, in Spanish', async () => {
  await administrator.call('look.setLanguage', { language: 'es' });
  await teams.setViewportSize({ width: 320, height: 800 });
  await teams.reload();
  await sees('Nombre de un equipo nuevo');
  await looksWell(faceOf(teams), 'teams-narrow');
});
