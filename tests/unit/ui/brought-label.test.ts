import { describe, expect, it } from 'vitest';
import { defaultJurisdictions } from '@/lib/domain/complaint-clock';
import { broughtLabel } from '@/lib/ui/brought-label';
import { organisationIn } from '@/lib/ui/organisation-in';
import { broughtEs } from '@/lib/ui/words/es/brought-labels';
import { defaultReasons } from '@/server/seed/default-reasons';
import { makeOrganisation } from '@/tests/components/support/make-view';

const brought = [
  ...defaultJurisdictions.flatMap(({ name, steps }) => [name, ...steps.map((step) => step.name)]),
  ...defaultReasons.flatMap(({ category, label }) => [category, label]),
];

describe('what Heed’s own lists call things', () => {
  it.each([...new Set(brought)])('%s has a Spanish name', (label) => {
    expect(broughtEs.get(label)).toBeTruthy();
  });

  it('stands in no list where Heed brings it no more', () => {
    expect([...broughtEs.keys()].filter((label) => !brought.includes(label))).toEqual([]);
  });

  it('is said in Spanish to who speaks it, and in English to the others', () => {
    expect(broughtLabel('First answer', 'es')).toBe('Primera respuesta');
    expect(broughtLabel('First answer', 'en')).toBe('First answer');
  });

  it('is the organisation’s own word where it wrote one', () => {
    for (const own of ['Erste Antwort', 'first answer', 'constructor'])
      expect(broughtLabel(own, 'es')).toBe(own);
  });

  it('is in that language in the lists that a rep chooses from', () => {
    const { reasons, rules } = organisationIn(makeOrganisation(), 'es');
    expect(reasons[0]).toMatchObject({
      code: 'billed-twice',
      category: 'Facturación',
      label: 'Cobrado dos veces o mal',
    });
    expect(rules.jurisdictions[1]).toMatchObject({
      ...{ code: 'uk-fca', name: 'Reino Unido, financiero (FCA)' },
      steps: [{ name: 'Vía sencilla' }, { name: 'Respuesta final' }],
    });
  });
});
