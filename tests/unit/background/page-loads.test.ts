import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tabLoads } from '@/entrypoints/background/page-changes';
import type { Services } from '@/entrypoints/background/services';
import { createTabStates, shownKey } from '@/lib/sync/pages/tab-state';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const TAB = 4;

/** One tab, what its page answers when asked, and who is told of what. */
function world() {
  const page = { asked: vi.fn<() => Promise<string | null | undefined>>() };
  const tabs = createTabStates({ area: createMemoryArea(), exclusive: createExclusive(), ask: page.asked });
  const shown = async () => shownKey(await tabs.read(TAB));
  const told: (string | null)[] = [];
  const services = {
    tabs,
    pairing: { documentGone: vi.fn(async () => {}) },
    views: { changed: vi.fn() },
    reports: { badge: shown },
    toolbar: { show: async (_: number, badge: string | null) => void told.push(badge) },
    logError: vi.fn(),
  };
  const report = (key: string, seq: number) => {
    const who = {
      key,
      adapter: 'demo',
      pageKind: 'customer',
      trust: 'proven' as const,
      name: '',
      people: [],
    };
    const said = { state: 'customer' as const, seq, identity: who };
    return tabs.report({ tabId: TAB, documentId: 'D1', origin: 'https://crm.example', report: said });
  };
  const loads = () => tabLoads(services as unknown as Services, TAB);
  return { page, services, shown, told, report, loads };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a page that is gone shows nobody, and the sidebar and the toolbar hear of it, though its last words come late', async () => {
  const { page, services, shown, told, report, loads } = world();
  await report('A', 1);
  page.asked.mockImplementationOnce(async () => void (await report('B', 2)));
  await loads();
  expect(await shown()).toBeNull();
  expect(told).toEqual([null]);
  expect(services.views.changed).toHaveBeenCalledOnce();
  expect(services.pairing.documentGone).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(5000);
  expect(services.pairing.documentGone).toHaveBeenCalled();
  expect(new Set(told)).toEqual(new Set([null]));
});

it.each([
  [300, ['B']],
  [1800, [undefined, 'B']],
])('a slow page is shown after %i ms, though it reports while it doesn’t answer', async (ms, answers) => {
  const { page, shown, told, report, loads } = world();
  await report('A', 1);
  page.asked.mockImplementationOnce(async () => void (await report('B', 2)));
  for (const answer of answers) page.asked.mockResolvedValueOnce(answer);
  await loads();
  await vi.advanceTimersByTimeAsync(ms - 1);
  expect(await shown()).toBeNull();
  await vi.advanceTimersByTimeAsync(1);
  expect(await shown()).toBe('B');
  expect(told.at(-1)).toBe('B');
});

it('a page that reports and answers is left to whoever takes its reports', async () => {
  const { page, services, shown, told, report, loads } = world();
  await report('A', 1);
  page.asked.mockImplementationOnce(async () => {
    await report('B', 2);
    return 'A';
  });
  await loads();
  expect(await shown()).toBe('B');
  expect([told, services.views.changed.mock.calls]).toEqual([[], []]);
});
