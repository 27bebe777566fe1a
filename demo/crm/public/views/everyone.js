import { el } from '../dom.js';

const ROW = 32;
/** Rows that exist at a time: those in sight, and a few more. */
const POOL = 40;

/** One row's elements, made once and used for one customer after another. */
function emptyRow() {
  const link = el('a.strong.customer-link');
  const email = el('span.email');
  const contract = el('span');
  const row = el('div.row', { role: 'row' }, el('span', {}, link), email, contract);
  return { row, link, email, contract };
}

function fill({ row, link, email, contract }, customer, index) {
  link.setAttribute('href', `/customers/${customer.id}`);
  link.textContent = customer.name;
  email.textContent = customer.email ?? '';
  contract.textContent = customer.contract;
  row.style.transform = `translateY(${index * ROW}px)`;
}

/** A list as long as the book that keeps a few rows in the page: each is filled anew as the list is scrolled. */
function virtualList(customers) {
  const pool = Array.from({ length: Math.min(POOL, customers.length) }, emptyRow);
  const space = el('div.space', {}, ...pool.map(({ row }) => row));
  space.style.height = `${customers.length * ROW}px`;
  const list = el('div.virtual', { tabindex: 0 }, space);
  const shown = new Map();
  const paint = () => {
    const first = Math.max(
      0,
      Math.min(customers.length - pool.length, Math.floor(list.scrollTop / ROW) - 10),
    );
    for (let index = first; index < first + pool.length; index++) {
      const slot = pool[index % pool.length];
      if (shown.get(slot) === index) continue;
      shown.set(slot, index);
      fill(slot, customers[index], index);
    }
  };
  list.addEventListener('scroll', paint);
  paint();
  return list;
}

export async function everyoneView({ load }) {
  const { customers } = await load('/everyone');
  return {
    view: 'everyone',
    title: 'Everyone',
    content: [el('h1', {}, `${customers.length} customers in one list`), virtualList(customers)],
  };
}
