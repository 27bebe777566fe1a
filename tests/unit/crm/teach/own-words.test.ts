// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { detect } from '@/lib/crm/detect';
import { adapterOf } from '@/lib/crm/teach/adapter-of';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import { learnAll } from './learn-all';

const seen = '2026-11-27';
const url = (id: string) => new URL(`https://crm.example/records/${id}`);
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

/** Of each page, the e-mail in the element with the attribute `here` was pointed at. */
function taught(...pages: readonly string[]): CrmAdapter {
  const examples = pages.map((html, i) => {
    const document = parse(html);
    const element = document.querySelector('[here]') ?? document.body;
    element.removeAttribute('here');
    return { url: url(`${71 + i}`), document, picks: [{ element, as: 'email' as const }], complete: false };
  });
  const lesson = learnAll(examples, seen);
  if ('problem' in lesson) throw new Error(lesson.problem);
  return adapterSchema.parse(adapterOf(lesson, 'crm.example', seen));
}

function read(adapter: CrmAdapter, html: string): string[] | string {
  const found = detect(url('99'), parse(html), [adapter]);
  return found.state === 'customer' ? found.identity.people.flat().map(({ value }) => value) : found.state;
}

const labelsOf = (adapter: CrmAdapter) => [
  ...new Set(JSON.stringify(adapter).match(/(?<="labelled":\[")[^"]*/g) ?? []),
];

const gold = ['Zoé Lefèvre', 'gold', 'zoe@x.example'] as const;
const silver = ['Bo Berg', 'silver', 'bo@x.example'] as const;
const bronze = ['Ann Ahl', 'bronze', 'ann@x.example'] as const;
type Customer = readonly [name: string, tier: string, email: string];

/** No label anywhere: the customer's own words stand before their e-mail. */
const layouts: Record<string, (customer: Customer) => string> = {
  'a word in bold': ([name, tier, mail]) =>
    `<main><p>${name} <b>${tier}</b><span here>${mail}</span></p></main>`,
  'a name and a word in bold': ([name, tier, mail]) =>
    `<main><div><b>${name} ${tier}</b><span here>${mail}</span></div></main>`,
  'a badge': ([name, tier, mail]) =>
    `<main><h1>${name}</h1><div><span class="label label-status">${tier}</span><span here>${mail}</span></div></main>`,
  'a heading with the name': ([name, , mail]) =>
    `<main><section><h2>${name}</h2><div><p><span here>${mail}</span></p></div></section></main>`,
};

describe.each(Object.entries(layouts))('a customer’s own words before the e-mail: %s', (_, layout) => {
  it.each([1, 2])('are no label after %d pages', (pages) => {
    const adapter = taught(...[layout(gold), layout(silver)].slice(0, pages));
    expect(labelsOf(adapter)).toEqual([]);
    expect(JSON.stringify(adapter)).not.toMatch(/gold|silver|Zoé|Bo Berg/);
    expect(read(adapter, layout(bronze))).toEqual(['ann@x.example']);
  });

  it('are read past where a page of the same customer was looked at twice', () => {
    const lesson = taught(layout(gold), layout([gold[0], gold[1], 'zoe@other.example']), layout(silver));
    expect(read(lesson, layout(bronze))).toEqual(['ann@x.example']);
    expect(labelsOf(lesson)).toEqual([]);
  });
});

it('a customer’s name over their own card is no label of it after one page, where others’ cards look the same', () => {
  const card = (name: string, mail: string, here = '') =>
    `<section><h2>${name}</h2><div><b>E-mail</b><span class="customer-mail" ${here}>${mail}</span></div></section>`;
  const page = `<main>${card('Zoé Lefèvre', 'zoe@x.example', 'here')}${card('Bo Berg', 'bo@x.example')}</main>`;
  expect(labelsOf(taught(page))).toEqual([]);
});

/** What labels look like, of words of any language. */
const labelled: Record<string, (mail: string) => string> = {
  'a word that names it': (mail) => `<div><b>E-mail</b><span here>${mail}</span></div>`,
  'a word that names it, of another language': (mail) => `<div><b>Poczta</b><i here>${mail}</i></div>`,
  'a word with a colon': (mail) => `<div><b>Yhteys:</b><span here>${mail}</span></div>`,
  'a label': (mail) => `<div><label>Yhteys</label><span here>${mail}</span></div>`,
  'a term': (mail) => `<dl><dt>Yhteys</dt><dd here>${mail}</dd></dl>`,
  'a head of a row': (mail) => `<table><tr><th>Yhteys</th><td here>${mail}</td></tr></table>`,
  'a class that says so': (mail) =>
    `<div><span class="field-label">Yhteys</span><span here>${mail}</span></div>`,
};

describe('a label', () => {
  it.each(Object.entries(labelled))('is believed on one page alone: %s', (_, html) => {
    expect(labelsOf(taught(html('vera@x.example')))).toHaveLength(1);
  });

  it('that doesn’t look like one is proven by a second page', () => {
    const html = (mail: string) => `<main><div><b>Yhteys</b><span here>${mail}</span></div></main>`;
    expect(labelsOf(taught(html('vera@x.example')))).toEqual([]);
    const adapter = taught(html('vera@x.example'), html('bo@x.example'));
    expect(labelsOf(adapter)).toEqual(['Yhteys']);
    const moved = `<main><div>Notice</div>${html('ann@x.example')}</main>`;
    expect(read(adapter, moved)).toEqual(['ann@x.example']);
  });
});
