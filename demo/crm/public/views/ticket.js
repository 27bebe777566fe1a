import { chip, el, mailLink, name } from '../dom.js';

function requester(customer) {
  return el(
    'section.card.requester',
    {},
    el('h2', {}, 'Requester'),
    el('p', {}, el('a.customer-link', { href: `/customers/${customer.id}` }, name(customer.name))),
    customer.email ? el('p', {}, mailLink(customer.email)) : el('p.muted', {}, 'no e-mail'),
    el('p.muted', {}, customer.contract),
  );
}

function cc(people) {
  const lines = people.map((person) => el('p', {}, name(person.name), ' ', mailLink(person.address)));
  return el('section.card.cc', {}, el('h2', {}, 'Cc'), ...lines);
}

function message(m) {
  return el(
    'article.message',
    {},
    el(
      'header',
      {},
      el('strong', {}, name(m.from)),
      m.address ? mailLink(m.address) : null,
      el('time', {}, m.at),
    ),
    el('p', {}, m.text),
    m.quoted ? el('blockquote', {}, m.quoted) : null,
  );
}

/** Says how long the note is: the page hears what is put into it. */
function internalNote() {
  const length = el('p.muted', { role: 'status' }, 'Only your team sees it.');
  const field = el('textarea', { id: 'internal-note', rows: 3 });
  field.addEventListener('input', () => {
    length.textContent = `${field.value.length} characters, not saved yet`;
  });
  return el('section.card', {}, el('label', { for: 'internal-note' }, 'Internal note'), field, length);
}

export async function ticketView({ id, load }) {
  const found = await load(`/tickets/${encodeURIComponent(id)}`);
  if (!found) return null;
  const { ticket } = found;
  return {
    view: 'ticket',
    title: `${ticket.id} ${ticket.subject}`,
    content: [
      el('h1', {}, ticket.subject, ' ', chip(ticket.state, ticket.state)),
      el(
        'div.ticket',
        {},
        el(
          'div.thread',
          {},
          ...ticket.messages.map(message),
          el(
            'section.card',
            {},
            el('label', { for: 'reply' }, 'Reply'),
            el('textarea', { id: 'reply', rows: 3 }),
          ),
          internalNote(),
        ),
        el('aside', {}, ticket.customer ? requester(ticket.customer) : null, cc(ticket.cc)),
      ),
    ],
  };
}
