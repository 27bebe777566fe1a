import { el, name } from '../dom.js';

function row(customer) {
  return el(
    'tr',
    {},
    el('td.number', {}, el('a', { href: `/customers/${customer.id}` }, customer.id)),
    el('td', {}, el('a.strong.customer-link', { href: `/customers/${customer.id}` }, name(customer.name))),
    el('td.email', {}, customer.email ?? ''),
    el('td.number', {}, customer.phone ?? ''),
    el('td', {}, customer.contract),
    el('td.number', {}, customer.since ?? ''),
  );
}

function pager({ page, pages }, words) {
  const link = (to, text) =>
    to < 0 || to >= pages
      ? el('span.off', {}, text)
      : el('a', { href: `/?${new URLSearchParams({ ...(words && { q: words }), page: to })}` }, text);
  return el(
    'p.pager',
    {},
    link(page - 1, 'Previous'),
    `Page ${page + 1} of ${pages}`,
    link(page + 1, 'Next'),
  );
}

export async function customerListView({ query, load }) {
  const words = query.get('q') ?? '';
  const found = await load(`/customers?${new URLSearchParams({ q: words, page: query.get('page') ?? '0' })}`);
  const heads = ['Customer no.', 'Name', 'E-mail', 'Phone', 'Contract', 'Customer since'];
  const count = found.total.toLocaleString('en');
  return {
    view: 'customers',
    title: 'Customers',
    content: [
      el('h1', {}, words ? `${count} found for “${words}”` : `${count} customers`),
      el(
        'table.list',
        {},
        el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
        el('tbody', {}, ...found.customers.map(row)),
      ),
      pager(found, words),
    ],
  };
}
