import { type LoopbackServer, startLoopbackServer } from '../../support/loopback-server';

export const people = Array.from({ length: 6 }, (_, i) => ({
  id: 5200 + i * 11,
  name: `Olga Other ${'ABCDEF'[i]}`,
  email: `olga.${'abcdef'[i]}@customer.example`,
}));
type Person = (typeof people)[number];

/** Milliseconds; a page without its frame has been looked at by then, and is still. */
const LATE = 2500;

export const person = (i: number): Person => {
  const who = people[i];
  if (!who) throw new Error(`nobody is number ${i}`);
  return who;
};

const fields = ({ name, email }: Person) =>
  `<div><span>Name</span><b>${name}</b></div><div><span>E-mail</span><b>${email}</b></div>`;

const bar = '<header><a href="/list">All</a> <span>agent@company.example</span></header>';

/** The record stands in a frame of the same origin; `late`: long after the page around it. */
const framed = ({ id }: Person, late: boolean) =>
  `${bar}<iframe title="Record" src="/inner/${id}${late ? '?late' : ''}" width="600" height="300"></iframe>`;

/** The record stands in a component's open shadow root, inside another one's. */
const component = (who: Person) => `${bar}<crm-app></crm-app><script>
  const app = document.querySelector('crm-app').attachShadow({ mode: 'open' });
  app.innerHTML = '<main><h2>Customer</h2><crm-card></crm-card></main>';
  app.querySelector('crm-card').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(fields(who))};
</script>`;

/** All records under one address, one drawn after another. */
const inPlace = `${bar}<main><section></section><button id="next">Next</button></main><script>
  const all = ${JSON.stringify(people.map(fields))};
  let at = -1;
  const next = () => { document.querySelector('section').innerHTML = all[++at]; };
  document.querySelector('#next').onclick = next;
  next();
</script>`;

/** A second e-mail that stands where the customer's stood on the page before. */
const misleading = (who: Person, i: number) =>
  `${bar}<main>${i === 0 ? '' : `<p>Invoices to <b id="mail">billing.${i}@company.example</b></p>`}
  <p>Customer <b ${i === 0 ? 'id="mail"' : ''} data-field="email">${who.email}</b></p></main>`;

function body({ pathname, search }: URL): string {
  const [, kind, id] = pathname.split('/');
  const i = people.findIndex((one) => `${one.id}` === id);
  const who = people[i];
  if (kind === 'in-place') return inPlace;
  // Its picture never comes, so that it is never told as loaded.
  if (!who) return '<p>Nobody</p><img src="/never" alt="">';
  if (kind === 'inner') return fields(who);
  if (kind === 'framed') return framed(who, search === '?late');
  return kind === 'misleading' ? misleading(who, i) : component(who);
}

/** Pages that are hard to read: frames, components, one address for all. */
export async function startHardCrm(): Promise<LoopbackServer> {
  const crm = await startLoopbackServer();
  crm.answer(({ path }, response) => {
    const url = new URL(path, crm.url);
    if (url.pathname === '/never') return;
    const send = () =>
      response
        .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
        .end(`<!doctype html><title>Records</title><body>${body(url)}`);
    setTimeout(send, url.pathname.startsWith('/inner/') && url.search === '?late' ? LATE : 0);
  });
  return crm;
}
