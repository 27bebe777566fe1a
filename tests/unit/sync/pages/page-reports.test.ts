import { beforeEach, describe, expect, it } from 'vitest';
import type { PageReport } from '@/lib/crm/page-report';
import type { RawIdentifier } from '@/lib/domain/identifier';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import { deriveBookKeys } from '@/lib/protocol/book-keys';
import { createLookupPace } from '@/lib/sync/pages/lookup-pace';
import { createPageReports } from '@/lib/sync/pages/page-reports';
import { createTabStates, type TabStates } from '@/lib/sync/pages/tab-state';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const keys = await deriveBookKeys(btoa('k'.repeat(32)));

let now: number;
let seq: number;
let asked: string[];
let waits: { ms: number; over: () => void }[];
let resumed: number[];
let reports: ReturnType<typeof createPageReports>;
let tabs: TabStates;
/** what the page says when asked */
let answer: string | null | undefined;
/** looking anybody up waits for this */
let looked: Promise<void>;

const found: PageSlot = {
  ...{ state: 'choose', key: 'k', name: '', why: 'unsure', candidates: [] },
};

beforeEach(() => {
  [now, seq, asked, waits, resumed] = [1_000_000, 0, [], [], []];
  [answer, looked] = [undefined, Promise.resolve()];
  const [area, exclusive] = [createMemoryArea(), createExclusive()];
  const pace = createLookupPace({ area, exclusive, now: () => now, what: 'records' });
  tabs = createTabStates({ area, exclusive, ask: async () => answer });
  reports = createPageReports({
    account: { state: async () => ({ state: 'signed-out' }), bookKeys: async () => keys },
    drafts: { active: async () => null },
    tabs,
    slots: {
      of: async (tabId) => {
        asked.push('slot');
        if ((await tabs.read(tabId)).report.state !== 'customer') return { state: 'nobody' };
        await looked;
        return (await pace.isOver(tabId)) ? { state: 'paused' } : found;
      },
    },
    pace,
    now: () => now,
    wait: (ms) => new Promise((over) => waits.push({ ms, over })),
    taken: () => asked.push('sidebar'),
    resumed: (tabId) => resumed.push(tabId),
  });
});

const take = (report: PageReport, tabId = 1) =>
  reports.take({ tabId, documentId: 'D', origin: 'https://crm.example', report });

const quiet = { taken: true, badge: null, answer: { level: null, open: false } };

/** A page that shows a person by so many addresses. */
function shows(first: number, many: number): PageReport {
  const person = Array.from({ length: many }, (_, i): RawIdentifier => {
    return { kind: 'email', value: `p${first + i}@x.example` };
  });
  seq += 1;
  now += 50;
  const identity = { key: `k${first}`, adapter: 'a', pageKind: 'c', name: '', people: [person] };
  return { state: 'customer', seq, identity: { ...identity, trust: 'doubtful' } };
}

const isOpened = async (report: PageReport, tabId = 1) => (await take(report, tabId)).answer.open;

describe('what a page says of itself', () => {
  it('is taken down without looking anybody up where it is blank', async () => {
    expect(await take({ state: 'blank', seq: 0 })).toEqual(quiet);
    expect(asked).toEqual(['sidebar']);
    expect(await take({ state: 'nobody', seq: 1 })).toEqual(quiet);
    expect(asked).toEqual(['sidebar', 'sidebar', 'slot']);
  });

  it('is answered for three hundred identifiers a minute, and then as if nobody were known', async () => {
    for (let i = 0; i < 15; i++) expect(await isOpened(shows(i * 20, 20))).toBe(true);
    expect(await take(shows(300, 1))).toEqual(quiet);
    expect(await take(shows(301, 1))).toEqual(quiet);
    expect(waits.map(({ ms }) => ms)).toHaveLength(1);
  });

  it('is answered for those it has named already, however often, and for those of another tab', async () => {
    for (let i = 0; i < 15; i++) await take(shows(i * 20, 20));
    expect(await isOpened(shows(0, 20))).toBe(true);
    await take(shows(900, 1));
    expect(await isOpened(shows(0, 20), 2)).toBe(true);
  });

  it('is answered again after the minute, when the sidebar is told to look', async () => {
    for (let i = 0; i < 16; i++) await take(shows(i * 20, 20));
    now += 60_000;
    waits[0]?.over();
    await Promise.resolve();
    expect(resumed).toEqual([1]);
    expect(await isOpened(shows(400, 20))).toBe(true);
  });
});

describe('the toolbar', () => {
  let end: () => void;
  const slowly = () => {
    looked = new Promise((resolve) => (end = resolve));
  };
  const isLookingUp = () => expect.poll(() => asked).toContain('slot');

  it('is not painted with whom the page showed before it went blank, however long that took', async () => {
    slowly();
    const first = take(shows(0, 1));
    await isLookingUp();
    expect(await take({ state: 'blank', seq: 9 })).toEqual(quiet);
    end();
    expect(await first).toEqual({ ...quiet, taken: false });
  });

  it('is not painted with whom a page showed that has made room for another', async () => {
    slowly();
    const first = take(shows(0, 1));
    await isLookingUp();
    const other = { tabId: 1, documentId: 'E', origin: 'https://crm.example' };
    await reports.take({ ...other, report: { state: 'blank', seq: 1 } });
    end();
    expect(await first).toEqual({ ...quiet, taken: false });
  });

  it('says nothing while it is in doubt whether the page is still there', async () => {
    slowly();
    const first = take(shows(0, 1));
    await isLookingUp();
    expect(await tabs.recheck(1)).toBe('gone');
    end();
    expect(await first).toMatchObject({ taken: true, badge: null });
    expect(await reports.badge(1)).toBeNull();
    answer = 'k0';
    await tabs.recheck(1);
    expect(await reports.badge(1)).toBe('ask');
  });

  it('says who is there when that is known, not who was when it was asked', async () => {
    await take(shows(0, 1));
    slowly();
    asked = [];
    const badge = reports.badge(1);
    await isLookingUp();
    await take({ state: 'blank', seq: 9 });
    end();
    expect(await badge).toBeNull();
  });
});
