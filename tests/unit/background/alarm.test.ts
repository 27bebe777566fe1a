import { afterEach, expect, it, vi } from 'vitest';
import { onAlarm } from '@/entrypoints/background/lifecycle';
import type { Services } from '@/entrypoints/background/services';

vi.mock('wxt/browser', () => ({ browser: { storage: { session: {}, local: {}, managed: {} } } }));
afterEach(() => vi.restoreAllMocks());

it('each alarm tells the store of a sign-out that it hasn’t heard of, and waits for no answer', async () => {
  const nothing = async () => {};
  const endOwedSessions = vi.fn(() => new Promise(() => {}));
  const services = {
    account: { endOwedSessions },
    rings: { dropStale: async () => false },
    answers: { look: nothing },
    silentSignIn: async () => false,
    loop: { run: vi.fn(nothing) },
    signalTokens: { fetch: nothing },
    sendWaiting: nothing,
    namelessPost: { plan: nothing },
    playbookLog: { send: nothing },
    logError: vi.fn(),
  };
  await onAlarm(services as unknown as Services, {
    name: 'heed-sync',
    scheduledTime: 0,
    persistAcrossSessions: true,
  });
  expect(endOwedSessions).toHaveBeenCalledWith({ hurry: false });
  expect(services.loop.run).toHaveBeenCalledWith('alarm');
});
