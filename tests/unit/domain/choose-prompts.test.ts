import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choosePrompts, type Situation } from '@/lib/domain/choose-prompts';
import { callers, directions, emotions, offerStates } from '@/lib/domain/note';
import { type Playbook, type Prompt, phases } from '@/lib/domain/playbook';
import { noOfferRules } from '@/tests/support/no-offer-rules';

const codes = ['billing', 'outage', 'staff', 'delivery'] as const;
const levels = ['at-risk', 'watch', 'ok', 'unknown'] as const;

const someCodes = fc.array(fc.constantFrom(...codes), { maxLength: 3 });
const someTimes = { requiredKeys: [] };
const condition = fc.record(
  {
    levels: fc.array(fc.constantFrom(...levels), { minLength: 1 }),
    phases: fc.array(fc.constantFrom(...phases), { minLength: 1 }),
    reasons: someCodes,
    minContacts90: fc.nat(5),
    brokenPromise: fc.boolean(),
    toldUs: fc.boolean(),
    handedOver: fc.boolean(),
    underWay: fc.boolean(),
    promisedAnew: fc.boolean(),
    notesHere: fc.boolean(),
    about: someCodes,
    verified: fc.boolean(),
    direction: fc.constantFrom(...directions),
    emotions: fc.array(fc.constantFrom(...emotions), { minLength: 1 }),
    complaint: fc.boolean(),
    dispute: fc.boolean(),
    supportNeeded: fc.boolean(),
  },
  someTimes,
);

const playbooks: fc.Arbitrary<Playbook> = fc
  .record({
    id: fc.constant('p'),
    version: fc.constant(1),
    limitMinor: fc.nat(5000),
    currency: fc.constant('GBP'),
    prompts: fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        when: condition,
        intent: fc.constant('Greet warmly'),
        example: fc.constant(''),
        source: fc.constant(''),
        disclosing: fc.boolean(),
        retention: fc.boolean(),
      }),
      { maxLength: 8 },
    ),
    actions: fc.constant<Playbook['actions']>([]),
  })
  .map((p) => ({ ...noOfferRules, ...p }));

const gave = (value: number) =>
  ({ value, at: '2026-10-01T09:00:00.000Z', kind: 'relational', mode: 'web' }) as const;

const situations: fc.Arbitrary<Situation> = fc.record({
  level: fc.constantFrom(...levels),
  phase: fc.constantFrom(...phases),
  caller: fc.constantFrom(...callers),
  card: fc.option(
    fc.record({
      score: fc.option(fc.nat(10).map(gave)),
      contacts90: fc.nat(8),
      brokenPromises: fc.nat(2),
      lastReasons: someCodes,
      complaintOpen: fc.boolean(),
      supportNeeded: fc.boolean(),
      doNotContact: fc.boolean(),
    }),
  ),
  reasons: someCodes,
  direction: fc.constantFrom(...directions),
  contactReason: fc.option(fc.constantFrom(...codes)),
  emotion: fc.option(fc.constantFrom(...emotions)),
  complaint: fc.boolean(),
  dispute: fc.boolean(),
  supportNeeded: fc.boolean(),
  offers: fc.array(
    fc.record({ amountMinor: fc.option(fc.nat(3000)), state: fc.constantFrom(...offerStates) }),
    { maxLength: 3 },
  ),
  dismissed: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
  handedOver: fc.boolean(),
  underWay: fc.boolean(),
  promisedAnew: fc.boolean(),
  notesHere: fc.boolean(),
});

const noCard = {
  score: null,
  contacts90: 0,
  brokenPromises: 0,
  lastReasons: [],
  complaintOpen: false,
  supportNeeded: false,
  doNotContact: false,
};

const calm: Situation = {
  level: 'at-risk',
  phase: 'during',
  caller: 'customer',
  card: { ...noCard, contacts90: 2, lastReasons: ['outage'] },
  direction: 'inbound',
  reasons: [],
  contactReason: null,
  emotion: null,
  complaint: false,
  dispute: false,
  supportNeeded: false,
  offers: [],
  dismissed: [],
  handedOver: false,
  underWay: false,
  promisedAnew: false,
  notesHere: true,
};

