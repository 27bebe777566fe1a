import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetAllChoices, repaintTabs } from '@/entrypoints/background/all-tabs';
import { adapterHandlers, answerForSite } from '@/entrypoints/background/handlers/adapter-handlers';
import type { Services } from '@/entrypoints/background/services';
import { createTabStates } from '@/lib/sync/pages/tab-state';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

/** Milliseconds: what is waited for comes, or never does. */
const PATIENCE = 20_000;

const fake = vi.hoisted(() => ({ tabs: { query: vi.fn(), sendMessage: vi.fn() } }));
vi.mock('wxt/browser', () => ({ browser: fake }));

const IDS = [1, 2, 3];
const ORIGIN = 'https://crm.example';
const identity = { key: 'A', adapter: 'demo', pageKind: 'customer', name: 'A', people: [] };
const report = { state: 'customer' as const, seq: 1, identity: { ...identity, trust: 'proven' as const } };

let tabs: ReturnType<typeof createTabStates>;
let area: ReturnType<typeof createMemoryArea>;
beforeEach(async () => {
  vi.clearAllMocks();
  fake.tabs.query.mockResolvedValue(IDS.map((id) => ({ id })));
  fake.tabs.sendMessage.mockResolvedValue(undefined);
  area = createMemoryArea();
  tabs = createTabStates({ area, exclusive: createExclusive(), ask: async () => 'A' });
  for (const tabId of IDS.slice(0, 2)) await tabs.report({ tabId, documentId: 'D', origin: ORIGIN, report });
});

it.each([1, 2])(
  'a tab that can’t be told for keeps no other from its badge, and is logged: %i',
  async (bad) => {
    const show = vi.fn(async () => {});
    const logError = vi.fn();
    const badge = async (id: number) => {
      if (id === bad) throw new Error('bad tab');
      return 'ok' as const;
    };
    const toolbar = { show, showElsewhere: vi.fn(async () => {}) };
    await repaintTabs({ tabs, reports: { badge }, toolbar, logError });
    expect(show.mock.calls).toEqual([[3 - bad, 'ok']]);
    expect(logError).toHaveBeenCalledOnce();
  },
);

describe('what reps chose', () => {
  it('is forgotten in every tab, and where the page stands is not', async () => {
    await tabs.choose(1, { key: 'A', cardNumber: 7 });
    await tabs.choose(2, { key: 'A', cardNumber: null, noneOf: [8] });
    await forgetAllChoices(tabs);
    for (const id of [1, 2]) expect(await tabs.read(id)).toMatchObject({ choices: [], report });
    expect(area.keys()).toEqual(['tab:1', 'tab:2']);
  });

  it('is forgotten in the other tabs where one fails, which is told', async () => {
    await tabs.choose(2, { key: 'A', cardNumber: 7 });
    const forgetChoices = async (id: number) => {
      if (id === 1) throw new Error('bad tab');
      await tabs.forgetChoices(id);
    };
    await expect(forgetAllChoices({ forgetChoices })).rejects.toThrow('bad tab');
    expect((await tabs.read(2)).choices).toEqual([]);
  });
});

type Act = (s: Services) => Promise<unknown>;
const answers: [string, Act][] = [
  ['asks again', (s) => adapterHandlers(s)['adapters.askAgain']({ id: 'demo', origin: ORIGIN })],
  ['says yes', (s) => answerForSite(s, 1, { key: 'A', right: true })],
  ['takes that back', (s) => answerForSite(s, 1, { key: 'A', right: null })],
];

describe.each(answers)('who %s about a site', (_, act) => {
  const never = new Promise<never>(() => {});
  it.each<[string, () => Promise<void>, number]>([
    ['waits for no badge', () => never, 0],
    ['is answered though badges fail, which is logged', () => Promise.reject(new Error('badges')), 1],
  ])('%s, and the pages hear of it before', async (_what, paint, logged) => {
    const heard: number[] = [];
    const repaintBadges = vi.fn(() => {
      heard.push(fake.tabs.sendMessage.mock.calls.length);
      return paint();
    });
    const logError = vi.fn();
    const siteAnswers = { answer: vi.fn(async () => {}) };
    const views = { changed: vi.fn() };
    await act({ tabs, siteAnswers, views, repaintBadges, logError } as unknown as Services);
    await vi.waitFor(() => expect(logError).toHaveBeenCalledTimes(logged), PATIENCE);
    expect(heard).toEqual([IDS.length]);
    expect(views.changed).toHaveBeenCalledOnce();
  });
});
