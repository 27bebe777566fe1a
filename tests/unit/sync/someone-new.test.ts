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
const sayNew = () => page.choices.choose(TAB, { key: 'A', cardNumber: null });

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
