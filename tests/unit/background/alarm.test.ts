import { afterEach, expect, it, vi } from 'vitest';
import { keepAlarm, onAlarm } from '@/entrypoints/background/lifecycle';
import type { Services } from '@/entrypoints/background/services';
import { AppError } from '@/lib/platform/app-error';

const { alarms } = vi.hoisted(() => ({ alarms: { get: vi.fn(), create: vi.fn() } }));
vi.mock('wxt/browser', () => ({ browser: { alarms, storage: { session: {}, local: {}, managed: {} } } }));
afterEach(() => {
  vi.restoreAllMocks();
  alarms.get.mockReset();
  alarms.create.mockReset();
});

function makeServices(changes: Record<string, unknown> = {}) {
  const nothing = async () => {};
  const endOwedSessions = vi.fn(() => new Promise(() => {}));
  return {
    account: { endOwedSessions },
    dropOldRows: vi.fn(nothing),
    rings: { dropStale: async () => false },
    answers: { look: nothing },
    takeBacks: { settle: nothing },
    silentSignIn: async () => false,
    loop: { run: vi.fn(nothing) },
    signalTokens: { fetch: nothing },
    sendWaiting: nothing,
    namelessPost: { plan: nothing },
    playbookLog: { send: nothing },
    logError: vi.fn(),
    ...changes,
  };
}

const alarm = { name: 'heed-sync', scheduledTime: 0, persistAcrossSessions: true };

it('each alarm tells the store of a sign-out that it hasn’t heard of, and waits for no answer', async () => {
  const services = makeServices();
  await onAlarm(services as unknown as Services, alarm);
  expect(services.account.endOwedSessions).toHaveBeenCalledWith({ hurry: false });
  expect(services.loop.run).toHaveBeenCalledWith('alarm');
});

it('each alarm looks for old rows, and goes on where the disk fails', async () => {
  const dropOldRows = vi.fn(() => Promise.reject(new AppError('storage-failed')));
  const services = makeServices({ dropOldRows });
  await onAlarm(services as unknown as Services, alarm);
  expect(dropOldRows).toHaveBeenCalledOnce();
  expect(services.loop.run).toHaveBeenCalledWith('alarm');
  expect(services.logError).toHaveBeenCalledOnce();
});

it.each([
  [0, 0.5],
  [0.5, 0.75],
  [1, 1],
])('the first alarm is at a random moment (%s) of half a minute, %s min from now', async (random, delay) => {
  vi.spyOn(Math, 'random').mockReturnValue(random);
  await keepAlarm();
  expect(alarms.create).toHaveBeenCalledExactlyOnceWith('heed-sync', {
    delayInMinutes: delay,
    periodInMinutes: 0.5,
  });
});

it('an alarm that there is, is not put off by a worker that starts again', async () => {
  alarms.get.mockResolvedValue(alarm);
  await keepAlarm();
  expect(alarms.create).not.toHaveBeenCalled();
});
