import fc from 'fast-check';
import { type Fate, fates } from '@/tests/support/rough-way';

type Killed = { killedAfterMs: number | null };
/** Before what was wrapped up last can't be undone any more, or after. */
type Time = { inTime: boolean };

/** What may happen to a rep, their browser and the way to the store, in any order. */
export type RepStep =
  | ({ do: 'save'; note: number } & Killed)
  | ({ do: 'push'; fates: Fate[] } & Killed & Time)
  | { do: 'saveWhilePushing'; note: number; fates: Fate[] }
  | { do: 'pushInTwoWindows'; fates: Fate[] }
  | ({ do: 'undo'; note: number } & Killed)
  | ({ do: 'saveSendAndUndo'; note: number; fates: Fate[] } & Time)
  | ({ do: 'handOver' } & Killed)
  | ({ do: 'takeBack'; fates: Fate[] } & Killed)
  | ({ do: 'doubt' } & Killed)
  | { do: 'withdrawDoubt' }
  | { do: 'kill' }
  | { do: 'deliverLate' };

export const NOTES = 3;
const note = fc.nat({ max: NOTES - 1 });
const someFates = fc.array(fc.constantFrom(...fates), { maxLength: 6 });
const inTime = fc.boolean();
const killedAfterMs = fc.option(fc.nat({ max: 40 }), { freq: 3 });

/** One kind of step, with what is left to chance in it. */
function steps<S extends RepStep>(kind: S['do'], more: { [K in keyof Omit<S, 'do'>]: fc.Arbitrary<S[K]> }) {
  return fc.record({ do: fc.constant(kind), ...more }) as unknown as fc.Arbitrary<RepStep>;
}

export const step: fc.Arbitrary<RepStep> = fc.oneof(
  { weight: 5, arbitrary: steps('save', { note, killedAfterMs }) },
  { weight: 4, arbitrary: steps('push', { fates: someFates, killedAfterMs, inTime }) },
  { weight: 3, arbitrary: steps('saveWhilePushing', { note, fates: someFates }) },
  { weight: 1, arbitrary: steps('pushInTwoWindows', { fates: someFates }) },
  { weight: 3, arbitrary: steps('undo', { note, killedAfterMs }) },
  { weight: 2, arbitrary: steps('saveSendAndUndo', { note, fates: someFates, inTime }) },
  { weight: 2, arbitrary: steps('handOver', { killedAfterMs }) },
  { weight: 2, arbitrary: steps('takeBack', { fates: someFates, killedAfterMs }) },
  { weight: 2, arbitrary: steps('doubt', { killedAfterMs }) },
  { weight: 1, arbitrary: steps('withdrawDoubt', {}) },
  { weight: 1, arbitrary: steps('kill', {}) },
  { weight: 2, arbitrary: steps('deliverLate', {}) },
);
