// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readGeneric } from '@/lib/crm/generic/read-generic';
import { showPage } from './show-page';

const url = new URL('https://crm.example/customers/4711');

const record = `<dl><dt>Name</dt><dd>Ann Lee</dd><dt>E-mail</dt><dd><a href="mailto:ann@lee.example">ann@lee.example</a></dd>
  <dt>Phone</dt><dd>+1 415 555 0101</dd></dl>`;

/** Ways in which a page speaks of somebody who isn't its customer. */
const asides: readonly ((email: string, name: string) => string)[] = [
  (email) => `<footer>Our office <a href="mailto:${email}">${email}</a> Phone: +1 415 555 0900</footer>`,
  (email) => `<div class="copyright">E-mail: <span>${email}</span></div>`,
  (email, name) => `<dl><dt>Cc</dt><dd>${name} &lt;${email}&gt;</dd></dl>`,
  (email, name) =>
    `<div><span>Account manager</span> <span>${name}</span> <a href="mailto:${email}">${email}</a></div>`,
  (email) => `<blockquote>From: ${email}<br>E-mail: <b>${email}</b></blockquote>`,
  (email) => `<div class="signature"><div>Tel: +1 415 555 0901</div><div>E-mail: ${email}</div></div>`,
  (email, name) =>
    `<div class="comment"><p>${name}</p><p>E-mail: ${email}</p><p>Customer: ${email}</p></div>`,
  (email) => `<p>Please write to <a href="mailto:${email}">${email}</a> about this.</p>`,
  (email, name) =>
    `<table><tr><th>Name</th><th>E-mail</th></tr><tr><td>${name}</td><td>${email}</td></tr>
     <tr><td>Zoe Fox</td><td>zoe@fox.example</td></tr></table>`,
  (email, name) =>
    `<ul><li>${name} <a href="mailto:${email}">${email}</a></li><li>Zoe Fox <a href="mailto:zoe@fox.example">zoe@fox.example</a></li></ul>`,
  (email) => `<header>Logged in as <a href="mailto:${email}">${email}</a></header>`,
  (email) => `<div role="listbox"><div role="option">${email}</div></div>`,
  (email) => `<div hidden><dl><dt>E-mail</dt><dd>${email}</dd></dl></div>`,
  (email) => `<section aria-label="Owner"><div aria-label="E-mail">${email}</div></section>`,
];

const people = ['bo@chan.example', 'cy.diaz@diaz.example', 'dee@elsewhere.example', 'ed@fox.example'];
const aside = fc
  .record({
    way: fc.constantFrom(...asides),
    email: fc.constantFrom(...people),
    name: fc.constantFrom('Bo Chan', 'Cy Diaz', 'Dee Ng', 'Ed Fox'),
  })
  .map(({ way, email, name }) => way(email, name));

const show = (parts: readonly string[]) =>
  showPage(`<title>Customer 4711</title><body><main><h1>Customer</h1>${parts.join('\n')}</main></body>`);

describe('other people on a page', () => {
  afterEach(() => showPage(''));

  it('never become its customer for sure, wherever they are named, with the customer or without', () => {
    fc.assert(
      fc.property(
        fc.array(aside, { maxLength: 5 }),
        fc.array(aside, { maxLength: 5 }),
        fc.boolean(),
        (before, after, hasCustomer) => {
          show([...before, ...(hasCustomer ? [record] : []), ...after]);
          const { outcome, candidates } = readGeneric(url, document);
          const emails = candidates.flatMap(({ identifiers }) =>
            identifiers.flatMap(({ identifier }) => (identifier.kind === 'email' ? identifier.value : [])),
          );
          if (outcome === 'customer') expect([hasCustomer, ...emails]).toEqual([true, 'ann@lee.example']);
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it.each(asides.map((way, i) => ({ i, html: way('bo@chan.example', 'Bo Chan') })))(
    'do not hide the customer: way $i',
    ({ html }) => {
      show([record, html]);
      const { candidates } = readGeneric(url, document);
      expect(candidates[0]?.identifiers.map(({ identifier }) => identifier.value)).toContain(
        'ann@lee.example',
      );
    },
  );
});
