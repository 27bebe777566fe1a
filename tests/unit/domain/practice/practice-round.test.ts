import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseRound, IN_A_ROUND } from '@/lib/domain/practice/choose-round';
import { joinHeard, judgeHeard } from '@/lib/domain/practice/judge';
import { practiceLanguages, practiceLevels } from '@/lib/domain/practice/practice-item';
import { practiceItems } from '@/lib/domain/practice/practice-items';
import { answered, beginRound, openQuestion } from '@/lib/ui/practice/practice-round';

/** Numbers from 0 up to 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
const languages = fc.constantFrom(...practiceLanguages);

describe('a round', () => {
  it('has five different customers, of every level, whatever chance says', () => {
    fc.assert(
      fc.property(fc.integer(), languages, (seed, language) => {
        const { cases } = beginRound(language, new Set(), numbers(seed));
        expect(new Set(cases.map(({ item }) => item.id)).size).toBe(IN_A_ROUND);
        expect(new Set(cases.map(({ item }) => item.level))).toEqual(new Set(practiceLevels));
        expect(new Set(cases.map(({ item }) => item.language))).toEqual(new Set([language]));
      }),
    );
  });

  it('shows for each four to hear and three ways to begin, one of which fits', () => {
    fc.assert(
      fc.property(fc.integer(), languages, (seed, language) => {
        for (const { item, hearables, openings } of beginRound(language, new Set(), numbers(seed)).cases) {
          expect([...hearables].sort()).toEqual([...item.heard, ...item.notHeard].sort());
          expect(openings.filter(({ good }) => good).map(({ id }) => id)).toEqual([item.good]);
          expect(openings).toHaveLength(3);
        }
      }),
    );
  });

  it('brings those who weren’t met before those who were, as long as each level has any', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = numbers(seed);
        const items = practiceItems.filter(({ language }) => language === 'en');
        const met = new Set<string>();
        for (let round = 0; round < 3; round++) {
          const chosen = chooseRound(items, met, random);
          for (const { id } of chosen) expect(met.has(id)).toBe(false);
          for (const { id } of chosen) met.add(id);
        }
      }),
    );
  });

  it('puts what fits at every place, so that the place tells nothing', () => {
    const places = new Set<number>();
    for (let seed = 0; seed < 50; seed++)
      for (const { openings } of beginRound('en', new Set(), numbers(seed)).cases)
        places.add(openings.findIndex(({ good }) => good));
    expect(places).toEqual(new Set([0, 1, 2]));
  });

  it('asks three questions one after the other, and the first answer to each stays', () => {
    let round = beginRound('en', new Set(), numbers(1));
    const open = () => round.cases[0] && openQuestion(round.cases[0]);
    expect(open()).toBe('level');
    round = answered(round, { level: 'ok' });
    expect(open()).toBe('heard');
    round = answered(round, { level: 'watch', heard: [] });
    expect(round.cases[0]?.answers).toEqual({ level: 'ok', heard: [] });
    round = answered(round, { opening: 'discount' });
    expect(open()).toBeNull();
    expect(round.cases[1]?.answers).toEqual({});
  });

  it('begins again with all once all were met', () => {
    const ids = practiceItems.filter(({ language }) => language === 'es').map(({ id }) => id);
    expect(beginRound('es', new Set(ids), numbers(2)).met.size).toBe(0);
  });
});

describe('what was heard', () => {
  it('is what was there and chosen; the rest was missed, or not said', () => {
    expect(judgeHeard({ heard: ['fault', 'angry'] }, ['fault', 'leaving'])).toEqual({
      heard: ['fault'],
      missed: ['angry'],
      notSaid: ['leaving'],
    });
  });

  it('loses and doubles nothing, whatever is chosen', () => {
    fc.assert(
      fc.property(fc.constantFrom(...practiceItems), fc.integer({ min: 0, max: 15 }), (item, mask) => {
        const all = [...item.heard, ...item.notHeard];
        const chosen = all.filter((_, i) => mask & (1 << i));
        const { heard, missed, notSaid } = judgeHeard(item, chosen);
        expect([...heard, ...missed].sort()).toEqual([...item.heard].sort());
        expect([...heard, ...notSaid].sort()).toEqual([...chosen].sort());
      }),
    );
  });

  it('over a round is each once', () => {
    const one = { heard: ['fault'], missed: ['angry'], notSaid: [] } as const;
    const all = [one, one].map(({ heard, missed }) => ({
      heard: [...heard],
      missed: [...missed],
      notSaid: [],
    }));
    expect(joinHeard(all)).toEqual({ heard: ['fault'], missed: ['angry'], notSaid: [] });
  });
});
