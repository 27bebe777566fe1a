// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { tryAgain, waysTo } from '@/lib/crm/teach/ways';

const seen = '2026-11-27';
const url = new URL('https://desk.example/tickets/7');
const pageOf = (body: string) => ({ url, document: new DOMParser().parseFromString(body, 'text/html') });

function waysOn(body: string) {
  const page = pageOf(body);
  const element = page.document.querySelector('[here]') ?? page.document.body;
  const found = waysTo(
    { element, as: 'email' },
    { ...page, picks: [{ element, as: 'email' }], complete: false },
    seen,
  );
  return { element, ways: found?.ways ?? [], value: found?.value ?? '' };
}

const finds = (ways: readonly { at: { css: string; labelled?: readonly string[] } }[]) =>
  ways.map(({ at }) => (at.labelled ? `${at.css} "${at.labelled}"` : at.css));

describe('the ways to what was pointed at', () => {
  it('lead to nothing beside it, though it says the same', () => {
    const { ways } = waysOn(
      '<div class="customer-card"><span here>v@x.example</span><a href="mailto:v@x.example">v@x.example</a></div>',
    );
    expect(ways.length).toBeGreaterThan(0);
    expect(ways.filter(({ take }) => take.from === 'mailto')).toEqual([]);
  });

  it('are alternatives for one place: what finds the same elsewhere on another page is gone', () => {
    const { ways } = waysOn('<dl><dt>E-mail</dt><dd class="contact-email" here>v@x.example</dd></dl>');
    expect(finds(ways)).toEqual(expect.arrayContaining(['dt "E-mail"', 'dd.contact-email']));
    const page = pageOf(
      '<dl><dt>Customer</dt><dd class="contact-email">w@x.example</dd><dt>E-mail</dt><dd>w@x.example</dd></dl>',
    );
    const [first = null, second = null] = page.document.querySelectorAll('dd');
    const kept = (element: Element | null) =>
      finds(tryAgain(ways, page, { value: 'w@x.example', element: element ?? page.document.body }));
    expect(kept(first)).toContain('dd.contact-email');
    expect(kept(first)).not.toContain('dt "E-mail"');
    expect(kept(second)).toContain('dt "E-mail"');
    expect(kept(second)).not.toContain('dd.contact-email');
  });

  it.each([
    [
      'a menu’s word before the whole record',
      '<nav>Home</nav><div><h1>Ticket 7</h1><p here><a href="mailto:v@x.example">v</a></p></div>',
    ],
    ['a word before many', '<b>People</b><div><p here>v@x.example</p><p>and what they wrote</p></div>'],
    [
      'a word before a text',
      `<b>Note</b><div here><a href="mailto:v@x.example">v</a> ${'said a lot '.repeat(9)}</div>`,
    ],
  ])('know no label in %s', (_, body) => {
    expect(waysOn(body).ways.filter(({ at }) => at.labelled)).toEqual([]);
  });

  it.each([
    ['the whole page', '<div><p here><a href="mailto:v@x.example">v</a></p></div>'],
    ['the record', '<main id="record"><p here><a href="mailto:v@x.example">v</a></p></main>'],
    [
      'a frame-like box',
      '<div id="content"><h1>Ticket 7</h1><p here><a href="mailto:v@x.example">v</a></p></div>',
    ],
  ])('take no link for the customer’s because it is the only one in %s', (_, body) => {
    const { ways } = waysOn(body);
    expect(finds(ways.filter(({ tier }) => tier < 4))).toEqual([]);
  });
});
