import { chip, el } from '../dom.js';
import { recordHeader } from './record-header.js';

function row(order) {
  return el(
    'tr',
    {},
    el('td.number', {}, order.id),
    el('td', {}, order.what),
    el('td.number', {}, order.amount),
    el('td', {}, chip(order.state)),
  );
}

export async function ordersView({ id, load }) {
  const found = await load(`/customers/${encodeURIComponent(id)}`);
  if (!found) return null;
  const heads = ['Order', 'What', 'Amount', 'State'];
  return {
    view: 'orders',
    title: `Orders of ${found.customer.name}`,
    content: [
      recordHeader(found.customer, 'orders'),
      el(
        'table.list',
        {},
        el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
        el('tbody', {}, ...found.orders.map(row)),
      ),
    ],
  };
}
