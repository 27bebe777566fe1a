import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageReport } from '@/lib/crm/page-report';
import { createReportPace } from '@/lib/sync/pages/report-pace';
import type { Reported } from '@/lib/sync/pages/tab-state';

const report = (state: 'blank' | 'nobody', seq: number): PageReport => ({ state, seq });
const from = (tabId: number, said: PageReport): Reported => ({
  tabId,
  documentId: `D${tabId}`,
  origin: 'https://crm.example',
  report: said,
});

/** Each takes this long, as looking up does. */
const WORK = 5;
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function pace() {
  const begun: { tabId: number; state: string; seq: number; at: number }[] = [];
  const start = Date.now();
  const take = createReportPace({
    take: async ({ tabId, report: { state, seq } }) => {
      begun.push({ tabId, state, seq, at: Date.now() - start });
      await wait(WORK);
      return { taken: true, seq };
    },
    now: () => Date.now(),
    wait,
  });
  return { begun, take };
}

/** Reports as fast as they can be sent, a blank and somebody in turn, for one second. */
async function flood(take: ReturnType<typeof pace>['take'], tabId: number) {
  const replies: ReturnType<typeof take>[] = [];
  for (let seq = 0; seq < 1000; seq++) {
    replies.push(take(from(tabId, report(seq % 2 ? 'nobody' : 'blank', seq))));
    await vi.advanceTimersByTimeAsync(1);
  }
  await vi.runAllTimersAsync();
  return Promise.all(replies);
}

describe('reports that pages send', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are begun in the same moment when a rep navigates: blank, then who is there', async () => {
    const { begun, take } = pace();
    const replies = [take(from(1, report('blank', 0))), take(from(1, report('nobody', 1)))];
    expect(begun.map(({ state }) => state)).toEqual(['blank', 'nobody']);
    await vi.runAllTimersAsync();
    expect(await Promise.all(replies)).toEqual([
      { taken: true, seq: 0 },
      { taken: true, seq: 1 },
    ]);
  });

  it('are worked on about 20 times a second at most beyond the first 20, and the latest wins', async () => {
    const { begun, take } = pace();
    const replies = await flood(take, 1);
    expect(begun.length).toBeLessThanOrEqual(45);
    expect(begun.at(-1)?.seq).toBe(999);
    expect(replies).toHaveLength(1000);
    expect(replies.at(-1)).toEqual({ taken: true, seq: 999 });
    expect(replies.filter(({ taken }) => taken)).toHaveLength(begun.length);
    for (const [seq, reply] of replies.entries()) expect(reply.seq).toBeGreaterThanOrEqual(seq);
  });

  it('are not held up by another tab’s', async () => {
    const { begun, take } = pace();
    const flooded = flood(take, 1);
    await vi.advanceTimersByTimeAsync(500);
    const before = begun.length;
    void take(from(2, report('blank', 0)));
    void take(from(2, report('nobody', 1)));
    expect(begun.slice(before).map(({ tabId, seq }) => [tabId, seq])).toEqual([
      [2, 0],
      [2, 1],
    ]);
    await flooded;
  });

  it('are begun at once when they blank, even while another is worked on and one waits', async () => {
    const { begun, take } = pace();
    void take(from(1, report('nobody', 0)));
    const waits = take(from(1, report('nobody', 1)));
    void take(from(1, report('blank', 2)));
    expect(begun.map(({ seq }) => seq)).toEqual([0, 2]);
    await vi.runAllTimersAsync();
    expect(await waits).toEqual({ taken: false, seq: 2 });
    expect(begun).toHaveLength(2);
  });

  it('don’t overtake a newer one that waits', async () => {
    const { begun, take } = pace();
    for (const seq of [0, 5, 4]) void take(from(1, report('nobody', seq)));
    await vi.runAllTimersAsync();
    expect(begun.map(({ seq }) => seq)).toEqual([0, 5]);
  });
});
