import { beforeEach, describe, expect, it } from 'vitest';
import type { PageReport } from '@/lib/crm/page-report';
import { type AskIdentity, createTabStates, shownKey, type TabStates } from '@/lib/sync/pages/tab-state';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';
import { showing } from './showing';

const TAB = 4;
/** What the page in each document says when asked; a document not named here is gone, or hangs. */
let pages: Record<string, string | null>;
let asked: number;
let area = createMemoryArea();
let tabs: TabStates;

const answer: AskIdentity = async (_, documentId) => {
  asked += 1;
  return pages[documentId ?? 'unnamed'];
};
const said = (documentId: string, report: PageReport) => {
  return { tabId: TAB, documentId, origin: 'https://crm.example', report };
};
const report = (documentId: string, what: PageReport) => tabs.report(said(documentId, what));
const shown = async () => shownKey(await tabs.read(TAB));

/** Of these tabs a report is taken down slowly: something happens between looking at the tab and writing. */
function slowTabs(meanwhile: () => Promise<unknown>): TabStates {
  const exclusive = createExclusive();
  let happened = false;
  return createTabStates({
    area,
    exclusive: async (name, work) => {
      if (!happened) await meanwhile();
      happened = true;
      return exclusive(name, work);
    },
    ask: answer,
  });
}

beforeEach(async () => {
  pages = { D1: 'A' };
  area = createMemoryArea();
  tabs = createTabStates({ area, exclusive: createExclusive(), ask: answer });
  await report('D1', showing('A', 1));
  asked = 0;
});

describe('the last words of a page that is gone', () => {
  it('show nobody, though they came while it was asked', async () => {
    const ask = async () => {
      await report('D1', showing('B', 2));
      return undefined;
    };
    const racing = createTabStates({ area, exclusive: createExclusive(), ask });
    pages = {};
    expect(await racing.recheck(TAB)).toBe('different');
    expect(await shown()).toBeNull();
    await report('D1', showing('C', 3));
    expect(await shown()).toBeNull();
    expect(await tabs.recheck(TAB)).toBe('gone');
    expect(await shown()).toBeNull();
  });

  it('show nobody, though they waited for their turn', async () => {
    pages = {};
    expect(await tabs.recheck(TAB)).toBe('gone');
    await report('D1', showing('B', 2));
    expect(asked).toBe(2);
    expect(await shown()).toBeNull();
    expect(await report('D2', showing('D', 1))).toBe(true);
    expect(await report('D1', showing('C', 3))).toBe(false);
    expect(await shown()).toBe('D');
    expect((await tabs.read(TAB)).earlier).toEqual(['D1']);
  });

  it.each([
    ['', []],
    [', though "back" had just brought it to life', ['D2']],
  ])('count no more where they came after those of the next page%s', async (_, between) => {
    for (const documentId of between) await report(documentId, showing('B', 1));
    const slow = slowTabs(async () => {
      await report('D3', { state: 'blank', seq: 0 });
      pages = { D3: null };
    });
    expect(await slow.report(said('D1', showing('A', 9)))).toBe(false);
    expect(await tabs.read(TAB)).toMatchObject({ documentId: 'D3', report: { state: 'blank' } });
  });
});

describe('a page that was silent when asked', () => {
  it('is shown as soon as it answers, with what it reported meanwhile', async () => {
    pages = {};
    await tabs.recheck(TAB);
    expect(await report('D1', showing('B', 2))).toBe(true);
    expect(await shown()).toBeNull();
    pages = { D1: 'B' };
    expect(await tabs.recheck(TAB)).toBe('same');
    expect(await shown()).toBe('B');
  });

  it('is asked when it reports next, and then no more', async () => {
    pages = {};
    await tabs.recheck(TAB);
    pages = { D1: 'C' };
    asked = 0;
    expect(await report('D1', showing('C', 2))).toBe(true);
    expect([await shown(), asked]).toEqual(['C', 1]);
    expect(await report('D1', showing('A', 3))).toBe(true);
    expect([await shown(), asked]).toEqual(['A', 1]);
  });

  it('is asked although it fell silent only while its report was taken down', async () => {
    const slow = slowTabs(async () => {
      pages = {};
      await tabs.recheck(TAB);
      pages = { D1: 'B' };
    });
    expect(await slow.report(said('D1', showing('B', 2)))).toBe(true);
    expect([await shown(), asked]).toEqual(['B', 2]);
  });

  it('comes "back", though no page of ours stood between', async () => {
    await report('D1', { state: 'blank', seq: 2 });
    pages = {};
    expect(await tabs.recheck(TAB)).toBe('gone');
    pages = { D1: 'A' };
    expect(await report('D1', showing('A', 3))).toBe(true);
    expect(await shown()).toBe('A');
  });
});
