import { chip, el, name } from '../dom.js';

function row(ticket) {
  return el(
    'tr',
    {},
    el('td.number', {}, el('a', { href: `/tickets/${ticket.id}` }, ticket.id)),
    el('td', {}, el('a.strong', { href: `/tickets/${ticket.id}` }, ticket.subject)),
    el(
      'td',
      {},
      ticket.customer
        ? el('a.customer-link', { href: `/customers/${ticket.customer.id}` }, name(ticket.customer.name))
        : '',
    ),
    el('td.email', {}, ticket.customer?.email ?? ''),
    el('td', {}, chip(ticket.state, ticket.state)),
  );
}

export async function ticketListView({ load }) {
  const { tickets } = await load('/tickets');
  const heads = ['Ticket', 'Subject', 'Requester', 'E-mail', 'State'];
  return {
    view: 'tickets',
    title: 'Tickets',
    content: [
      el('h1', {}, `${tickets.length} tickets`),
      el(
        'table.list',
        {},
        el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
        el('tbody', {}, ...tickets.map(row)),
      ),
    ],
  };
}
