import { chip, el, initials, mailLink, name, phoneLink } from '../dom.js';

function fact(label, value) {
  return [el('dt', {}, label), el('dd', {}, value ?? '–')];
}

/** What stands on top of each page about one customer: name, facts and tabs. */
export function recordHeader(customer, tab) {
  const base = `/customers/${customer.id}`;
  const tabLink = (href, text, own) => el('a', { href, 'aria-current': own === tab ? 'page' : null }, text);
  return el(
    'section.record-header',
    {},
    el('span.avatar', { 'aria-hidden': 'true' }, initials(customer.name)),
    el(
      'div',
      {},
      el('h1.customer-name', {}, name(customer.name)),
      el(
        'p.sub',
        {},
        customer.since ? `Customer since ${customer.since}` : 'Customer',
        ' ',
        chip(customer.contract),
      ),
    ),
    el(
      'dl.facts',
      {},
      ...fact('Customer no.', customer.id),
      ...fact('E-mail', customer.email ? mailLink(customer.email) : null),
      ...fact('Phone', customer.phone ? phoneLink(customer.phone) : null),
    ),
    el(
      'nav.tabs',
      { 'aria-label': 'Customer' },
      tabLink(base, 'Overview', 'overview'),
      tabLink(`${base}/orders`, 'Orders', 'orders'),
    ),
  );
}
