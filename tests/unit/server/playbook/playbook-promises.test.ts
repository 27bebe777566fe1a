import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseOffers } from '@/lib/domain/choose-actions';
import { choosePrompts, type Situation } from '@/lib/domain/choose-prompts';
import { directions, emotions } from '@/lib/domain/note';
import { phases } from '@/lib/domain/playbook';
import { allText, languages, memories, personal, playbook, shownOf, situations } from './default-book';

/** What may reach the ear of somebody who isn't known to be the customer: nothing of a survey, a case, an account. */
const telling = {
  en: /survey|score|rating|\brate[ds]?\b|recommend|detractor|promoter|feedback|\bcase\b|ticket|account|contract|balance|\bbill|invoice|charge|refund|credit|price|discount|booking|offline|engineer|deliver|parcel|cancel|complain|\bagain\b|\bbefore\b|last time|already|earlier|we said|promise|customer since|years with us|called about|you told|you wrote|you rang|[€£$]|\d/i,
  es: /encuesta|puntuaci|puntúa|valoraci|calificaci|recomend|detractor|promotor|expediente|incidencia|\bticket|\bcuenta\b|contrato|saldo|factura|recibo|cobro|\bcargo|reembolso|abono|precio|descuento|reserva|sin conexión|técnico|entrega|paquete|\bbaja\b|reclamaci|queja|otra vez|de nuevo|última vez|anterior|\bya (nos|llamó|le)|prometi|dijimos|nos (dijo|escribió)|cliente desde|estos años|llamó (el|por)|[€£$]|\d/i,
};
const grading =
  /score|survey|\brating|\brate (us|me|this)|recommend|out of ten|0 to 10|\bstars?\b|encuesta|puntuaci|puntúe|puntuar|valore\b|valoraci|califi|recomend|estrellas|del (0|uno|cero) al (10|diez)/i;
const namesSupport =
  /support|vulnerab|disab|illness|\bcarer|special needs|apoyo|vulnerab|discapac|enferm|cuidador/i;
const keeping =
  /\boffers?\b|discount|voucher|keep the old|\bstay\b(?! with this)|change your decision|oferta|descuento|vale de|mantenerle|quedarse|que se quede/i;

const unverified = situations.filter(({ caller }) => caller === 'unverified' || caller === 'other');
const everyone = fc.constantFrom(...languages);

/** Complaint, dispute or support needed: tapped in this call, or known of the customer. */
const flagged = fc
  .tuple(situations, fc.constantFrom('complaint', 'dispute', 'supportNeeded', 'complaintOpen', 'onCard'))
  .map(([s, flag]) => {
    const card = s.card ?? {
      ...{ contacts90: 0, brokenPromises: 0, lastReasons: [], doNotContact: false },
      ...{ score: null, complaintOpen: false, supportNeeded: false },
    };
    if (flag === 'complaintOpen') return { ...s, card: { ...card, complaintOpen: true } };
    if (flag === 'onCard') return { ...s, card: { ...card, supportNeeded: true } };
    return { ...s, [flag]: true };
  });

const often = { numRuns: 2000 };

/** All that could be offered, within the limit or beyond it. */
const offersIn = (s: Situation) => {
  const past = { earlier: [], today: 0, rootReason: null, now: new Date('2026-11-22T12:00:00Z') };
  const { open, beyond } = chooseOffers(playbook, { ...s, ...past, offers: [] });
  return [...open, ...beyond];
};

