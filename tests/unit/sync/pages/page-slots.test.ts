import { beforeEach, describe, expect, it } from 'vitest';
import { badgeOf } from '@/lib/sync/pages/page-reports';
import { createPageWorld, mail, ORIGIN, phone, TAB, type World } from './page-world';

let world: World;
let siteAnswers: ReturnType<typeof createPageWorld>['siteAnswers'];
let tabs: ReturnType<typeof createPageWorld>['tabs'];
let slots: ReturnType<typeof createPageWorld>['slots'];
let saysNew: ReturnType<typeof createPageWorld>['saysNew'];
let shows: ReturnType<typeof createPageWorld>['shows'];
let showsAs: ReturnType<typeof createPageWorld>['showsAs'];
beforeEach(() => {
  ({ world, siteAnswers, tabs, slots, saysNew, shows, showsAs } = createPageWorld());
});

describe('this page', () => {
  it('is the customer to whom everything on it leads, however it is spelled there', async () => {
    await shows('A', [mail('Marta@Example.com '), phone('020 7946 0202')]);
    expect(await slots.of(TAB)).toMatchObject({
      ...{ state: 'customer', key: 'A', name: 'Name of A', card: { number: 1 } },
      customer: { cardNumber: 1, identifiers: [{ value: 'marta@example.com' }, { value: '+442079460202' }] },
    });
  });

  it('is nobody from the moment its site’s permission is withdrawn, in the panel and for a call too', async () => {
    await shows('A', [mail('marta@example.com')]);
    world.withdrawn.add(ORIGIN);
    expect(await slots.of(TAB)).toEqual({ state: 'blank' });
    expect(await slots.ofKey(TAB, 'A')).toEqual({ state: 'blank' });
  });

  it('is not looked up while its tab has named too many, and still saves the note that is on', async () => {
    await shows('A', [mail('marta@example.com')]);
    world.over = true;
    expect(await slots.of(TAB)).toEqual({ state: 'paused' });
    expect((await slots.ofKey(TAB, 'A')).state).toBe('customer');
  });

  it('is asked about when a phone fits several, until the rep has chosen one of them', async () => {
    await shows('A', [phone('+44 20 7946 0202')]);
    expect(await slots.of(TAB)).toMatchObject({
      ...{ state: 'choose', why: 'shared-identifier' },
      candidates: [{ card: { number: 1 }, foundBy: ['phone'] }, { card: { number: 2 } }],
    });
    await tabs.choose(TAB, { key: 'A', cardNumber: 3 });
    expect((await slots.of(TAB)).state).toBe('choose');
    await tabs.choose(TAB, { key: 'A', cardNumber: 2 });
    expect(await slots.of(TAB)).toMatchObject({ state: 'customer', customer: { cardNumber: 2 } });
    await shows('B', [phone('+44 20 7946 0202')]);
    expect((await slots.of(TAB)).state).toBe('choose');
  });

  it('says how the account number ends of whom the rep chose among others of one name, and of nobody else', async () => {
    world.named = new Map([
      [1, { name: 'Vera Holm', accountEnd: '01' }],
      [2, { name: 'Vera Holm', accountEnd: '22' }],
    ]);
    await shows('A', [phone('+44 20 7946 0202')]);
    await tabs.choose(TAB, { key: 'A', cardNumber: 2 });
    expect(await slots.of(TAB)).toMatchObject({ state: 'customer', accountEnd: '22' });
    world.named.set(1, { name: 'Nils Holm', accountEnd: '01' });
    expect(await slots.of(TAB)).toMatchObject({ state: 'customer', accountEnd: '' });
    await shows('B', [mail('marta@example.com')]);
    expect(await slots.of(TAB)).toMatchObject({ state: 'customer', accountEnd: '' });
  });

  it('is someone new when the rep says so, and then takes nothing of the one whose phone stands there', async () => {
    await shows('A', [mail('new@example.com'), phone('+44 20 7946 0303')]);
    expect(await slots.of(TAB)).toMatchObject({ state: 'choose', why: 'only-phone-fits' });
    await saysNew('A');
    expect(await slots.of(TAB)).toMatchObject({ state: 'customer', key: 'A', card: null });
    const slot = await slots.of(TAB);
    expect(slot.state === 'customer' && slot.customer).toEqual({
      cardNumber: null,
      identifiers: [{ kind: 'email', value: 'new@example.com' }],
    });
    await shows('B', [phone('+44 20 7946 0202')]);
    await saysNew('B');
    world.answer = 'B';
    expect((await slots.of(TAB)).state).toBe('choose');
  });

  it('takes into a note only what leads to the customer who was chosen', async () => {
    await shows('A', [mail('marta@example.com'), mail('jan@example.com')]);
    await tabs.choose(TAB, { key: 'A', cardNumber: 2 });
    const slot = await slots.of(TAB);
    expect(slot.state === 'customer' && slot.customer.identifiers).toEqual([
      { kind: 'email', value: 'jan@example.com' },
    ]);
  });

  it('is a customer without a card where the store has none, and nobody where nothing can be read', async () => {
    await shows('A', [mail('new@example.com')]);
    expect(await slots.of(TAB)).toMatchObject({
      state: 'customer',
      card: null,
      customer: { cardNumber: null },
    });
    await shows('B', [mail('not an address'), phone('x')]);
    expect(await slots.of(TAB)).toEqual({ state: 'nobody', of: { key: 'B', name: '', why: 'unread' } });
  });

  it('has a customer to write notes about, and no card, while the keys are forgotten', async () => {
    world.unlocked = false;
    await shows('A', [mail('marta@example.com')]);
    expect(await slots.of(TAB)).toMatchObject({
      ...{ state: 'customer', card: null },
      customer: { cardNumber: null, identifiers: [{ value: 'marta@example.com' }] },
    });
  });

  it.each(['keys', 'cards'] as const)(
    'is a customer whose data is damaged, and not one unknown, where the %s can’t be read',
    async (kind) => {
      world.damaged = kind;
      await shows('A', [mail('marta@example.com')]);
      const number = kind === 'cards' ? 1 : null;
      expect(await slots.of(TAB)).toMatchObject({
        ...{ state: 'customer', card: null, damaged: true },
        customer: { cardNumber: number, identifiers: [{ value: 'marta@example.com' }] },
      });
      world.damaged = null;
      expect(await slots.of(TAB)).toMatchObject({ card: { number: 1 }, damaged: false });
    },
  );

  it('is simply unknown where other cards are damaged', async () => {
    world.damaged = 'cards';
    await shows('A', [mail('new@example.com')]);
    expect(await slots.of(TAB)).toMatchObject({ state: 'customer', card: null, damaged: false });
  });

  it('is blank while in doubt, and asks the page itself to end the doubt', async () => {
    await shows('A', [mail('marta@example.com')]);
    world.answer = undefined;
    await tabs.recheck(TAB);
    expect(await slots.of(TAB)).toEqual({ state: 'blank' });
    world.answer = 'A';
    expect((await slots.of(TAB)).state).toBe('customer');
  });

  it('is whom a slow page reported while it didn’t answer, once it does', async () => {
    await shows('A', [mail('marta@example.com')]);
    world.answer = undefined;
    await tabs.recheck(TAB);
    await shows('B', [mail('jan@example.com')]);
    expect(await slots.of(TAB)).toEqual({ state: 'blank' });
    world.answer = 'B';
    expect(await slots.of(TAB)).toMatchObject({ state: 'customer', key: 'B' });
  });

  it('remembers who stood there a moment ago, by key, and makes no one up', async () => {
    await shows('A', [mail('marta@example.com')]);
    await shows('B', [mail('jan@example.com')]);
    expect(await slots.ofKey(TAB, 'A')).toMatchObject({ customer: { cardNumber: 1 } });
    expect(await slots.ofKey(TAB, 'C')).toEqual({ state: 'blank' });
    expect(await slots.of(5)).toEqual({ state: 'blank' });
  });
});

