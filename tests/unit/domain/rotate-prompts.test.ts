import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Phase, type Prompt, phases, type Step, steps } from '@/lib/domain/playbook';
import { inTurn, memoryOfNextCall, nothingShown, rememberShown } from '@/lib/domain/rotate-prompts';

const prompt = (id: string, more: Partial<Prompt> = {}): Prompt => ({
  ...{ id, when: {}, intent: id, example: '', source: '', disclosing: false },
  ...more,
});
/** Fits many calls, or only some. */
const general = (id: string, step?: Step) => prompt(id, step && { step });
const particular = (id: string, step?: Step) =>
  prompt(id, { when: { about: ['billing'] }, ...(step && { step }) });

const ids = (prompts: readonly Prompt[]) => prompts.map((p) => p.id);

/** A call: each time what fits in which situation, and what is on show then. */
function shownInTurn(
  moments: readonly { fits: readonly Prompt[]; situation: string; phase?: Phase }[],
  memory = nothingShown,
): string[][] {
  let now = memory;
  return moments.map(({ fits, situation, phase = 'during' }) => {
    const shown = ids(inTurn(fits, { situation, phase }, now));
    now = rememberShown(now, { situation, phase }, shown);
    return shown;
  });
}

describe('prompts in turn', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => general(id)) as [Prompt, Prompt, Prompt, Prompt];

  it('stay where they are while the situation does, whatever else comes to fit', () => {
    const late = [particular('new'), a, b, c];
    expect(
      shownInTurn([
        { fits: [a, b, c], situation: 's' },
        { fits: late, situation: 's' },
      ]),
    ).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('are replaced where one is waved away, and come back where that is taken back', () => {
    expect(
      shownInTurn([
        { fits: [a, b, c], situation: 's' },
        { fits: [b, c], situation: 's' },
        { fits: [a, b, c], situation: 's' },
      ]),
    ).toEqual([
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'b'],
    ]);
  });

  it('are the same again where a tap is taken back', () => {
    const angry = particular('angry');
    expect(
      shownInTurn([
        { fits: [a, b, c], situation: 'calm' },
        { fits: [angry, a, b, c], situation: 'angry' },
        { fits: [a, b, c], situation: 'calm' },
      ]),
    ).toEqual([
      ['a', 'b'],
      ['angry', 'a'],
      ['a', 'b'],
    ]);
  });

  it('that a tap made sayable come first, and what was on show makes room', () => {
    const [one, two] = [particular('one', 'hear'), particular('two', 'commit')];
    expect(
      shownInTurn([
        { fits: [a, b], situation: 's' },
        { fits: [one, two, a, b], situation: 't' },
      ])[1],
    ).toEqual(['one', 'two']);
  });

  it('that were not shown in this call go before those that were, in the next phase', () => {
    expect(
      shownInTurn([
        { fits: [a, b, c, d], situation: 's', phase: 'start' },
        { fits: [a, b, c, d], situation: 't', phase: 'during' },
      ])[1],
    ).toEqual(['c', 'd']);
  });

  it('that the customer’s last calls had rest behind the others, but not what only this call is about', () => {
    const promise = particular('promise');
    const call = [{ situation: 's', phase: 'start' as const, ids: ['promise', 'a'] }];
    const lately = memoryOfNextCall({ call, lately: ['b'], resting: [] }, []);
    expect(lately).toEqual({ call: [], lately: ['promise', 'a', 'b'], resting: [] });
    expect(shownInTurn([{ fits: [promise, a, b, c, d], situation: 's' }], lately)[0]).toEqual([
      'promise',
      'c',
    ]);
    expect(shownInTurn([{ fits: [a, b, d], situation: 's' }], lately)[0]).toEqual(['d', 'a']);
  });

  it('that were waved away in the last call rest through this one, unless nothing else fits', () => {
    const promise = particular('promise');
    const next = memoryOfNextCall(nothingShown, ['promise', 'a']);
    expect(shownInTurn([{ fits: [promise, a, b, c], situation: 's' }], next)[0]).toEqual(['b', 'c']);
    expect(shownInTurn([{ fits: [promise, a, b], situation: 's' }], next)[0]).toEqual(['b', 'promise']);
    expect(memoryOfNextCall(next, []).resting).toEqual([]);
  });

  it('are of two steps where they can be', () => {
    const fits = [general('x', 'hear'), general('y', 'hear'), general('z', 'close')];
    expect(shownInTurn([{ fits, situation: 's' }])[0]).toEqual(['x', 'z']);
    expect(shownInTurn([{ fits: fits.slice(0, 2), situation: 's' }])[0]).toEqual(['x', 'y']);
  });

  const prompts = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(...'abcdefgh'),
      when: fc.constantFrom<Prompt['when']>({}, { about: ['billing'] }, { levels: ['ok'] }),
      intent: fc.constant(''),
      example: fc.constant(''),
      source: fc.constant(''),
      disclosing: fc.boolean(),
      step: fc.constantFrom(...steps),
    }),
    { selector: (p) => p.id },
  );
  const moments = fc.array(
    fc.record({
      fits: prompts,
      situation: fc.constantFrom('r', 's', 't'),
      phase: fc.constantFrom(...phases),
    }),
    { maxLength: 12 },
  );

  it('are at most two, always two where two fit, and the same for the same call however often it is asked', () => {
    fc.assert(
      fc.property(moments, (call) => {
        const shown = shownInTurn(call);
        expect(shown).toEqual(shownInTurn(call));
        for (const [i, some] of shown.entries())
          expect(some).toHaveLength(Math.min(2, call[i]?.fits.length ?? 0));
      }),
    );
  });

  it('never move while the situation stays and they still fit', () => {
    fc.assert(
      fc.property(moments, prompts, (call, more) => {
        const last = call.at(-1);
        if (!last) return;
        const all = shownInTurn(call);
        const before = all.at(-1) ?? [];
        // What was there before comes back to its place, see above: here what comes is new to the call.
        const known = new Set([...all.flat(), ...last.fits.map((f) => f.id)]);
        const still = [...more.filter((p) => !known.has(p.id)), ...last.fits];
        const after = shownInTurn([...call, { ...last, fits: still }]).at(-1) ?? [];
        expect(after.slice(0, before.length)).toEqual(before);
      }),
    );
  });
});
