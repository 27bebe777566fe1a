import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askPage } from '@/entrypoints/background/ask-page';
import { doctorHandlers } from '@/entrypoints/background/handlers/doctor-handlers';
import { lookToLearn } from '@/entrypoints/background/look-to-learn';
import type { Services } from '@/entrypoints/background/services';
import { createSites } from '@/entrypoints/background/sites';
import { adaptersChanged } from '@/entrypoints/background/tell-pages';
import { createExclusive } from '@/tests/support/memory-area';

/** Tabs by id; the first never answers, as one that is frozen, under an `alert()` or in a debugger. */
const FROZEN = 1;
const SITE = 'https://crm.example';
const never = new Promise<never>(() => {});
const nobody = { outcome: 'nobody', why: null, adapter: null, pageKind: null, reading: null, name: '' };
const diagnosis = { ...nobody, identifiers: [], candidates: [], missed: [] };

const fake = vi.hoisted(() => ({
  permissions: { getAll: vi.fn() },
  scripting: {
    executeScript: vi.fn(),
    getRegisteredContentScripts: vi.fn(),
    registerContentScripts: vi.fn(),
    updateContentScripts: vi.fn(),
  },
  tabs: { query: vi.fn(), sendMessage: vi.fn() },
}));
vi.mock('wxt/browser', () => ({ browser: fake }));

/** How long it takes (ms), by the clock of the test; that it never ends is told as such. */
async function timeOf(work: () => Promise<unknown>): Promise<number | 'for ever'> {
  const from = Date.now();
  let took: number | 'for ever' = 'for ever';
  const ended = () => {
    took = Date.now() - from;
  };
  work().then(ended, ended);
  await vi.advanceTimersByTimeAsync(60_000);
  return took;
}

beforeEach(() => {
  vi.useFakeTimers();
  fake.permissions.getAll.mockResolvedValue({ origins: [`${SITE}/*`] });
  fake.scripting.getRegisteredContentScripts.mockResolvedValue([]);
  fake.tabs.query.mockResolvedValue([1, 2, 3].map((id) => ({ id, url: `${SITE}/${id}`, title: `${id}` })));
  fake.tabs.sendMessage.mockImplementation((id: number) =>
    id === FROZEN ? never : Promise.reject(new Error('no receiver')),
  );
  fake.scripting.executeScript.mockImplementation(({ target }: { target: { tabId: number } }) =>
    target.tabId === FROZEN ? never : Promise.resolve([{ result: diagnosis }]),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});

const sitesOf = (exclusive = createExclusive()) =>
  createSites({ storeOrigin: async () => 'https://heed.example', exclusive, ask: askPage });

describe('a tab that answers nothing', () => {
  it('keeps no site from being added, nor the next after it; the others get the script, and it does when it wakes', async () => {
    const sites = sitesOf();
    expect(await timeOf(() => Promise.all([sites.refresh(), sites.refresh()]))).toBeLessThanOrEqual(4000);
    const brought = fake.scripting.executeScript.mock.calls.map(([{ target }]) => target.tabId);
    expect(new Set(brought)).toEqual(new Set([1, 2, 3]));
  });

  it('takes no longer, however many of them there are', async () => {
    fake.tabs.query.mockResolvedValue(
      Array.from({ length: 40 }, () => ({ id: FROZEN, url: `${SITE}/`, title: '' })),
    );
    expect(await timeOf(sitesOf().refresh)).toBeLessThanOrEqual(2000);
  });

  it('keeps nobody from signing in or out: pages are told, and not waited for', async () => {
    expect(await timeOf(adaptersChanged)).toBeLessThanOrEqual(1000);
    expect(fake.tabs.sendMessage).toHaveBeenCalledTimes(3);
  });

  it('is told as one that can’t be read, beside what Heed sees in others', async () => {
    const adapters = { list: async () => [] };
    const signedOut = {
      siteAnswers: { list: async () => [] },
      account: { state: async () => ({ state: 'signed-out' }) },
    };
    const services = { sites: sitesOf(), adapters, ...signedOut } as unknown as Services;
    const look = doctorHandlers(services)['doctor.look'];
    let looked: Awaited<ReturnType<typeof look>> = [];
    const took = await timeOf(async () => {
      looked = await look();
    });
    expect(took).toBeLessThanOrEqual(3000);
    expect(looked.map((one) => one.diagnosis?.outcome ?? null)).toEqual([null, 'nobody', 'nobody']);
  });

  it('teaches nothing, and keeps no answer waiting', async () => {
    expect(await timeOf(() => lookToLearn(FROZEN))).toBeLessThanOrEqual(3000);
  });
});
