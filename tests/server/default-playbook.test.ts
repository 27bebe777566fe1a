import { describe, expect, it } from 'vitest';
import { choosePrompts, type Situation } from '@/lib/domain/choose-prompts';
import { phases, playbookSchema } from '@/lib/domain/playbook';
import { reasonSchema } from '@/lib/domain/reason';
import { defaultActions } from '@/server/seed/default-actions';
import { defaultOfferRules } from '@/server/seed/default-offer-rules';
import { defaultPrompts } from '@/server/seed/default-prompts';
import { defaultReasons } from '@/server/seed/default-reasons';

const playbook = {
  id: 'default',
  version: 1,
  limitMinor: 5000,
  currency: 'EUR',
  prompts: defaultPrompts,
  actions: defaultActions,
  ...defaultOfferRules,
};

/** What may reach the ear of somebody who isn't known to be the customer: nothing of a survey, a case, an account. */
const telling =
  /survey|score|rating|\brate[ds]?\b|recommend|detractor|promoter|feedback|\bcase\b|ticket|account|contract|\bbill|invoice|charge|refund|credit|price|discount|booking|offline|engineer|deliver|cancel|complain|again|before|last time|already|earlier|we said|promise|customer since|called about|you told/i;

const situations: Situation[] = (['at-risk', 'watch', 'ok', 'unknown'] as const).flatMap((level) =>
  phases.flatMap((phase) =>
    (['unverified', 'other'] as const).map((caller) => ({
      level,
      phase,
      caller,
      card: {
        contacts90: 5,
        brokenPromises: 2,
        lastReasons: defaultReasons.map((r) => r.code),
        complaintOpen: true,
        supportNeeded: false,
        doNotContact: false,
      },
      reasons: [],
      complaint: false,
      offers: [],
      dismissed: [],
    })),
  ),
);

describe('the default playbook', () => {
  it('fits its schema, with ids and codes of its own', () => {
    playbookSchema.parse(playbook);
    expect(new Set(defaultPrompts.map((p) => p.id)).size).toBe(defaultPrompts.length);
    expect(new Set(defaultActions.map((a) => a.code)).size).toBe(defaultActions.length);
    expect(new Set(defaultReasons.map((r) => reasonSchema.parse(r).code)).size).toBe(defaultReasons.length);
  });

  it.each(defaultPrompts.filter((p) => !p.disclosing).map((p) => [p.id, p] as const))(
    '%s gives nothing away',
    (_id, prompt) => {
      expect(`${prompt.intent} ${prompt.example}`).not.toMatch(telling);
      // Shown because of what the store knows, it would say so by being said.
      expect(Object.keys(prompt.when)).not.toContain('reasons');
      expect(Object.keys(prompt.when)).not.toContain('minContacts90');
      expect(Object.keys(prompt.when)).not.toContain('brokenPromise');
    },
  );

  it.each(situations.map((s) => [`${s.level}, ${s.phase}, ${s.caller}`, s] as const))(
    'has two prompts that disclose nothing for a caller nobody verified: %s',
    (_name, situation) => {
      const chosen = choosePrompts(playbook, situation);
      expect(chosen).toHaveLength(2);
      for (const prompt of chosen) expect(`${prompt.intent} ${prompt.example}`).not.toMatch(telling);
    },
  );

  it.each(defaultPrompts.map((p) => [p.id, p] as const))(
    '%s never asks for a score, never names one, never says what a customer is to us',
    (_id, { intent, example }) => {
      expect(`${intent} ${example}`).not.toMatch(
        /score|survey|rating|recommend|detractor|promoter|out of ten/i,
      );
    },
  );

  it('speaks only of reasons that are in the list', () => {
    const codes = new Set(defaultReasons.map((r) => r.code));
    const used = [...defaultPrompts, ...defaultActions].flatMap((x) => x.when.reasons ?? []);
    expect(used.filter((code) => !codes.has(code))).toEqual([]);
  });

  it('offers nothing beyond a rep’s own limit', () => {
    for (const { costMinor } of defaultActions)
      expect(costMinor ?? 0).toBeLessThanOrEqual(playbook.limitMinor);
  });
});
