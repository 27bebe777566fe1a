import { el, phoneLink } from '../dom.js';

/** What the display shows while it rings. */
function ringing(number, account) {
  return el(
    'section.card.ringing',
    {},
    el('h2', {}, 'Incoming call'),
    el('p', {}, Object.assign(phoneLink(number), { className: 'caller' })),
    account === '' ? null : el('p', {}, 'Account no. ', el('span.account', {}, account)),
    el('button', { type: 'button', 'data-hang-up': '' }, 'Hang up'),
  );
}

const field = (label, name, attributes = {}) =>
  el('label', {}, `${label} `, el('input', { name, autocomplete: 'off', ...attributes }));

/** A softphone in the browser. Nobody calls in a demonstration, so that whoever tries it lets it ring. */
export async function phoneView() {
  const display = el('div.phone-display', {}, el('p', {}, 'No call'));
  const idle = () => display.replaceChildren(el('p', {}, 'No call'));
  const form = el(
    'form.phone-form',
    {},
    field('Call from', 'number', { type: 'tel', required: true }),
    field('Account no.', 'account'),
    el('button', { type: 'submit' }, 'Ring'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const said = new FormData(form);
    display.replaceChildren(ringing(said.get('number').trim(), said.get('account').trim()));
  });
  display.addEventListener('click', (event) => {
    if (event.target.closest('[data-hang-up]')) idle();
  });
  return { view: 'phone', title: 'Phone', content: [el('h1', {}, 'Phone'), display, form] };
}
