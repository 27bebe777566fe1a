// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { detect } from '@/lib/crm/detect';
import { learnAnswer } from '@/lib/crm/teach/learn-answer';
import type { RawIdentifier } from '@/lib/domain/identifier';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';

const seen = '2026-11-27';
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

type Order = { id: string; customer: string; recipient: string; swapped?: boolean };

/** Two people stand on it, and nothing says which of them is the customer. */
function orderPage({ id, customer, recipient, swapped }: Order) {
  const person = (kind: string, email: string) =>
    `<section class="${kind}"><h2>${kind}</h2><dl><dt>E-mail</dt><dd>${email}</dd></dl></section>`;
  const rows = [person('Buyer', customer), person('Recipient', recipient)];
  const document = parse(
    `<title>Order ${id}</title><main><h1>Order ${id}</h1>${(swapped ? rows.reverse() : rows).join('')}</main>`,
  );
  return { url: new URL(`https://shop.example/orders/${id}`), document };
}

const orders: Order[] = ['71', '82', '93', '104'].map((id) => ({
  ...{ id, customer: `buyer${id}@x.example`, recipient: `friend${id}@y.example` },
}));

const email = (value: string): RawIdentifier[] => [{ kind: 'email', value }];

/** One answer after another, as a rep gives them. */
function answer(
  said: readonly (readonly [page: ReturnType<typeof orderPage>, customer: readonly RawIdentifier[]])[],
) {
  let memory: string | null = null;
  let adapter: CrmAdapter | null = null;
  for (const [page, customer] of said) {
    const learned = learnAnswer({ memory, customer }, page, seen);
    memory = learned?.memory ?? memory;
    adapter = learned?.adapter ?? adapter;
  }
  return adapter && adapterSchema.parse(adapter);
}

const rightOf = (order: Order) => [orderPage(order), email(order.customer)] as const;

function read(adapter: CrmAdapter | null, { url, document }: ReturnType<typeof orderPage>) {
  const found = detect(url, document, adapter ? [adapter] : []);
  return found.state === 'customer'
    ? { trust: found.identity.trust, people: found.identity.people.flat().map(({ value }) => value) }
    : found.state;
}

describe('what a rep’s answers teach', () => {
  it('is how the fourth customer’s page is read, after three; and it is asked about', () => {
    const [a, b, c, d] = orders as [Order, Order, Order, Order];
    expect(answer([rightOf(a), rightOf(b)])).toBeNull();
    const adapter = answer([rightOf(a), rightOf(b), rightOf(c)]);
    expect(read(adapter, orderPage(d))).toEqual({ trust: 'likely', people: [d.customer] });
    expect(read(adapter, orderPage({ ...d, swapped: true }))).toMatchObject({ people: [d.customer] });
    expect(adapter).toMatchObject({ evidence: { kind: 'learned', on: seen }, label: 'shop.example' });
  });

  it('holds no word of any customer', () => {
    const adapter = answer(orders.map(rightOf));
    expect(adapter).not.toBeNull();
    expect(JSON.stringify(adapter)).not.toMatch(/buyer|friend|@/);
  });

  it('says nothing of other pages of the site: they are read as before', () => {
    const adapter = answer(orders.map(rightOf));
    expect(adapter).not.toBeNull();
    const { document } = orderPage(orders[3] as Order);
    expect(read(adapter, { url: new URL('https://shop.example/people/7'), document })).toBe('not-a-crm');
  });

  it('is nothing where the answers agree in nothing', () => {
    const [a, b, c] = orders as [Order, Order, Order];
    expect(
      answer([
        [orderPage(a), email(a.customer)],
        [orderPage(b), email(b.recipient)],
        [orderPage(c), email(c.customer)],
      ]),
    ).toBeNull();
  });

  it('is nothing where only the place on the page told them', () => {
    const bare = ({ id, customer, recipient }: Order) => ({
      url: new URL(`https://shop.example/orders/${id}`),
      document: parse(
        `<main><p>Mail</p><div><div>${customer}</div></div><p>Mail</p><div><div>${recipient}</div></div></main>`,
      ),
    });
    const said = orders.map((order) => [bare(order), email(order.customer)] as const);
    expect(
      learnAnswer({ memory: null, customer: said[0]?.[1] ?? [] }, bare(orders[0] as Order), seen),
    ).not.toBeNull();
    expect(answer(said)).toBeNull();
  });

  it.each([
    ['the same page again', ['71', '71', '71']],
    ['two pages', ['71', '82', '71', '82']],
  ])('is not enough with %s', (_, ids) => {
    const said = ids.map((id) => orders.find((order) => order.id === id) as Order);
    expect(answer(said.map(rightOf))).toBeNull();
  });

  it.each([
    ['(555) 010-0', 'tel:5550100'],
    ['555 010 0', 'tel:555-010-0'],
  ])('is a phone, whose link spells it otherwise than its text: %s1, %s1', (text, href) => {
    const phonePage = (no: string) => ({
      url: new URL(`https://shop.example/orders/${no}`),
      document: parse(
        `<main><h1>Order ${no}</h1><dl><dt>Phone</dt><dd><a href="${href}${no}">${text}${no}</a></dd></dl></main>`,
      ),
    });
    const said = ['171', '182', '193'].map(
      (no) => [phonePage(no), [{ kind: 'phone' as const, value: `${text}${no}` }]] as const,
    );
    const read = detect(phonePage('104').url, phonePage('104').document, [answer(said) as CrmAdapter]);
    const people = read.state === 'customer' ? read.identity.people.flat() : [];
    expect(people.map(({ value }) => value.replace(/\D/g, ''))).toEqual(['5550100104']);
  });

  it('is nothing where whoever was named is not on the page any more', () => {
    const [a] = orders as [Order];
    expect(learnAnswer({ memory: null, customer: email('gone@x.example') }, orderPage(a), seen)).toBeNull();
  });
});
