import { beforeEach, describe, expect, it } from 'vitest';
import type { PageReport } from '@/lib/crm/page-report';
import { createTabStates, identityOf, shownKey, type TabStates } from '@/lib/sync/pages/tab-state';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';
import { showing } from './showing';

const TAB = 4;
/** What the page in each document says when asked; a document not named here is gone. */
let pages: Record<string, string | null>;
let asked: number;
let area = createMemoryArea();
let tabs: TabStates;

const startWorker = () =>
  createTabStates({
    area,
    exclusive: createExclusive(),
    ask: async (_, documentId) => {
      asked += 1;
      return pages[documentId ?? 'unnamed'];
    },
  });

const nobody = (seq: number): PageReport => ({ state: 'nobody', seq });
const report = (documentId: string | null, said: PageReport) =>
  tabs.report({ tabId: TAB, documentId, origin: 'https://crm.example', report: said });
const shown = async () => shownKey(await tabs.read(TAB));

beforeEach(() => {
  pages = { D1: 'A' };
  asked = 0;
  area = createMemoryArea();
  tabs = startWorker();
});

describe('what a tab shows', () => {
  it('is nothing before anyone reports', async () => {
    expect(await shown()).toBeNull();
    expect((await tabs.read(TAB)).report.state).toBe('blank');
  });

  it('is the latest report, also for a worker that has just started', async () => {
    await report('D1', showing('A', 1));
    tabs = startWorker();
    expect(await shown()).toBe('A');
    await report('D1', nobody(2));
    expect(await shown()).toBeNull();
  });

  it('is never an older report of the same document', async () => {
    await report('D1', showing('A', 5));
    expect(await report('D1', showing('B', 4))).toBe(false);
    expect(await report('D1', showing('B', 5))).toBe(false);
    expect(await shown()).toBe('A');
    expect(await report('D1', showing('B', 6))).toBe(true);
    expect(await shown()).toBe('B');
  });

  it('is the new document’s report, whatever number it begins with', async () => {
    await report('D1', showing('A', 500));
    expect(await report('D2', showing('B', 1))).toBe(true);
    expect(await shown()).toBe('B');
    expect(asked).toBe(0);
  });

  it('is not a late report of a document that has gone', async () => {
    await report('D1', showing('A', 1));
    await report('D2', showing('B', 1));
    pages = { D2: 'B' };
    expect(await report('D1', showing('A', 9))).toBe(false);
    expect(await shown()).toBe('B');
  });

  it('is the old document’s again when "back" brought it to life', async () => {
    await report('D1', showing('A', 1));
    await report('D2', showing('B', 1));
    pages = { D1: 'A' };
    expect(await report('D1', showing('A', 9))).toBe(true);
    expect(await shown()).toBe('A');
  });

  it('is kept apart from other tabs, and gone when the tab is closed', async () => {
    await report('D1', showing('A', 1));
    await tabs.report({ tabId: 5, documentId: 'D5', origin: 'https://crm.example', report: showing('E', 1) });
    await tabs.forget(TAB);
    expect(await shown()).toBeNull();
    expect(shownKey(await tabs.read(5))).toBe('E');
    expect(area.keys()).toEqual(['tab:5']);
  });
});

describe('when something loads in the tab', () => {
  beforeEach(() => report('D1', showing('A', 1)));

  it('nothing is shown until the page has said again what it shows', async () => {
    let answer = (_: string | null | undefined) => {};
    const slow = createTabStates({
      area,
      exclusive: createExclusive(),
      ask: () => new Promise((resolve) => (answer = resolve)),
    });
    const checking = slow.recheck(TAB);
    await expect.poll(shown).toBeNull();
    answer('A');
    expect(await checking).toBe('same');
    expect(await shown()).toBe('A');
  });

  it.each([
    ['it shows someone else by now', { D1: 'B' }, 'different'],
    ['it shows nobody by now', { D1: null }, 'different'],
    ['it is gone', {}, 'gone'],
  ])('stays blank when %s', async (_, now: Record<string, string | null>, found) => {
    pages = now;
    expect(await tabs.recheck(TAB)).toBe(found);
    expect(await shown()).toBeNull();
  });

  it('shows the customer again when the page, asked once more, does', async () => {
    pages = { D1: null };
    await tabs.recheck(TAB);
    pages = { D1: 'A' };
    expect(await tabs.recheck(TAB)).toBe('same');
    expect(await shown()).toBe('A');
  });

  it('believes a report that came meanwhile rather than its own question', async () => {
    const racing = createTabStates({
      area,
      exclusive: createExclusive(),
      ask: async () => {
        await report('D1', showing('B', 2));
        return 'A';
      },
    });
    expect(await racing.recheck(TAB)).toBe('overtaken');
    expect(await shown()).toBe('B');
  });

  it('stays blank for a worker killed between doubting and asking', async () => {
    const dying = createTabStates({ area, exclusive: createExclusive(), ask: () => new Promise(() => {}) });
    dying.recheck(TAB).catch(() => {});
    await expect.poll(shown).toBeNull();
    tabs = startWorker();
    expect(await shown()).toBeNull();
  });
});

describe('what is remembered of a tab', () => {
  it('who stood there a moment ago, since words typed for them arrive late', async () => {
    await report('D1', showing('A', 1));
    await report('D1', showing('B', 2));
    await report('D2', nobody(1));
    const tab = await tabs.read(TAB);
    expect(identityOf(tab, 'A')?.identity.name).toBe('Name of A');
    expect(identityOf(tab, 'B')?.identity.name).toBe('Name of B');
    expect(identityOf(tab, 'C')).toBeUndefined();
  });

  it('what the rep chose, the last word per identity', async () => {
    await tabs.choose(TAB, { key: 'A', cardNumber: 1 });
    await tabs.choose(TAB, { key: 'B', cardNumber: 2 });
    await tabs.choose(TAB, { key: 'A', cardNumber: 3 });
    expect((await tabs.read(TAB)).choices).toEqual([
      { key: 'B', cardNumber: 2 },
      { key: 'A', cardNumber: 3 },
    ]);
  });

  it('on which site, of whom it was said: what was chosen on one holds for no other', async () => {
    await report('D1', showing('A', 1));
    await tabs.choose(TAB, { key: 'A', cardNumber: 1 });
    await tabs.report({
      ...{ tabId: TAB, documentId: 'D2', origin: 'https://other.example' },
      report: showing('A', 1),
    });
    const tab = await tabs.read(TAB);
    expect(tab.choices).toEqual([]);
    expect(tab.recent.map(({ origin }) => origin)).toEqual(['https://crm.example', 'https://other.example']);
    expect(identityOf(tab, 'A')?.origin).toBe('https://other.example');
  });

  it('not more than a few of each', async () => {
    for (let i = 0; i < 50; i++) {
      await report(`D${i}`, showing(`K${i}`, i));
      await tabs.choose(TAB, { key: `K${i}`, cardNumber: i + 1 });
    }
    const { recent, choices, earlier } = await tabs.read(TAB);
    expect([recent.length, choices.length, earlier.length]).toEqual([10, 10, 10]);
    expect(recent.at(-1)?.identity.key).toBe('K49');
  });
});
