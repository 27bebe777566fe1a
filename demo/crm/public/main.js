import { load } from './api.js';
import { el, initials, mailLink } from './dom.js';
import { latency, wait } from './latency.js';
import { customerView } from './views/customer.js';
import { customerListView } from './views/customer-list.js';
import { everyoneView } from './views/everyone.js';
import { ordersView } from './views/orders.js';
import { phoneView } from './views/phone.js';
import { ticketView } from './views/ticket.js';
import { ticketListView } from './views/ticket-list.js';

const routes = [
  { path: /^\/$/, nav: 'customers', view: customerListView },
  { path: /^\/customers\/([^/]+)$/, nav: 'customers', view: customerView },
  { path: /^\/customers\/([^/]+)\/orders$/, nav: 'customers', view: ordersView },
  { path: /^\/everyone$/, nav: 'everyone', view: everyoneView },
  { path: /^\/tickets$/, nav: 'tickets', view: ticketListView },
  { path: /^\/tickets\/([^/]+)$/, nav: 'tickets', view: ticketView },
  { path: /^\/phone$/, nav: 'phone', view: phoneView },
];

const main = document.querySelector('main');
const progress = document.querySelector('.progress');
let running = new AbortController();

function missing() {
  return {
    view: 'missing',
    title: 'Not found',
    content: [el('h1', {}, 'There is nothing under this address')],
  };
}

function paint(page, nav) {
  main.dataset.view = page.view;
  main.replaceChildren(...page.content);
  document.title = `${page.title} · Demo CRM`;
  for (const link of document.querySelectorAll('[data-nav]')) {
    link.toggleAttribute('aria-current', link.dataset.nav === nav);
  }
}

/** As real ones do: the address is new at once, the old record stays on screen until the new one has come. */
async function show() {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const route = routes.find((r) => r.path.test(location.pathname));
  progress.hidden = false;
  try {
    const delay = wait(latency(), signal);
    const id = decodeURIComponent(route?.path.exec(location.pathname)?.[1] ?? '');
    const [page] = await Promise.all([
      route?.view({ id, query: new URLSearchParams(location.search), load: (p) => load(p, signal), go }),
      delay,
    ]);
    if (!signal.aborted) paint(page ?? missing(), route?.nav);
  } catch (error) {
    if (signal.aborted) return;
    paint({ view: 'error', title: 'Error', content: [el('p', {}, String(error))] });
  }
  if (!signal.aborted) progress.hidden = true;
}

function go(address) {
  history.pushState(null, '', address);
  scrollTo(0, 0);
  void show();
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="/"]') : null;
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.getAttribute('href'));
});
addEventListener('popstate', () => void show());
document.querySelector('.search').addEventListener('submit', (event) => {
  event.preventDefault();
  const words = new FormData(event.target).get('q').trim();
  go(words === '' ? '/' : `/?q=${encodeURIComponent(words)}`);
});

void show();
const { agent, generated } = await load('/desk');
document
  .querySelector('.agent')
  .replaceChildren(
    el('span.avatar.small', { 'aria-hidden': 'true' }, initials(agent.name)),
    el('span', {}, el('span.agent-name', {}, agent.name), mailLink(agent.email)),
  );
document.querySelector('.notice').textContent = generated ? '· generated data, nobody in here exists' : '';
