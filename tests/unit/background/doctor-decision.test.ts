import { beforeEach, expect, it, vi } from 'vitest';
import { doctorHandlers } from '@/entrypoints/background/doctor-handlers';
import type { Services } from '@/entrypoints/background/services';
import type { Diagnosis } from '@/lib/crm/doctor/diagnosis';
import { createSiteAnswers, type SiteAnswers } from '@/lib/sync/site-answers';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';
import { sample } from '../crm/sample-adapter';

const SITE = 'https://crm.example';
const likely = { adapter: 'generic', trust: 'likely' } as const;
const empty = { name: '', identifiers: [], candidates: [], missed: [] };

const fake = vi.hoisted(() => ({ scripting: { executeScript: vi.fn() }, tabs: { query: vi.fn() } }));
vi.mock('wxt/browser', () => ({ browser: fake }));

let off: string[];
let siteAnswers: SiteAnswers;

beforeEach(() => {
  off = [];
  siteAnswers = createSiteAnswers({
    ...{ area: createMemoryArea(), exclusive: createExclusive() },
    adapters: {
      list: async () => [],
      isProven: async (id) => id === 'sample',
      isOff: async (id) => off.includes(id),
    },
  });
  fake.tabs.query.mockResolvedValue([{ id: 1, url: `${SITE}/c/7`, title: 'Vera' }]);
});

async function lookedAt(reading: Diagnosis['reading'], outcome: Diagnosis['outcome'] = 'customer') {
  const adapter = reading?.adapter === 'sample' ? 'sample' : null;
  const diagnosis: Diagnosis = { ...empty, outcome, adapter, pageKind: null, reading };
  fake.scripting.executeScript.mockResolvedValue([{ result: diagnosis }]);
  const sites = { checker: async () => () => true, crmPatterns: async () => [`${SITE}/*`] };
  const adapters = { list: async () => [{ adapter: sample, from: 'built-in', off: false }] };
  const look = doctorHandlers({ sites, siteAnswers, adapters } as unknown as Services)['doctor.look'];
  return (await look())[0];
}
const decisionOn = async (...seen: Parameters<typeof lookedAt>) => (await lookedAt(...seen))?.decision;

it('what Heed sees is told with what the CRM is called', async () => {
  expect(await lookedAt({ adapter: 'sample', trust: 'proven' })).toMatchObject({ crm: sample.label });
  expect(await lookedAt(likely)).toMatchObject({ crm: null });
});

it('what Heed sees is told with what the sidebar makes of it', async () => {
  expect(await decisionOn({ adapter: 'sample', trust: 'proven' })).toBe('take');
  expect(await decisionOn(likely)).toBe('ask');
  await siteAnswers.answer(SITE, 'generic', true);
  expect(await decisionOn(likely)).toBe('take');
  await siteAnswers.answer(SITE, 'generic', false);
  expect(await decisionOn(likely)).toBe('choose');
  off = ['generic'];
  expect(await decisionOn(likely)).toBe('off');
  expect(await decisionOn({ ...likely, trust: 'doubtful' }, 'choose')).toBe('off');
  expect(await decisionOn(null, 'nobody')).toBeNull();
});
