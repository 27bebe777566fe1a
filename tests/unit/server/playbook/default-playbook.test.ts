import { describe, expect, it } from 'vitest';
import { emotions } from '@/lib/domain/note';
import { type Playbook, playbookSchema } from '@/lib/domain/playbook';
import { publishablePlaybookSchema } from '@/lib/domain/publishable-playbook';
import { reasonSchema } from '@/lib/domain/reason';
import { actionIn, promptIn } from '@/lib/domain/said-in';
import { sourceText } from '@/lib/ui/words/source-words';
import { defaultReasons } from '@/server/seed/default-reasons';
import { allText, languages, playbook, textOf } from './default-book';

const { prompts, actions } = playbook;
const each = prompts.map((p) => [p.id, p] as const);

const themes = {
  billing: ['billed-twice', 'bill-unclear', 'refund-missing'],
  'delivery or installation': ['delivery-late', 'engineer-missed'],
  'product fault': ['no-connection', 'slow-internet', 'device-fault'],
  'price or competitor': ['price-increase', 'competitor-offer', 'contract-terms'],
  'treatment by staff': ['treated-badly', 'wrong-advice'],
  'waiting and repeated contact': ['long-wait', 'told-again'],
  cancellation: ['wants-to-leave'],
};

describe('the default playbook', () => {
  it('fits its schema, with ids and codes of its own', () => {
    expect(publishablePlaybookSchema.parse(playbook)).toEqual(playbook);
    expect(new Set(prompts.map((p) => p.id)).size).toBe(prompts.length);
    expect(new Set(actions.map((a) => a.code)).size).toBe(actions.length);
    expect(new Set(defaultReasons.map((r) => reasonSchema.parse(r).code)).size).toBe(defaultReasons.length);
  });

  it.each(each)('%s is said in both languages, by a step and with a source that can be read up', (_id, p) => {
    expect(p.words?.es?.intent).toBeTruthy();
    expect(p.words?.es?.example).toBeTruthy();
    expect(promptIn(p, 'es')).not.toEqual(promptIn(p, 'en'));
    expect(p.step).toBeDefined();
    expect(sourceText(p.source)).not.toBe(p.source);
  });

  it.each(actions.map((a) => [a.code, a] as const))(
    '%s is called something in both languages',
    (_code, a) => {
      expect(actionIn(a, 'es')).not.toBe(a.label);
    },
  );

  it.each(Object.entries(themes))(
    'says something on %s, both ways and for each of its reasons',
    (_theme, codes) => {
      for (const code of codes)
        for (const direction of ['inbound', 'outreach'])
          expect(
            prompts.some((p) => p.when.about?.includes(code) && p.when.direction === direction),
            `${code} ${direction}`,
          ).toBe(true);
    },
  );

  it.each([...emotions])('says something to somebody who is %s', (emotion) => {
    expect(prompts.some((p) => p.when.emotions?.includes(emotion))).toBe(true);
  });

  it('speaks only of reasons that are in the list', () => {
    const codes = new Set(defaultReasons.map((r) => r.code));
    const used = [...prompts, ...actions].flatMap((x) => [
      ...(x.when.reasons ?? []),
      ...(x.when.about ?? []),
    ]);
    expect(used.filter((code) => !codes.has(code))).toEqual([]);
  });

  it('offers nothing beyond a rep’s own limit', () => {
    for (const { costMinor } of actions) expect(costMinor ?? 0).toBeLessThanOrEqual(playbook.limitMinor);
  });

  // The rules of practice: what each phase shows and hides.
  it.each(each)('%s never says policy, and never what a customer is to us', (_id, p) => {
    expect(allText(p)).not.toMatch(/policy|política|detractor|promot[oe]r/i);
  });

  it.each(each)('%s apologises at the opening alone, and once', (_id, p) => {
    const apology = /\bsorry\b|apolog|lo siento|\bsiento\b|perdon|perdón|disculp/gi;
    for (const language of languages) {
      const times = promptIn(p, language).example.match(apology)?.length ?? 0;
      expect(times).toBeLessThanOrEqual(p.when.phases?.includes('start') ? 1 : 0);
    }
  });

  it.each(each)('%s says “I”, never “we apologise” or “we regret”', (_id, p) => {
    expect(allText(p)).not.toMatch(/\bwe (apologi|are sorry|regret|value)|lamentamos|sentimos/i);
  });

  it.each(each)('%s is not an option in the opening', (_id, p) => {
    if (p.when.phases?.includes('start')) expect(p.step).not.toBe('options');
  });

  it.each(prompts.filter((p) => p.step === 'options' && p.disclosing).map((p) => [p.id, p] as const))(
    '%s gives its choices a time, a day or a sum',
    (_id, p) => {
      for (const language of languages)
        expect(textOf(p, language)).toMatch(/\{(day|time|minutes|sum)\}|today|hoy/);
    },
  );

  // Read aloud, an invented day, sum or name is a lie.
  it.each(each)('%s tells no fact of its own: no figure, day, month, sum, or anybody’s name', (_id, p) => {
    const fact =
      /\d|[€£$%]|\b(one|two|three|four|five|six|seven|eight|nine|ten|half a) (days?|hours?|minutes?|weeks?|calls?)\b|\b(mon|tues|wednes|thurs|fri|satur|sun)day|\b(lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b|\b(january|february|march|april|june|july|august|september|october|november|december)\b|\b(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b|\b(noon|morning|evening at|mediodía|good (afternoon|evening)|buenos días)\b|\b(dos|tres|cuatro|cinco|seis|diez) (días|horas|minutos)\b|\b(free|gratis)\b/i;
    const named = /(?<![.?!:“«¿¡]\s?)(?<=\s)\p{Lu}\p{Ll}+/u;
    for (const language of languages) {
      expect(promptIn(p, language).example).not.toMatch(fact);
      expect(promptIn(p, language).example).not.toMatch(named);
    }
  });

  it('speaks to the customer as usted, and to the rep as tú', () => {
    const toCustomer = /\b(tú|tienes|puedes|quieres|te (llamo|mando)|vosotros)\b/i;
    const toRep =
      /\b(usted|lea|pregunte|explique|diga|quítele|apunte|repita|llame|deje|ponga|nombre usted|sea|ahórrele|asúmalo|póngaselo|repítalo|apúntelo|comprométase|agradezca|escuche|dé|cuente|vuelva|mándelo|despídase|acepte|cúmplalo|añada|empiece|intente|entérese|defienda|corrija|discuta|decida)\b/i;
    for (const p of prompts) {
      const { intent, example } = promptIn(p, 'es');
      expect(example, p.id).not.toMatch(toCustomer);
      expect(intent, p.id).not.toMatch(toRep);
    }
  });
});

describe('a playbook written before this', () => {
  it('still parses, in one language, and speaks that one whatever is asked for', () => {
    const old: Playbook = playbookSchema.parse({
      id: 'default',
      version: 1,
      limitMinor: 5000,
      currency: 'EUR',
      prompts: [
        {
          id: 'listen',
          when: { phases: ['start'], unverified: true },
          intent: 'Listen',
          example: 'Tell me.',
          source: 'X1',
          disclosing: false,
        },
      ],
      actions: [{ code: 'fix', label: 'Fix it', when: {}, costMinor: null, kind: 'repair' }],
    });
    expect(old.prompts.map((p) => promptIn(p, 'es').intent)).toEqual(['Listen']);
    expect(old.actions.map((a) => actionIn(a, 'es'))).toEqual(['Fix it']);
  });
});