describe('over the whole default playbook, every situation and both languages', () => {
  it('an unverified or other caller hears no word of a survey, a score, a case or the account', () => {
    fc.assert(
      fc.property(unverified, memories, everyone, personal, (s, memory, language, known) => {
        const { customer = 'Marta', promise = 'Refund', broken = 'Answer' } = known;
        for (const prompt of choosePrompts(playbook, s, memory)) {
          const shown = shownOf(prompt, language, known, s.caller);
          expect(prompt.disclosing, prompt.id).toBe(false);
          expect(shown, prompt.id).not.toMatch(telling[language]);
          for (const secret of [customer, promise, broken]) expect(shown, prompt.id).not.toContain(secret);
        }
        expect(offersIn(s)).toEqual([]);
      }),
      often,
    );
  });

  it('a complaint is taken down where the rep ticks one, and an earlier one that is open is not taken down anew', () => {
    const ofComplaint = playbook.prompts.filter(({ when }) => when.complaint).map(({ id }) => id);
    expect(ofComplaint).toContain('complaint-is-a-right');
    fc.assert(
      fc.property(flagged, memories, (s, memory) => {
        const shown = choosePrompts(playbook, { ...s, complaint: false }, memory).map(({ id }) => id);
        expect(ofComplaint.filter((id) => shown.includes(id))).toEqual([]);
      }),
      often,
    );
  });

  it('with a complaint, a dispute or support needed nothing is offered to keep them, and none is spoken of', () => {
    fc.assert(
      fc.property(flagged, memories, (s, memory) => {
        expect(offersIn(s).some((a) => a.kind === 'retention')).toBe(false);
        for (const prompt of choosePrompts(playbook, s, memory)) {
          expect(prompt.retention ?? false, prompt.id).toBe(false);
          expect(allText(prompt), prompt.id).not.toMatch(keeping);
          expect(allText(prompt), prompt.id).not.toMatch(namesSupport);
        }
      }),
      often,
    );
  });

  it('there are never more than two, and never one twice or one that was waved away', () => {
    fc.assert(
      fc.property(situations, memories, (s, memory) => {
        const shown = choosePrompts(playbook, s, memory).map((p) => p.id);
        expect(shown.length).toBeLessThanOrEqual(2);
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown.filter((id) => s.dismissed.includes(id))).toEqual([]);
      }),
      often,
    );
  });

  it('calls that come in and calls that go out are told apart', () => {
    fc.assert(
      fc.property(situations, memories, (s, memory) => {
        for (const { id, when } of choosePrompts(playbook, s, memory))
          expect([undefined, s.direction], id).toContain(when.direction);
      }),
      often,
    );
  });

  it('there are two for whoever calls, in each phase, both ways, at every level and emotion', () => {
    const known = {
      ...{ score: null, contacts90: 1, brokenPromises: 0, lastReasons: [], doNotContact: false },
      ...{ complaintOpen: false, supportNeeded: false },
    };
    const calm = { reasons: [], contactReason: null, offers: [], dismissed: [] };
    const off = { complaint: false, dispute: false, supportNeeded: false };
    for (const phase of phases)
      for (const direction of directions)
        for (const emotion of [null, ...emotions])
          for (const caller of ['unverified', 'other', 'customer'] as const)
            for (const level of ['at-risk', 'watch', 'ok', 'unknown'] as const)
              for (const card of [null, known])
                for (const [handedOver, underWay] of [
                  [false, false],
                  [true, false],
                  [false, true],
                  [true, true],
                ] as const) {
                  const where = {
                    phase,
                    direction,
                    handedOver,
                    underWay,
                    promisedAnew: false,
                    notesHere: false,
                  };
                  const s = { ...calm, ...off, ...where, emotion, caller, level, card };
                  expect(choosePrompts(playbook, s), JSON.stringify(s)).toHaveLength(2);
                }
  });

  it.each(playbook.prompts.map((p) => [p.id, p] as const))(
    '%s asks for no score, and names none',
    (_id, p) => {
      expect(allText(p)).not.toMatch(grading);
    },
  );

  it.each(playbook.prompts.map((p) => [p.id, p] as const))(
    '%s never names support needed, and speaks of an offer to stay only where those can be switched off',
    (_id, prompt) => {
      expect(allText(prompt)).not.toMatch(namesSupport);
      if (!prompt.retention) expect(allText(prompt)).not.toMatch(keeping);
    },
  );

  it.each(playbook.prompts.filter((p) => !p.disclosing).map((p) => [p.id, p] as const))(
    '%s gives nothing away, neither by its words nor by being there',
    (_id, prompt) => {
      for (const language of languages)
        expect(shownOf(prompt, language, {}, 'unverified')).not.toMatch(telling[language]);
      // A handover is there to be seen by its own card, with its giver's name, whoever calls.
      for (const byStore of ['reasons', 'minContacts90', 'brokenPromise'])
        expect(Object.keys(prompt.when)).not.toContain(byStore);
      expect(prompt.when.toldUs ?? false).toBe(false);
      expect(prompt.when.promisedAnew ?? false).toBe(false);
    },
  );
});
