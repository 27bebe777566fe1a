import { beforeEach, describe, expect, it } from 'vitest';
import type { PageIdentity } from '@/lib/crm/page-report';
import { createPageWorld, mail, phone, TAB, type World } from './page-world';

const STRANGER = mail('new@example.com');
const MARTA = mail('marta@example.com');
const PHONE = phone('+442079460303');

let page: ReturnType<typeof createPageWorld>;
beforeEach(() => {
  page = createPageWorld();
});

const slot = () => page.slots.of(TAB);
const sayNew = () => page.saysNew('A');
/** The rep sees whom there is to choose from; something changes; the click on “Someone new” comes after. */
async function sayNewAfter(change: () => Promise<void> | void): Promise<void> {
  const shown = await page.shown();
  await change();
  await page.choices.choose(TAB, { key: 'A', cardNumber: null, shown });
}

type Known = ReturnType<typeof mail | typeof phone>;
const pages: [string, PageIdentity['trust'], { people: Known[][]; another: Known }][] = [
  ['only the phone fits', 'proven', { people: [[STRANGER, PHONE]], another: PHONE }],
  ['nobody can tell whom the page is about', 'doubtful', { people: [[MARTA], [STRANGER]], another: MARTA }],
];
const lost: [string, Partial<World>][] = [
  ['the keys are forgotten', { unlocked: false }],
  ['the customers are on their way', { here: 'none' }],
  ['what leads to them is damaged', { damaged: 'keys' }],
];

describe.each(pages)('“Someone new”, where %s', (_, trust, { people, another }) => {
  it('is no answer while not all customers are here, and is one once they are', async () => {
    await page.showsAs(trust, 'A', people);
    page.world.here = 'older';
    await sayNew();
    expect((await slot()).state).toBe('choose');
    page.world.here = 'all';
    expect((await slot()).state).toBe('choose');
    await sayNew();
    expect(await slot()).toMatchObject({ state: 'customer', card: null, newcomer: true });
  });

  it.each([
    ['the stranger’s own', STRANGER],
    ['another’s', another],
  ])(
    'is asked about once more when a customer arrives with an address or phone of the page: %s',
    async (_whose, by) => {
      await page.showsAs(trust, 'A', people);
      await sayNew();
      expect(await slot()).toMatchObject({ newcomer: true });
      await page.arrives(7, by);
      expect(await slot()).toMatchObject({ state: 'choose' });
    },
  );

  it.each<[string, () => Promise<void> | void]>([
    ['a sync brought another customer just before the click', () => page.arrives(7, another)],
    ['their cards can’t be read at the click', () => void Object.assign(page.world, { damaged: 'cards' })],
  ])('is no answer where %s, and is asked again', async (_where, change) => {
    await page.showsAs(trust, 'A', people);
    await sayNewAfter(change);
    expect((await page.tabs.read(TAB)).choices).toEqual([]);
    page.world.damaged = null;
    expect(await slot()).toMatchObject({ state: 'choose' });
  });

  it('says nothing of whom the rep was not shown, nor of who is no candidate', async () => {
    await page.showsAs(trust, 'A', people);
    for (const shown of [undefined, [], [99]]) {
      await page.choices.choose(TAB, { key: 'A', cardNumber: null, shown });
      expect((await page.tabs.read(TAB)).choices).toEqual([]);
    }
    const shown = await page.shown();
    await page.choices.choose(TAB, { key: 'A', cardNumber: null, shown: [...shown, 99] });
    expect((await page.tabs.read(TAB)).choices).toMatchObject([{ noneOf: shown }]);
  });

  it('counts for nothing while the cards of those meant can’t be read, and counts again once they can', async () => {
    await page.showsAs(trust, 'A', people);
    await sayNew();
    const before = await slot();
    page.world.damaged = 'cards';
    expect(await slot()).toMatchObject({ state: 'choose', candidates: [] });
    page.world.damaged = null;
    expect(await slot()).toEqual(before);
    page.world.damaged = 'cards';
    await page.arrives(7, another);
    expect(await slot()).toMatchObject({ state: 'choose', candidates: [] });
  });

  it.each(lost)(
    'stays said, and begins no note by what may be a customer’s, while %s',
    async (_while, change) => {
      await page.showsAs(trust, 'A', people);
      await sayNew();
      const before = await slot();
      Object.assign(page.world, change);
      const of = { key: 'A', name: 'Name of A', why: 'newcomer' };
      expect(await slot()).toEqual({ state: 'nobody', of });
      Object.assign(page.world, { unlocked: true, here: 'all', damaged: null });
      expect(await slot()).toEqual(before);
    },
  );
});

it('“Someone new” is no answer where there was nobody to choose from', async () => {
  await page.shows('A', [STRANGER]);
  await sayNew();
  expect((await page.tabs.read(TAB)).choices).toEqual([]);
});

describe('“Not this customer”, said of a page that leads to one', () => {
  const other = mail('other@example.com');
  const notThem = (shown: number[]) => page.choices.choose(TAB, { key: 'A', cardNumber: null, shown });

  beforeEach(() => page.showsAs('proven', 'A', [[MARTA]]));

  it('shows nobody there, and the rep can take it back', async () => {
    const before = await slot();
    const number = before.state === 'customer' ? (before.card?.number ?? 0) : 0;
    await notThem([number]);
    expect(await slot()).toMatchObject({ state: 'nobody', of: { key: 'A', why: 'newcomer' } });
    await page.tabs.chooseAgain(TAB, 'A');
    expect(await slot()).toEqual(before);
  });

  it('says nothing of another than the one whom the rep saw', async () => {
    const before = await slot();
    await notThem([999]);
    await notThem([]);
    expect(await slot()).toEqual(before);
    await page.showsAs('proven', 'B', [[other]]);
    expect((await slot()).state).toBe('customer');
  });
});
