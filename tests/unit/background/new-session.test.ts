import { afterEach, expect, it, vi } from 'vitest';
import { onNewSession } from '@/entrypoints/background/lifecycle';
import type { Services } from '@/entrypoints/background/services';

vi.mock('dexie', async (original) => ({
  ...(await original<typeof import('dexie')>()),
  Dexie: { delete: () => Promise.reject(new Error('the disk fails')) },
}));
vi.mock('wxt/browser', () => {
  const area = { get: async () => ({}), set: async () => {} };
  return { browser: { storage: { session: area, local: area, managed: area } } };
});

afterEach(() => vi.unstubAllGlobals());

it('a session begins although what an old version left behind can’t be taken away', async () => {
  vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });
  const policy = { read: vi.fn(async () => ({ serverUrl: null })) };
  const services = {
    policy: { ...policy, refresh: policy.read },
    sites: { refresh: vi.fn(async () => {}) },
    silentSignIn: vi.fn(async () => false),
    account: { endOwedSessions: vi.fn(async () => {}) },
    logError: vi.fn(),
  };
  await onNewSession(services as unknown as Services);
  expect(services.sites.refresh).toHaveBeenCalledOnce();
  expect(services.silentSignIn).toHaveBeenCalledOnce();
  expect(services.account.endOwedSessions).toHaveBeenCalledWith({ hurry: true });
  expect(policy.read).toHaveBeenCalled();
  expect(services.logError).toHaveBeenCalledOnce();
});