describe('the badge', () => {
  it.each([
    ['at risk', [mail('marta@example.com')], true, 'at-risk'],
    ['unknown to the store', [mail('new@example.com')], true, 'unknown'],
    ['several', [phone('+442079460202')], true, 'ask'],
    ['anyone, while the keys are forgotten', [mail('marta@example.com')], false, null],
    ['nobody', [mail('?')], true, null],
  ])('for %s', async (_, person, keysAreHere, badge) => {
    world.unlocked = keysAreHere;
    await shows('A', person);
    expect(badgeOf(await slots.of(TAB), world.unlocked)).toBe(badge);
  });
});

describe('a page on a site that nobody has seen to be read rightly', () => {
  const likely = () => showsAs('likely', 'A', [[mail('marta@example.com')]]);

  it('shows the customer with the question whether that is right, and after a yes without it', async () => {
    await likely();
    expect(await slots.of(TAB)).toMatchObject({ state: 'customer', card: { number: 1 }, askSite: true });
    await siteAnswers.answer(ORIGIN, 'demo', true);
    expect(await slots.of(TAB)).toMatchObject({ state: 'customer', card: { number: 1 }, askSite: false });
  });

  it('shows nobody after a no, until the answer is taken back', async () => {
    await likely();
    await siteAnswers.answer(ORIGIN, 'demo', false);
    expect(await slots.of(TAB)).toEqual({ state: 'nobody', of: { key: 'A', name: '', why: 'misread' } });
    await siteAnswers.answer(ORIGIN, 'demo', null);
    expect(await slots.of(TAB)).toMatchObject({ state: 'customer', askSite: true });
  });

  it.each([
    ['another site', 'https://other.example', 'demo'],
    ['another adapter', ORIGIN, 'other'],
  ])('is asked about whatever was said of %s', async (_, origin, adapter) => {
    await likely();
    await siteAnswers.answer(origin, adapter, true);
    expect(await slots.of(TAB)).toMatchObject({ state: 'customer', askSite: true });
  });

  it('is never asked about where the adapter was seen to be right', async () => {
    await siteAnswers.answer(ORIGIN, 'demo', false);
    await shows('A', [mail('marta@example.com')]);
    expect(await slots.of(TAB)).toMatchObject({ state: 'customer', askSite: false });
  });
});

