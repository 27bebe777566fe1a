import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { signOut } from '@/entrypoints/background/account-changes';
import type { Services } from '@/entrypoints/background/services';
import { AppError } from '@/lib/platform/app-error';
import { createSilentSignIn } from '@/lib/sync/account/silent-sign-in';
import { createAdapterNews } from '@/lib/sync/adapters/adapter-news';
import { json, startLoopbackServer } from '@/tests/support/loopback-server';
import { makeSession } from '@/tests/support/makers';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';
import { createMeta, openAccount, scriptStore } from '@/tests/support/scripted-store';

const server = await startLoopbackServer();
afterAll(() => server.close());
beforeEach(() => {
  server.received.length = 0;
});

const fails = () => Promise.reject(new AppError('storage-failed'));
/** What is to be forgotten, by the name under which a disk may fail to. */
const places = [
  'book',
  'kept',
  'phone',
  'progress',
  'learnedSites',
  'teaching',
  'callPrompts',
  'outreach',
  'approvals',
  'waitingCount',
  'given',
  'colleagues',
  'reasonModels',
  'refused',
  'wrapped',
  'choices',
  'storeNames',
] as const;

/** Ana, signed in at her store, in a background of which single parts can be made to fail. */
async function signedIn() {
  scriptStore(server, { session: json(200, makeSession({ adaptersOff: ['demo'] })) });
  const meta = createMeta();
  const opened = openAccount({ url: server.url, now: Date.now, meta });
  const { account } = opened;
  await account.signIn(true);
  const forget = Object.fromEntries(places.map((name) => [name, vi.fn(async () => {})]));
  const tell = vi.fn(async () => {});
  const news = createAdapterNews({ area: createMemoryArea(), exclusive: createExclusive(), account, tell });
  await news();
  tell.mockClear();
  const changed = vi.fn();
  const letGo = vi.fn(async () => false);
  const run = vi.fn(async () => {});
  const takeBacks = { isOwing: vi.fn(async () => false), settle: vi.fn(async () => {}) };
  const repaintBadges = vi.fn(async () => {});
  const clearOf = (name: string) => {
    const gone = forget[name];
    return { clear: gone, forgetAll: gone, end: gone, forget: gone };
  };
  const services = {
    ...{ account, adapterNews: news, repaintBadges, views: { changed } },
    ...Object.fromEntries(places.map((name) => [name, clearOf(name)])),
    forgetChoices: () => forget.choices?.(),
    ...{ forgetRefused: () => forget.refused?.(), forgetWrapped: () => forget.wrapped?.() },
    ...{ calls: { unverifyAll: vi.fn(async () => {}) }, logError: vi.fn() },
    ...{ outbox: { letGo }, loop: { run }, takeBacks },
  } as unknown as Services;
  return { ...opened, services, forget, tell, repaintBadges, changed, letGo, run, takeBacks };
}

const revoked = () => server.received.filter(({ path }) => path.endsWith('/revoke')).length;

type World = Awaited<ReturnType<typeof signedIn>>;
const failures: [string, (world: World) => void][] = [
  ['the customers’ database', ({ forget }) => forget.book?.mockImplementation(fails)],
  ['what tabs were chosen to show', ({ forget }) => forget.choices?.mockImplementation(fails)],
  ['the notes’ database, asked who it is', ({ meta }) => Object.assign(meta, { user: fails })],
  ['the notes’ database, told to forget who it is', ({ meta }) => Object.assign(meta, { forgetUser: fails })],
  ['all of the notes’ database', ({ meta }) => Object.assign(meta, allFailing)],
  ['the toolbar', ({ repaintBadges }) => repaintBadges.mockImplementation(fails)],
  ['whoever tells the pages', ({ tell }) => tell.mockImplementation(fails)],
];
const allFailing = {
  ...{ user: fails, forgetUser: fails, someoneSignedOut: fails, organisation: fails },
  ...{ setUser: fails, setOrganisation: fails },
};

describe.each(failures)('signing out while this fails: %s', (_what, fail) => {
  it('is told, and keeps nothing else from being forgotten, told and revoked', async () => {
    const world = await signedIn();
    fail(world);
    await expect(signOut(world.services)).rejects.toMatchObject({ code: 'storage-failed' });
    expect(await world.account.state()).toEqual({ state: 'signed-out' });
    expect(await world.account.bookKeys()).toBeNull();
    for (const forget of Object.values(world.forget)) expect(forget).toHaveBeenCalledTimes(2);
    for (const told of [world.tell, world.repaintBadges]) expect(told).toHaveBeenCalledOnce();
    expect(revoked()).toBe(1);
  });

  it('leaves nobody to be signed in again by the store’s cookie, nor by a later worker', async () => {
    const world = await signedIn();
    fail(world);
    await signOut(world.services).catch(() => undefined);
    const { account } = openAccount({ ...world, url: server.url, now: Date.now });
    for (const one of [world.account, account]) {
      const clock = { now: () => new Date() };
      const deps = { area: createMemoryArea(), exclusive: createExclusive(), clock, account: one };
      expect(await createSilentSignIn(deps)({ hurry: true })).toBe(false);
      await expect(one.signIn(false)).rejects.toThrow(AppError);
      expect(await one.state()).toEqual({ state: 'signed-out' });
      await expect(one.author()).rejects.toMatchObject({ code: 'signed-out' });
    }
  });
});

