import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMemoryDrafts } from '@/tests/support/memory-drafts';
import { noteId, startCalls } from './calls-world';

const CALLS = [1, 2, 3] as const;
const call = fc.constantFrom(...CALLS);
const op = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('type' as const), n: call }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('switch' as const), n: call }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hold' as const), n: call }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('dismiss' as const), n: call }) },
);
/** What happens at once; `power`: after how many accesses the worker is killed, null for not at all. */
const round = fc.record({
  ops: fc.array(op, { minLength: 1, maxLength: 3 }),
  power: fc.option(fc.nat(12), { nil: null }),
});

type Op = typeof op extends fc.Arbitrary<infer T> ? T : never;
/** What the sidebar has on screen for a call, and what of it the background said is on disk. */
type Screen = {
  rev: number;
  text: string;
  dismissed: string[];
  saved: { text: string; dismissed: number } | null;
};

it('nothing that is said to be saved is lost, however typing, switching, holding and a killed worker come together', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 12 }), async (rounds) => {
      const disk = createMemoryDrafts();
      const now = () => new Date('2026-11-27T09:00:00.000Z');
      let rep = startCalls(disk, now);
      const screens = new Map<number, Screen>(
        CALLS.map((n) => [n, { rev: 0, text: '', dismissed: [], saved: null }]),
      );

      async function write(n: number, screen: Screen): Promise<void> {
        screen.rev += 1;
        const { rev, text } = screen;
        const dismissed = [...screen.dismissed];
        const ack = await rep.type(n, rev, { summary: text }, dismissed);
        if (ack.rev === rev) screen.saved = { text, dismissed: dismissed.length };
      }
      async function run({ do: what, n }: Op): Promise<void> {
        const screen = screens.get(n);
        if (!screen) return;
        if (what === 'switch') return rep.calls.resume(noteId(n));
        if (what === 'hold') return rep.calls.park(noteId(n));
        if (what === 'type') screen.text += 'x';
        else screen.dismissed.push(`prompt-${screen.dismissed.length}`);
        return write(n, screen);
      }

      for (const { ops, power } of rounds) {
        if (power !== null) disk.powerFor(power);
        // One that isn't there yet, or the power that is gone: the sidebar says so, and keeps what it has.
        await Promise.allSettled(ops.map(run));
        disk.powerFor();
        if (power !== null) rep = startCalls(disk, now, rep.area);
        for (const [n, screen] of screens) {
          const draft = disk.rows.get(noteId(n))?.draft;
          const { saved } = screen;
          // A call in which nothing was said leaves nothing behind, once another is taken up.
          if (!saved || saved.text === '') continue;
          expect(draft?.content.summary.startsWith(saved.text)).toBe(true);
          expect(draft?.dismissed.length).toBeGreaterThanOrEqual(saved.dismissed);
          expect(draft?.name).toBe(`Customer ${n}`);
        }
        const active = disk.activeNow();
        if (active !== null) expect(disk.rows.has(active)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});
