import { expect, it, vi } from 'vitest';
import { teachHandlers } from '@/entrypoints/background/handlers/teach-handlers';
import type { Services } from '@/entrypoints/background/services';

const SITE = 'https://*.crm.example/*';

const fake = vi.hoisted(() => ({
  tabs: { query: vi.fn(), create: vi.fn(), get: vi.fn(), update: vi.fn() },
  windows: { update: vi.fn() },
  scripting: { executeScript: vi.fn() },
}));
vi.mock('wxt/browser', () => ({ browser: fake }));

const begun = vi.fn();
const services = {
  sites: {
    checker: async () => (origin: string) => origin.endsWith('crm.example'),
    crmPatterns: () => [SITE],
  },
  teaching: { begin: begun },
  views: { changed: () => {} },
} as unknown as Services;

it.each([
  ['a new one, of which the browser doesn’t say yet where it goes', [], 'https://crm.example'],
  [
    'one that is open',
    [{ id: 7, windowId: 1, url: 'https://desk.crm.example/c/7' }],
    'https://desk.crm.example',
  ],
])('teaching begins in a tab of the site: %s', async (_, open, origin) => {
  const made = { id: 7, windowId: 1, url: 'about:blank' };
  fake.tabs.query.mockResolvedValue(open);
  fake.tabs.create.mockResolvedValue(made);
  fake.tabs.get.mockResolvedValue(open[0] ?? made);
  await teachHandlers(services)['teach.open']({ site: SITE });
  expect(begun).toHaveBeenLastCalledWith(7, origin);
});
