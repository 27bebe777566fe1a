import { afterAll, expect, it, vi } from 'vitest';
import { signOut } from '@/entrypoints/background/account-changes';
import type { Services } from '@/entrypoints/background/services';
import { AppError } from '@/lib/platform/app-error';
import { json, startLoopbackServer } from '@/tests/support/loopback-server';
import { makeSession } from '@/tests/support/makers';
import { createMeta, openAccount, scriptStore } from '@/tests/support/scripted-store';

const server = await startLoopbackServer();
afterAll(() => server.close());

it('a disk that fails is told, and keeps neither keys nor answers from being forgotten', async () => {
  scriptStore(server, { session: json(200, makeSession()) });
  const { account } = openAccount({
    ...{ url: server.url, now: Date.now, meta: createMeta() },
    serverUrl: async () => server.url,
  });
  await account.signIn(true);
  const forget = vi.fn(async () => {});
  const told = { adapterNews: vi.fn(async () => {}), repaintBadges: vi.fn(async () => {}), changed: vi.fn() };
  const services = {
    account,
    book: { clear: () => Promise.reject(new AppError('storage-failed')) },
    ...{ kept: { clear: forget }, phone: { clear: forget }, progress: { end: forget } },
    ...{ learnedSites: { forgetAll: forget }, teaching: { forgetAll: forget } },
    ...{ ...told, views: told },
  };
  await expect(signOut(services as unknown as Services)).rejects.toMatchObject({ code: 'storage-failed' });
  expect(await account.state()).toEqual({ state: 'signed-out' });
  expect(await account.bookKeys()).toBeNull();
  expect(forget).toHaveBeenCalledTimes(10);
  for (const tell of Object.values(told)) expect(tell).toHaveBeenCalledOnce();
});
