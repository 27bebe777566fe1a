import { chip, el } from '../dom.js';
import { recordHeader } from './record-header.js';

function ticketRow(ticket) {
  return el(
    'li',
    {},
    el('a', { href: `/tickets/${ticket.id}` }, `${ticket.id} ${ticket.subject}`),
    chip(ticket.state, ticket.state),
  );
}

function orderRow(order) {
  return el('li', {}, el('span', {}, order.what), el('span.muted', {}, order.amount));
}

export async function customerView({ id, load }) {
  const found = await load(`/customers/${encodeURIComponent(id)}`);
  if (!found) return null;
  const { customer, orders, tickets } = found;
  return {
    view: 'customer',
    title: customer.name,
    content: [
      recordHeader(customer, 'overview'),
      el(
        'div.columns',
        {},
        el(
          'section.card',
          {},
          el('h2', {}, 'Contract'),
          el(
            'dl.plain',
            {},
            el('dt', {}, 'Contract'),
            el('dd', {}, customer.contract),
            el('dt', {}, 'Customer since'),
            el('dd', {}, customer.since ?? '–'),
            el('dt', {}, 'Account manager'),
            el('dd', {}, 'Service desk'),
          ),
        ),
        el(
          'section.card',
          {},
          el('h2', {}, 'Tickets'),
          tickets.length > 0 ? el('ul.rows', {}, ...tickets.map(ticketRow)) : el('p.muted', {}, 'No ticket.'),
        ),
        el(
          'section.card',
          {},
          el('h2', {}, 'Latest orders'),
          el('ul.rows', {}, ...orders.slice(0, 3).map(orderRow)),
        ),
      ),
      el(
        'section.card',
        {},
        el('label', { for: 'comment' }, 'Comment for colleagues'),
        el('textarea', { id: 'comment', rows: 3 }),
      ),
    ],
  };
}