describe('a page that was not taught, on a site that was', () => {
  const likely = (key: string) => showsAs('likely', key, [[mail('marta@example.com')]], 'generic');
  const misread = { state: 'nobody', of: { key: 'A', name: '', why: 'misread' } };
  const unread = { state: 'nobody', of: { key: 'B', name: '', why: 'unread' } };

  it('asks once whether it is right, whatever was said before it was taught, and never which of them', async () => {
    await likely('A');
    await siteAnswers.answer(ORIGIN, 'generic', false);
    expect(await slots.of(TAB)).toMatchObject({ state: 'choose' });
    world.taught = true;
    expect(await slots.of(TAB)).toMatchObject({ state: 'customer', askSite: true });
    await siteAnswers.answer(ORIGIN, 'generic', true);
    expect(await slots.of(TAB)).toMatchObject({ state: 'customer', askSite: false });
  });

  it('shows nobody after a no, which can be taken back on the page of which it was said', async () => {
    world.taught = true;
    await likely('A');
    await siteAnswers.answer(ORIGIN, 'generic', false);
    await tabs.choose(TAB, { key: 'A', cardNumber: null, misread: true });
    expect(await slots.of(TAB)).toEqual(misread);
    await likely('B');
    expect(await slots.of(TAB)).toEqual(unread);
  });
});

describe('a page that may be about somebody', () => {
  const doubtful = () => showsAs('doubtful', 'A', [[mail('marta@example.com')]]);

  it('is always asked about, though one customer fits', async () => {
    await doubtful();
    expect(await slots.of(TAB)).toMatchObject({
      ...{ state: 'choose', why: 'unsure' },
      candidates: [{ card: { number: 1 }, foundBy: ['email'] }],
    });
    await tabs.choose(TAB, { key: 'A', cardNumber: 1 });
    expect(await slots.of(TAB)).toMatchObject({ state: 'customer', customer: { cardNumber: 1 } });
  });

  it('is someone new when the rep says that it is none of them, until they take that back', async () => {
    await doubtful();
    await saysNew('A');
    const of = { key: 'A', name: 'Name of A', why: 'newcomer' };
    expect(await slots.of(TAB)).toEqual({ state: 'nobody', of });
    await tabs.chooseAgain(TAB, 'A');
    expect(await slots.of(TAB)).toMatchObject({ state: 'choose', why: 'unsure' });
  });

  it('begins a note for someone new by what stands there of one whom nobody knows', async () => {
    await showsAs('doubtful', 'A', [[mail('marta@example.com')], [mail('new@example.com')]]);
    await saysNew('A');
    expect(await slots.of(TAB)).toMatchObject({
      ...{ state: 'customer', card: null, newcomer: true, askSite: false },
      customer: { cardNumber: null, identifiers: [{ value: 'new@example.com' }] },
    });
  });

  it('names nobody where the rep said that the page is read wrongly, nor where it leads to none', async () => {
    await siteAnswers.answer(ORIGIN, 'demo', false);
    await doubtful();
    await tabs.choose(TAB, { key: 'A', cardNumber: null, misread: true });
    expect(await slots.of(TAB)).toMatchObject({ state: 'nobody', of: { key: 'A', why: 'misread' } });
    await showsAs('doubtful', 'B', [[mail('new@example.com')]]);
    expect(await slots.of(TAB)).toMatchObject({ state: 'nobody', of: { key: 'B', why: 'unread' } });
  });
});
