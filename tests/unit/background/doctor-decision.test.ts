import { beforeEach, describe, expect, it, vi } from 'vitest';
import { doctorHandlers } from '@/entrypoints/background/handlers/doctor-handlers';
import type { Services } from '@/entrypoints/background/services';
import type { Diagnosis } from '@/lib/crm/doctor/diagnosis';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import type { AccountState } from '@/lib/sync/account/account';
import type { KnownAdapter } from '@/lib/sync/adapters/crm-adapters';
import { createSiteAnswers, type SiteAnswers } from '@/lib/sync/adapters/site-answers';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';
import { sample } from '../crm/sample-adapter';

const SITE = 'https://crm.example';
const likely = { adapter: 'generic', trust: 'likely' } as const;
const empty = { why: null, name: '', identifiers: [], candidates: [], missed: [] };

const fake = vi.hoisted(() => ({
  scripting: { executeScript: vi.fn() },
  tabs: { query: vi.fn(), create: vi.fn() },
  runtime: { getURL: (path: string) => `chrome-extension://heed${path}` },
}));
vi.mock('wxt/browser', () => ({ browser: fake }));

let off: string[];
let siteAnswers: SiteAnswers;
let account: { state: AccountState['state']; unlocked: boolean };
let slot: PageSlot;
let known: KnownAdapter;

const taught: KnownAdapter = {
  adapter: {
    ...sample,
    evidence: { kind: 'taught', on: '2026-11-27' },
    site: { hosts: ['crm.example'], signature: null },
  },
  ...{ from: 'own', off: false },
};
const person = {
  state: 'customer',
  key: '',
  name: '',
  accountEnd: '',
  damaged: false,
  card: null,
  askSite: false,
  newcomer: false,
} as const;
const numbered = (cardNumber: number | null): PageSlot => ({
  ...person,
  customer: { cardNumber, identifiers: [] },
});

beforeEach(() => {
  off = [];
  account = { state: 'signed-in', unlocked: true };
  slot = { state: 'nobody' };
  known = { adapter: sample, from: 'built-in', off: false };
  siteAnswers = createSiteAnswers({
    ...{ area: createMemoryArea(), exclusive: createExclusive() },
    adapters: {
      list: async () => [known],
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
  const services = {
    ...{
      sites,
      siteAnswers,
      adapters: { list: async () => [known], isOff: async (id: string) => off.includes(id) },
    },
    account: {
      state: async () => ({ state: account.state }),
      bookKeys: async () => (account.unlocked ? {} : null),
    },
    slots: { of: async () => slot },
  };
  return (await doctorHandlers(services as unknown as Services)['doctor.look']())[0];
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
  known = taught;
  expect(await decisionOn(likely)).toBe('ask');
  await siteAnswers.answer(SITE, 'generic', false);
  expect(await decisionOn(likely)).toBe('refuse');
  off = ['generic'];
  expect(await decisionOn(likely)).toBe('off');
  expect(await decisionOn({ ...likely, trust: 'doubtful' }, 'choose')).toBe('off');
  expect(await decisionOn(null, 'nobody')).toBeNull();
});

describe('what Heed sees is told with who is shown', () => {
  const proven = { adapter: 'sample', trust: 'proven' } as const;
  const shown = async () => (await lookedAt(proven))?.shown;

  it('as the sidebar has it, from the same place', async () => {
    slot = numbered(7);
    expect(await shown()).toBe('known');
    slot = numbered(null);
    expect(await shown()).toBe('new');
    slot = { ...numbered(null), damaged: true } as PageSlot;
    expect(await shown()).toBe('damaged');
    slot = { state: 'blank' };
    expect(await shown()).toBe('reading');
    slot = { state: 'paused' };
    expect(await shown()).toBe('paused');
  });

  it('and that is nobody where nobody is signed in, or whose customers are locked', async () => {
    slot = numbered(7);
    account = { state: 'signed-in', unlocked: false };
    expect(await shown()).toBe('locked');
    account = { state: 'signed-out', unlocked: false };
    expect(await shown()).toBe('signed-out');
  });

  it('with whose the adapter is, that it is off, and that it was said to be wrong here', async () => {
    expect(await lookedAt(proven)).toMatchObject({ by: 'heed', off: false, wrong: [] });
    known = { adapter: { ...sample, evidence: { kind: 'learned' } } as CrmAdapter, from: 'own', off: false };
    await siteAnswers.answer(SITE, 'sample', false);
    expect(await lookedAt(proven)).toMatchObject({ by: 'learned', off: false, wrong: [sample.label] });
    known = { adapter: sample, from: 'organisation', off: true };
    expect(await lookedAt(proven)).toMatchObject({ by: 'organisation', off: true, wrong: [] });
  });

  it('and opened where it says so', async () => {
    await doctorHandlers({} as Services)['doctor.open']();
    const url = 'chrome-extension://heed/options.html#what-heed-sees';
    expect(fake.tabs.create).toHaveBeenCalledWith({ url });
  });
});
