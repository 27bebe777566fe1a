import fc from 'fast-check';

/** A made-up CRM: how its pages are built, and nothing that outlives a build but its words. */
export type Template = {
  rows: 'dl' | 'table' | 'divs' | 'paragraphs' | 'inputs';
  /** how deep the customer's block lies */
  depth: number;
  heading: boolean;
  /** another's block with the same labels stands above or below it */
  manager: 'above' | 'below' | 'none';
  agent: boolean;
  labels: { name: string; email: string; phone: string };
  idIn: 'path' | 'query' | 'hash';
  idShown: boolean;
  noise: boolean;
};

export const template: fc.Arbitrary<Template> = fc.record({
  rows: fc.constantFrom('dl', 'table', 'divs', 'paragraphs', 'inputs'),
  depth: fc.integer({ min: 0, max: 4 }),
  heading: fc.boolean(),
  manager: fc.constantFrom('above', 'below', 'none'),
  agent: fc.boolean(),
  labels: fc.constantFrom(
    { name: 'Name', email: 'E-mail', phone: 'Phone' },
    { name: 'Kunde', email: 'E-Mail-Adresse', phone: 'Telefon' },
    { name: 'Imię', email: 'Adres', phone: 'Telefon komórkowy' },
  ),
  idIn: fc.constantFrom('path', 'query', 'hash'),
  idShown: fc.boolean(),
  noise: fc.boolean(),
});

export type Person = { id: string; name: string; email: string; phone: string | null };

export const people: readonly Person[] = Array.from({ length: 10 }, (_, i) => ({
  id: `${4000 + i * 37}`,
  name: `Person ${'ABCDEFGHIJ'[i]}`,
  email: `person.${'abcdefghij'[i]}@customer.example`,
  phone: i > 1 && i % 3 === 0 ? null : `+46 8 555 0${100 + i}`,
}));

/** A class that no two builds share; `load` makes it new. */
const hashed = (load: number, index: number) =>
  `c${((load * 7919 + index * 104_729 + 1) % 999_983).toString(36)}`;

function createMarkup({ rows, depth, heading, labels }: Template, load: number) {
  let count = 0;
  const c = () => `class="${hashed(load, count++)} css-${hashed(load, count)} flex px-4"`;
  const row = (label: string, value: string) => {
    if (rows === 'dl') return `<dt ${c()}>${label}</dt><dd ${c()}>${value}</dd>`;
    if (rows === 'table') return `<tr><td ${c()}>${label}:</td><td ${c()}><span>${value}</span></td></tr>`;
    if (rows === 'inputs')
      return `<div ${c()}><label>${label}</label><span><input value="${value}"></span></div>`;
    const tag = rows === 'divs' ? 'div' : 'p';
    return `<${tag} ${c()}><span ${c()}>${label}</span><span ${c()}>${value}</span></${tag}>`;
  };
  const wrap = (inner: string) => {
    if (rows === 'dl') return `<dl ${c()}>${inner}</dl>`;
    return rows === 'table' ? `<table><tbody>${inner}</tbody></table>` : `<div ${c()}>${inner}</div>`;
  };
  const block = (title: string, who: Person) => {
    const fields = [
      row(labels.name, who.name),
      row(labels.email, who.email),
      ...(who.phone === null ? [] : [row(labels.phone, who.phone)]),
    ];
    const body = `${heading || title === 'Manager' ? `<h2 ${c()}>${title}</h2>` : ''}${wrap(fields.join(''))}`;
    return `<section ${c()}>${body}</section>`;
  };
  const nest = (html: string) =>
    Array.from({ length: depth }).reduce<string>((inner) => `<div ${c()}>${inner}</div>`, html);
  return { c, block, nest };
}

const manager: Person = {
  id: '1',
  name: 'Mona Manager',
  email: 'mona@company.example',
  phone: '+46 8 555 0999',
};

/** One customer's page. */
export function recordPage(t: Template, who: Person, load: number): string {
  const { c, block, nest } = createMarkup(t, load);
  const managers = { ...manager, email: `m${who.id}@company.example` };
  const customer = nest(block('Customer', who));
  const above = t.manager === 'above' ? block('Manager', managers) : '';
  const below = t.manager === 'below' ? block('Manager', managers) : '';
  const noise = t.noise && Number(who.id) % 2 === 0 ? `<div ${c()}><span>Payment overdue</span></div>` : '';
  const agent = t.agent ? `<header ${c()}><span ${c()}>agent@company.example</span></header>` : '';
  const title = t.idShown ? `<h1 ${c()}>Record #${who.id}</h1>` : `<h1 ${c()}>Record</h1>`;
  return `<body ${c()}>${agent}<main>${noise}${title}${above}${customer}${below}</main></body>`;
}

export function listPage(t: Template, load: number): string {
  const { c, block, nest } = createMarkup(t, load);
  return `<body ${c()}><main><h1>Records</h1>${people.map((who) => nest(block('Customer', who))).join('')}</main></body>`;
}

export function addressOf({ idIn }: Template, id: string): URL {
  if (idIn === 'path') return new URL(`https://crm.example/app/records/${id}`);
  if (idIn === 'query') return new URL(`https://crm.example/record.php?tab=x${id.length}&id=${id}`);
  return new URL(`https://crm.example/#/records/${id}`);
}

export function listAddress({ idIn }: Template): URL {
  if (idIn === 'path') return new URL('https://crm.example/app/records');
  return new URL(idIn === 'query' ? 'https://crm.example/record.php?tab=x' : 'https://crm.example/#/records');
}