it('a sidebar is told as soon as the keys are gone, before the store answers, and once more at the end', async () => {
  const world = await signedIn();
  const order: string[] = [];
  world.changed.mockImplementation(() => void order.push('changed'));
  world.repaintBadges.mockImplementation(async () => void order.push('painted'));
  server.answer((_request, response) => {
    order.push('revoked');
    json(200, {})({} as never, response);
  });
  await signOut(world.services);
  expect(order).toEqual(['changed', 'revoked', 'painted', 'changed']);
});

it('what a failing disk left is nobody’s until somebody signs in, who is asked who they are', async () => {
  const world = await signedIn();
  const { forgetUser } = world.meta;
  Object.assign(world.meta, { forgetUser: fails });
  await signOut(world.services).catch(() => undefined);
  Object.assign(world.meta, { forgetUser });
  expect(await world.meta.user()).not.toBeNull();
  await world.account.signIn(true);
  expect(world.prompts).toEqual(['login', 'login']);
  expect((await world.account.state()).state).toBe('signed-in');
  expect(world.local.keys()).toEqual([]);
  const { account } = openAccount({ ...world, url: server.url, now: Date.now });
  expect((await account.state()).state).toBe('signed-in');
});

it('signing out leaves no mark where the disk works', async () => {
  const world = await signedIn();
  await signOut(world.services);
  expect(world.local.keys()).toEqual([]);
  expect(await world.meta.user()).toBeNull();
});

describe('a note wrapped up a moment before its author signs out', () => {
  it('is sent while they are still signed in', async () => {
    const world = await signedIn();
    world.letGo.mockResolvedValue(true);
    const order: string[] = [];
    world.run.mockImplementation(async () => void order.push(`sent: ${revoked()} revoked`));
    await signOut(world.services);
    expect(order).toEqual(['sent: 0 revoked']);
  });

  it('keeps nobody at a desk whose network hangs', async () => {
    const world = await signedIn();
    world.letGo.mockResolvedValue(true);
    world.run.mockReturnValue(new Promise(() => undefined));
    await signOut(world.services);
    expect(await world.account.state()).toEqual({ state: 'signed-out' });
  });

  it('is waited for by nobody who could be signed in as them: the browser may be closed meanwhile', async () => {
    const world = await signedIn();
    world.letGo.mockResolvedValue(true);
    world.run.mockImplementation(async () => {
      // Started anew: what lay in session storage is gone, the store's cookie isn't.
      const after = openAccount({ ...world, area: createMemoryArea(), url: server.url, now: Date.now });
      await expect(after.account.signIn(false)).rejects.toThrow('signed out by hand');
    });
    await signOut(world.services);
    expect(world.run).toHaveBeenCalledOnce();
  });

  it('was the only reason to wait: where there is none, nothing is sent for it', async () => {
    const world = await signedIn();
    await signOut(world.services);
    expect(world.run).not.toHaveBeenCalled();
  });
});

describe('questions that nobody waits for any more, when whoever asked signs out', () => {
  it('are taken back while they are still signed in, after what was asked is forgotten here', async () => {
    const { services, forget, takeBacks } = await signedIn();
    takeBacks.isOwing.mockResolvedValue(true);
    const order: string[] = [];
    takeBacks.settle.mockImplementation(async () => {
      order.push(`taken back: ${revoked()} revoked, ${forget.approvals?.mock.calls.length} forgotten`);
    });
    await signOut(services);
    expect(order).toEqual(['taken back: 0 revoked, 1 forgotten']);
  });

  it('keep nobody at a desk whose network hangs, nor a note from leaving', async () => {
    const { services, account, letGo, run, takeBacks } = await signedIn();
    letGo.mockResolvedValue(true);
    takeBacks.isOwing.mockResolvedValue(true);
    takeBacks.settle.mockReturnValue(new Promise(() => undefined));
    await signOut(services);
    expect(run).toHaveBeenCalledOnce();
    expect(await account.state()).toEqual({ state: 'signed-out' });
  });
});