const prompt = (id: string, more: Partial<Prompt> = {}): Prompt => ({
  id,
  when: {},
  intent: '',
  example: '',
  source: '',
  disclosing: false,
  ...more,
});
const book = (prompts: Prompt[]): Playbook => ({
  ...noOfferRules,
  id: 'p',
  version: 1,
  limitMinor: 2000,
  currency: 'GBP',
  prompts,
  actions: [],
});

const promptIds = (p: Playbook, s: Partial<Situation>) =>
  choosePrompts(p, { ...calm, ...s }).map((x) => x.id);
describe('in any playbook and any situation', () => {
  it('a caller who isn’t verified hears of nothing', () => {
    fc.assert(
      fc.property(playbooks, situations, fc.constantFrom('unverified', 'other'), (playbook, s, caller) => {
        expect(choosePrompts(playbook, { ...s, caller }).some((p) => p.disclosing)).toBe(false);
      }),
    );
  });

  it('there are at most two prompts, none of them dismissed, in the playbook’s order', () => {
    fc.assert(
      fc.property(playbooks, situations, (playbook, s) => {
        const chosen = choosePrompts(playbook, s);
        expect(chosen.length).toBeLessThanOrEqual(2);
        expect(chosen.some((p) => s.dismissed.includes(p.id))).toBe(false);
        const places = chosen.map((p) => playbook.prompts.indexOf(p));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });

  it.each<[string, Partial<Situation>, Partial<NonNullable<Situation['card']>>]>([
    ['the note is a complaint', { complaint: true }, {}],
    ['something is in dispute', { dispute: true }, {}],
    ['the rep says that support is needed', { supportNeeded: true }, {}],
    ['the card has a complaint open', {}, { complaintOpen: true }],
    ['support is needed', {}, { supportNeeded: true }],
    ['the customer wants no contact', {}, { doNotContact: true }],
  ])('no offer to keep the customer is spoken of when %s', (_what, said, flags) => {
    fc.assert(
      fc.property(playbooks, situations, (playbook, s) => {
        const card = { ...(s.card ?? noCard), ...flags };
        const now = { ...s, ...said, card };
        expect(choosePrompts(playbook, now).some((p) => p.retention)).toBe(false);
      }),
    );
  });
});

describe('prompts', () => {
  it('that disclose come with a verified caller', () => {
    const p = book([prompt('score', { disclosing: true }), prompt('greet'), prompt('listen')]);
    expect(promptIds(p, { caller: 'unverified' })).toEqual(['greet', 'listen']);
    expect(promptIds(p, { caller: 'other' })).toEqual(['greet', 'listen']);
    expect(promptIds(p, { caller: 'customer' })).toEqual(['score', 'greet']);
    expect(promptIds(p, { caller: 'authorised' })).toEqual(['score', 'greet']);
  });

  it.each(['complaint', 'dispute', 'supportNeeded'])('that speak of an offer to stay go with %s', (flag) => {
    const p = book([prompt('stay', { retention: true }), prompt('listen')]);
    expect(promptIds(p, {})).toEqual(['stay', 'listen']);
    expect(promptIds(p, { [flag]: true })).toEqual(['listen']);
  });

  it('make room for the next when dismissed', () => {
    const p = book([prompt('a'), prompt('b'), prompt('c')]);
    expect(promptIds(p, { dismissed: ['a'] })).toEqual(['b', 'c']);
    expect(promptIds(p, { dismissed: ['a', 'b', 'c'] })).toEqual([]);
  });

  it.each<[string, Prompt['when'], Partial<Situation>, boolean]>([
    ['level', { levels: ['at-risk'] }, {}, true],
    ['another level', { levels: ['ok', 'watch'] }, {}, false],
    ['phase', { phases: ['during', 'wrap'] }, {}, true],
    ['another phase', { phases: ['start'] }, {}, false],
    ['a reason on the card', { reasons: ['outage'] }, {}, true],
    ['a reason in the note', { reasons: ['billing'] }, { reasons: ['billing'] }, true],
    ['no such reason', { reasons: ['billing'] }, {}, false],
    ['contacts enough', { minContacts90: 2 }, {}, true],
    ['too few contacts', { minContacts90: 3 }, {}, false],
    ['no card, no contacts', { minContacts90: 1 }, { card: null }, false],
    ['no broken promise', { brokenPromise: true }, {}, false],
    ['two conditions of which one fails', { levels: ['at-risk'], phases: ['start'] }, {}, false],
    ['what was called about', { about: ['billing'] }, { contactReason: 'billing' }, true],
    ['what they are unhappy with', { about: ['billing'] }, { reasons: ['staff', 'billing'] }, true],
    ['what only the card knows, as said in the call', { about: ['outage'] }, {}, false],
    ['the way of the call', { direction: 'outreach' }, { direction: 'outreach' }, true],
    ['the other way', { direction: 'outreach' }, {}, false],
    ['one of the emotions heard', { emotions: ['calm', 'angry'] }, { emotion: 'angry' }, true],
    ['another emotion', { emotions: ['calm', 'angry'] }, { emotion: 'anxious' }, false],
    ['an emotion that nobody heard', { emotions: ['calm'] }, {}, false],
    ['the note’s complaint', { complaint: true }, { complaint: true }, true],
    ['a complaint of before alone', { complaint: true }, { card: { ...noCard, complaintOpen: true } }, false],
    ['no complaint', { complaint: true }, {}, false],
    ['a dispute', { dispute: true }, { dispute: true }, true],
    ['no dispute', { dispute: true }, { complaint: true }, false],
    ['support needed, as the rep says', { supportNeeded: true }, { supportNeeded: true }, true],
    [
      'support needed, as the card says',
      { supportNeeded: true },
      { card: { ...noCard, supportNeeded: true } },
      true,
    ],
    ['no support needed', { supportNeeded: true }, {}, false],
    ['a verified caller', { verified: true }, { caller: 'authorised' }, true],
    ['a caller who isn’t', { verified: true }, { caller: 'other' }, false],
    ['a colleague’s handing over', { handedOver: true }, { handedOver: true }, true],
    ['nobody’s handing over', { handedOver: true }, {}, false],
    ['being handed over by none', { handedOver: false }, {}, true],
    ['being handed over after all', { handedOver: false }, { handedOver: true }, false],
    ['a call that has just begun', { underWay: false }, { phase: 'start' }, true],
    ['one that is under way', { underWay: false }, { phase: 'start', underWay: true }, false],
    ['one that taps have moved on', { underWay: false }, { phase: 'during' }, false],
    ['one that a colleague’s taps had moved on', { underWay: false }, { handedOver: true }, true],
    ['being under way', { underWay: true }, { phase: 'start', underWay: true }, true],
    ['a promise with a new day', { promisedAnew: true }, { promisedAnew: true }, true],
    ['one that has none', { promisedAnew: true }, {}, false],
    [
      'a new day of which nobody may hear yet',
      { promisedAnew: true },
      { promisedAnew: true, caller: 'other' },
      false,
    ],
    ['the old day, where there is a new one', { promisedAnew: false }, { promisedAnew: true }, false],
    ['notes that can be read', { notesHere: true }, {}, true],
    ['notes that are not here', { notesHere: true }, { notesHere: false }, false],
    ['a contact of before', { toldUs: true }, { card: { ...noCard, contacts90: 1 } }, true],
    ['a promise that wasn’t kept', { toldUs: true }, { card: { ...noCard, brokenPromises: 1 } }, true],
    ['a reason of before', { toldUs: true }, { card: { ...noCard, lastReasons: ['staff'] } }, true],
    ['an unhappy answer', { toldUs: true }, { card: { ...noCard, score: gave(6) } }, true],
    ['an answer that complains of nothing', { toldUs: true }, { card: { ...noCard, score: gave(7) } }, false],
    ['having told us nothing', { toldUs: true }, { card: noCard }, false],
    ['being unknown to us', { toldUs: false }, { card: null }, true],
    ['being known to us', { toldUs: false }, {}, false],
    ['what may be said to nobody yet', { toldUs: true }, { caller: 'unverified' }, false],
    ['that nothing may be said yet', { toldUs: false }, { caller: 'unverified' }, true],
  ])('by %s', (_what, when, s, shown) => {
    expect(promptIds(book([prompt('it', { when })]), s)).toEqual(shown ? ['it'] : []);
  });

  it('know of support needed on the card only with a verified caller', () => {
    const p = book([prompt('it', { when: { supportNeeded: true } })]);
    const card = { ...noCard, supportNeeded: true };
    expect(promptIds(p, { caller: 'unverified', card })).toEqual([]);
  });
});
