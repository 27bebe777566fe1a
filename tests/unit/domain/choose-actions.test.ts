import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseOffers, fallbackActions, type OfferSituation } from '@/lib/domain/choose-actions';
import { callers, directions, emotions, offerStates } from '@/lib/domain/note';
import { givenMinor } from '@/lib/domain/offer-room';
import { actionKinds, type Playbook, phases, type RescueAction } from '@/lib/domain/playbook';
import { noOfferRules } from '@/tests/support/no-offer-rules';

const NOW = new Date('2026-11-22T13:00:00.000Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();

const codes = ['billing', 'outage', 'staff', 'queue'] as const;
const someCodes = fc.array(fc.constantFrom(...codes), { maxLength: 3 });
const actionCode = fc.constantFrom('v', 'w', 'x', 'y', 'z');
const amount = fc.option(fc.nat(3000));
const approvalId = fc.option(fc.constant('019ab000-0000-7000-8000-0000000000d1'));
const state = fc.constantFrom(...offerStates);
const condition = fc.record({ reasons: someCodes }, { requiredKeys: [] });

const playbooks: fc.Arbitrary<Playbook> = fc
  .record({
    limitMinor: fc.nat(5000),
    limitPerDayMinor: fc.option(fc.nat(9000)),
    limitPerCustomerMinor: fc.option(fc.nat(9000)),
    customerDays: fc.integer({ min: 1, max: 90 }),
    reofferDays: fc.nat(60),
    losses: fc.constant({ billing: 'money', outage: 'time', staff: 'treatment', queue: 'process' } as const),
    actions: fc.uniqueArray(
      fc.record({
        code: actionCode,
        label: fc.constant(''),
        when: condition,
        costMinor: fc.option(fc.nat(8000)),
        kind: fc.constantFrom(...actionKinds),
        fallback: fc.boolean(),
        macro: fc.constant(null),
      }),
      { maxLength: 5, selector: (a) => a.code },
    ),
  })
  .map((p) => ({ ...noOfferRules, id: 'p', version: 1, currency: 'GBP', prompts: [], ...p }));

const noCard = {
  score: null,
  contacts90: 0,
  brokenPromises: 0,
  lastReasons: [],
  complaintOpen: false,
  supportNeeded: false,
  doNotContact: false,
};

const situations: fc.Arbitrary<OfferSituation> = fc.record({
  level: fc.constantFrom('at-risk', 'watch', 'ok', 'unknown'),
  phase: fc.constantFrom(...phases),
  caller: fc.constantFrom(...callers),
  card: fc.option(
    fc.record({
      score: fc.constant(null),
      contacts90: fc.nat(8),
      brokenPromises: fc.nat(2),
      lastReasons: someCodes,
      complaintOpen: fc.boolean(),
      supportNeeded: fc.boolean(),
      doNotContact: fc.boolean(),
    }),
  ),
  direction: fc.constantFrom(...directions),
  contactReason: fc.option(fc.constantFrom(...codes)),
  emotion: fc.option(fc.constantFrom(...emotions)),
  reasons: someCodes,
  rootReason: fc.option(fc.constantFrom(...codes)),
  complaint: fc.boolean(),
  dispute: fc.boolean(),
  supportNeeded: fc.boolean(),
  offers: fc.array(fc.record({ actionCode, amountMinor: amount, state, approvalId }), { maxLength: 3 }),
  earlier: fc.array(
    fc.record({ actionCode, amountMinor: amount, state, approvalId, at: fc.nat(200).map(daysAgo) }),
    { maxLength: 4 },
  ),
  today: fc.option(fc.nat(9000)),
  ...{ dismissed: fc.constant([]), handedOver: fc.boolean() },
  ...{ underWay: fc.boolean(), promisedAnew: fc.boolean(), notesHere: fc.boolean() },
  now: fc.constant(NOW),
});

const action = (code: string, more: Partial<RescueAction> = {}): RescueAction => ({
  ...{ code, label: code, when: {}, costMinor: null, kind: 'repair', fallback: false, macro: null },
  ...more,
});
const book = (actions: RescueAction[], rules: Partial<Playbook> = {}): Playbook => ({
  ...noOfferRules,
  ...{ id: 'p', version: 1, limitMinor: 2000, currency: 'GBP', prompts: [], actions, ...rules },
});
const calm: OfferSituation = {
  ...{ level: 'at-risk', phase: 'during', caller: 'customer', card: { ...noCard, lastReasons: ['outage'] } },
  ...{ direction: 'inbound', contactReason: null, emotion: null, notesHere: true, promisedAnew: false },
  ...{ reasons: [], rootReason: null, complaint: false, dispute: false, supportNeeded: false },
  ...{ offers: [], earlier: [], today: 0, dismissed: [], handedOver: false, underWay: false, now: NOW },
};
const choose = (p: Playbook, s: Partial<OfferSituation> = {}) => chooseOffers(p, { ...calm, ...s });
const openCodes = (p: Playbook, s: Partial<OfferSituation> = {}) => choose(p, s).open.map((a) => a.code);

describe('in any playbook and any situation', () => {
  it('a caller who isn’t verified is offered nothing, and nothing can be asked for them', () => {
    fc.assert(
      fc.property(playbooks, situations, fc.constantFrom('unverified', 'other'), (playbook, s, caller) => {
        const { open, beyond, again } = chooseOffers(playbook, { ...s, caller });
        expect([...open, ...beyond, ...again, ...fallbackActions(playbook, { ...s, caller })]).toEqual([]);
      }),
    );
  });

  it.each<[string, Partial<OfferSituation>, Partial<NonNullable<OfferSituation['card']>>, string]>([
    ['the note is a complaint', { complaint: true }, {}, 'complaint'],
    ['the card has a complaint open', {}, { complaintOpen: true }, 'complaint'],
    ['the note says that they dispute it', { dispute: true }, {}, 'dispute'],
    ['the note says that support is needed', { supportNeeded: true }, {}, 'support'],
    ['the card says that support is needed', {}, { supportNeeded: true }, 'support'],
    ['the customer wants no contact', {}, { doNotContact: true }, 'do-not-contact'],
  ])(
    'nothing is offered, asked for or fallen back on to keep the customer when %s',
    (_, said, flags, why) => {
      fc.assert(
        fc.property(playbooks, situations, (playbook, s) => {
          const now = { ...s, ...said, card: { ...(s.card ?? noCard), ...flags } };
          const { open, beyond, again, off } = chooseOffers(playbook, now);
          const all = [...open, ...beyond, ...again.map((a) => a.action), ...fallbackActions(playbook, now)];
          expect(all.some((a) => a.kind === 'retention')).toBe(false);
          expect(off).toContain(why);
        }),
      );
    },
  );

  it('one more offer never goes over a limit of the call, the day or the customer', () => {
    fc.assert(
      fc.property(playbooks, situations, (playbook, s) => {
        const given = givenMinor(s.offers);
        for (const { costMinor } of chooseOffers(playbook, s).open) {
          // What costs nothing adds nothing.
          if (!costMinor) continue;
          expect(given + costMinor).toBeLessThanOrEqual(playbook.limitMinor);
          if (s.today !== null && playbook.limitPerDayMinor !== null)
            expect(s.today + given + costMinor).toBeLessThanOrEqual(playbook.limitPerDayMinor);
          if (playbook.limitPerCustomerMinor !== null) {
            const lately = s.earlier.filter((o) => o.at > daysAgo(playbook.customerDays));
            expect(givenMinor(lately) + given + costMinor).toBeLessThanOrEqual(
              playbook.limitPerCustomerMinor,
            );
          }
        }
      }),
    );
  });

  it('nothing is lost: what fits is open, beyond the limit, not again so soon, or in the note', () => {
    fc.assert(
      fc.property(playbooks, situations, (playbook, s) => {
        const verified = { ...s, caller: 'customer' as const };
        const { open, beyond, again, off } = chooseOffers(playbook, verified);
        const found = [...open, ...beyond, ...again.map((a) => a.action)];
        const calledAbout = s.reasons.length === 0 && s.contactReason !== null ? [s.contactReason] : [];
        const heard = [...s.reasons, ...calledAbout, ...(s.card?.lastReasons ?? [])];
        const fits = playbook.actions.filter(
          (a) =>
            (!a.when.reasons || a.when.reasons.some((r) => heard.includes(r))) &&
            !(a.kind === 'retention' && off.length > 0) &&
            !s.offers.some((o) => o.actionCode === a.code && o.state !== 'declined'),
        );
        expect(found.map((a) => a.code).sort()).toEqual(fits.map((a) => a.code).sort());
      }),
    );
  });
});

describe('what fits the loss comes first', () => {
  const losses = { billed: 'money', late: 'time', rude: 'treatment', queue: 'process' } as const;
  const all = [
    action('keep', { kind: 'retention' }),
    action('explain', { kind: 'explanation' }),
    action('fast', { kind: 'speed' }),
    action('fix', { kind: 'repair' }),
    action('back', { kind: 'refund' }),
  ];
  it.each<[string, Partial<OfferSituation>, string[]]>([
    [
      'money: the refund, then the repair',
      { reasons: ['billed'] },
      ['back', 'fix', 'explain', 'fast', 'keep'],
    ],
    ['time: the repair, then the refund', { reasons: ['late'] }, ['fix', 'back', 'fast', 'explain', 'keep']],
    ['treatment: who, when and why', { reasons: ['rude'] }, ['explain', 'fast', 'fix', 'back', 'keep']],
    ['a slow process: speed', { reasons: ['queue'] }, ['fast', 'explain', 'fix', 'back', 'keep']],
    [
      'the root before what was said first',
      { rootReason: 'billed', reasons: ['rude'] },
      ['back', 'fix', 'explain', 'fast', 'keep'],
    ],
    ['else what they called about', { contactReason: 'rude' }, ['explain', 'fast', 'fix', 'back', 'keep']],
    [
      'what is known where nothing was said',
      { card: { ...noCard, lastReasons: ['queue'] } },
      ['fast', 'explain', 'fix', 'back', 'keep'],
    ],
    ['nothing lost: as the playbook says', { card: null }, ['keep', 'explain', 'fast', 'fix', 'back']],
  ])('%s', (_, s, expected) => expect(openCodes(book(all, { losses }), s)).toEqual(expected));
});

describe('limits', () => {
  const priced = [action('ten', { costMinor: 1000 }), action('twenty', { costMinor: 2000 })];
  const gave = (amountMinor: number, more = {}) =>
    ({ actionCode: 'other', amountMinor, state: 'accepted', approvalId: null, ...more }) as const;
  it.each<[string, Partial<Playbook>, Partial<OfferSituation>, string[], object]>([
    ['the call’s', {}, { offers: [gave(1000)] }, ['ten'], { left: 1000, of: 2000, by: 'call' }],
    [
      'given back by a no',
      {},
      { offers: [gave(1000, { state: 'declined' })] },
      ['ten', 'twenty'],
      { left: 2000 },
    ],
    [
      'not touched by what a supervisor allowed',
      {},
      { offers: [gave(9000, { approvalId: 'a' })] },
      ['ten', 'twenty'],
      { left: 2000 },
    ],
    ['the day’s', { limitPerDayMinor: 3000 }, { today: 1500 }, ['ten'], { left: 1500, of: 3000, by: 'day' }],
    [
      'the day’s where nobody knows it',
      { limitPerDayMinor: 3000 },
      { today: null },
      ['ten', 'twenty'],
      { by: 'call' },
    ],
    [
      'the customer’s',
      { limitPerCustomerMinor: 2500 },
      { earlier: [{ ...gave(1500), at: daysAgo(89) }] },
      ['ten'],
      { left: 1000, of: 2500, by: 'customer' },
    ],
    [
      'the customer’s, of long ago',
      { limitPerCustomerMinor: 2500 },
      { earlier: [{ ...gave(2000), at: daysAgo(91) }] },
      ['ten', 'twenty'],
      { left: 2000 },
    ],
  ])('%s', (_, rules, s, codes, room) => {
    const chosen = choose(book(priced, rules), s);
    expect(chosen.open.map((a) => a.code)).toEqual(codes);
    expect(chosen.room).toMatchObject(room);
    expect(chosen.beyond.map((a) => a.code)).toEqual(['ten', 'twenty'].filter((c) => !codes.includes(c)));
  });
});

describe('what was declined or given lately', () => {
  const fix = action('fix', { costMinor: 100 });
  const p = book([fix], { reofferDays: 30 });
  const once = (state: (typeof offerStates)[number], days: number) =>
    ({ actionCode: 'fix', amountMinor: null, state, approvalId: null, at: daysAgo(days) }) as const;
  it.each<[string, OfferSituation['earlier'], string | null]>([
    ['declined', [once('declined', 29)], 'declined'],
    ['accepted', [once('accepted', 29)], 'accepted'],
    ['done', [once('done', 1)], 'done'],
    ['declined, then given', [once('done', 1), once('declined', 9)], 'done'],
    ['left open', [once('offered', 1)], null],
    ['longer ago than the days that count', [once('declined', 31)], null],
  ])('%s', (_, earlier, was) => {
    const { open, again } = choose(p, { earlier });
    expect(again.map((a) => a.was)).toEqual(was === null ? [] : [was]);
    expect(open).toHaveLength(was === null ? 1 : 0);
  });

  it('in this very call', () => {
    const offers = [{ actionCode: 'fix', amountMinor: null, state: 'declined', approvalId: null } as const];
    expect(choose(p, { offers }).again).toMatchObject([{ was: 'declined' }]);
    expect(openCodes(book([fix]), { offers })).toEqual(['fix']);
  });

  it('wears out what costs something or keeps a customer, not a call back or an explanation', () => {
    const again = (change: Partial<RescueAction>) =>
      choose(book([action('fix', change)], { reofferDays: 30 }), { earlier: [once('done', 1)] }).again.length;
    expect(again({ costMinor: 100 })).toBe(1);
    expect(again({ kind: 'retention' })).toBe(1);
    expect(again({ kind: 'explanation' })).toBe(0);
  });
});

it('what was approved beforehand may cost more than the limit, and is kept back like the rest otherwise', () => {
  const dear = action('dear', { costMinor: 9000, fallback: true });
  const keep = action('keep', { costMinor: 9000, fallback: true, kind: 'retention' });
  const p = book([dear, keep, action('plain')]);
  expect(fallbackActions(p, calm).map((a) => a.code)).toEqual(['dear', 'keep']);
  expect(fallbackActions(p, { ...calm, complaint: true }).map((a) => a.code)).toEqual(['dear']);
});
