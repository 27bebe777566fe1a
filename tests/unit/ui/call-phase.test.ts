import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { NoteContent } from '@/lib/domain/note';
import { type Phase, phases } from '@/lib/domain/playbook';
import { callPhase, phaseNow } from '@/lib/ui/call-phase';

describe('the phase of a call', () => {
  it.each<[Phase, string, Partial<NoteContent>]>([
    ['start', 'nothing was tapped', {}],
    ['start', 'only words were typed', { summary: 'She says that nobody came.' }],
    ['start', 'a promise is being typed', { promise: { what: 'Ring', dueOn: '2026-11-27', by: '' } }],
    ['start', 'the caller was verified', { caller: 'customer' }],
    ['during', 'it is known what it is about', { contactReason: 'bill-unclear' }],
    ['during', 'a reason was tapped', { reasons: ['billed-twice'] }],
    ['during', 'the root was tapped', { rootReason: 'billed-twice' }],
    ['during', 'an emotion was heard', { emotion: 'angry' }],
    ['during', 'it is a complaint', { complaint: true }],
    ['during', 'something is in dispute', { dispute: true }],
    ['during', 'support is needed', { supportNeeded: true }],
    ['during', 'it was said how bad it is', { severity: 'high' }],
    ['during', 'it was said who lost by it', { lossOf: 'others' }],
    ['wrap', 'it was said how it ended', { outcome: 'resolved', contactReason: 'bill-unclear' }],
  ])('is %s when %s', (phase, _when, content) => {
    expect(callPhase({ ...emptyNoteContent, ...content })).toBe(phase);
  });

  it.each<[string, Phase, Phase, Phase, Phase]>([
    // what                                       tapped then, stepped to, tapped now, so
    ['holds while nothing moves the call', 'start', 'wrap', 'start', 'wrap'],
    ['holds on the way back, too', 'during', 'start', 'during', 'start'],
    ['gives way when the call moves past it', 'start', 'during', 'wrap', 'wrap'],
    ['gives way when the call moves on after a step back', 'during', 'start', 'wrap', 'wrap'],
    ['is not undone by a call that catches up', 'start', 'wrap', 'during', 'wrap'],
  ])('a step by hand %s', (_what, from, phase, now, so) => {
    expect(phaseNow(now, { from, phase })).toBe(so);
  });

  it('is that of the taps where nobody stepped', () => {
    for (const phase of phases) expect(phaseNow(phase, null)).toBe(phase);
  });

  it('never moves back by a tap that moves the call on', () => {
    const phase = fc.constantFrom(...phases);
    fc.assert(
      fc.property(phase, phase, phase, (from, stepped, now) => {
        const before = phaseNow(from, { from, phase: stepped });
        if (phases.indexOf(now) > phases.indexOf(from))
          expect(phases.indexOf(phaseNow(now, { from, phase: stepped }))).toBeGreaterThanOrEqual(
            phases.indexOf(before),
          );
      }),
    );
  });
});
