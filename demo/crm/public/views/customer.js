import { chip, el } from '../dom.js';
import { recordHeader } from './record-header.js';

function card(title, content) {
  return el('section.card', {}, el('h2', {}, title), content);
}

function contract(customer) {
  const facts = {
    Contract: customer.contract,
    'Customer since': customer.since ?? '–',
    'Account manager': 'Service desk',
  };
  return el(
    'dl.plain',
    {},
    ...Object.entries(facts).flatMap(([term, value]) => [el('dt', {}, term), el('dd', {}, value)]),
  );
}

function ticketRow(ticket) {
  return el(
    'li',
    {},
    el('a', { href: `/tickets/${ticket.id}` }, `${ticket.id} ${ticket.subject}`),
    chip(ticket.state, ticket.state),
  );
}

function tickets(own) {
  return own.length > 0 ? el('ul.rows', {}, ...own.map(ticketRow)) : el('p.muted', {}, 'No ticket.');
}

function orders(all) {
  const row = (order) => el('li', {}, el('span', {}, order.what), el('span.muted', {}, order.amount));
  return el('ul.rows', {}, ...all.slice(0, 3).map(row));
}

export async function customerView({ id, load }) {
  const found = await load(`/customers/${encodeURIComponent(id)}`);
  if (!found) return null;
  const { customer } = found;
  return {
    view: 'customer',
    title: customer.name,
    content: [
      recordHeader(customer, 'overview'),
      el(
        'div.columns',
        {},
        card('Contract', contract(customer)),
        card('Tickets', tickets(found.tickets)),
        card('Latest orders', orders(found.orders)),
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
