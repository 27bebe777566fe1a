import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { startLoopbackServer } from '../support/loopback-server';

const seen = '2026-11-27';
const at = (css: string) => [{ css, seen }];
const mail = { at: at('.mail'), take: { from: 'text' }, as: 'email' } as const;

/** As one is taught where nothing around the customer has a name; and a plain table of customers. */
export const taughtHere: CrmAdapter = {
  id: 'own-127-0-0-1',
  label: '127.0.0.1',
  version: 1,
  evidence: { kind: 'taught', on: seen },
  site: { hosts: ['127.0.0.1'], signature: null },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    {
      kind: 'customer',
      url: { path: '/people/*' },
      ready: '.mail',
      confirm: [],
      people: { each: at('body'), fields: [mail], one: true },
    },
  ],
  lists: [
    { kind: 'people', url: { path: '/people' }, each: at('tr.row'), fields: [mail], anchor: at('.name') },
  ],
};

const frame = (main: string) => `<!doctype html><title>Back office</title><body>
  <header><nav>Customers Orders</nav> <span class="user">Signed in as agent@backoffice.example</span></header>
  <main>${main}</main>`;

/** A record with the history that such pages have. */
const record = (name: string, email: string) => {
  const orders = Array.from({ length: 300 }, (_, i) => `<tr><td>${i}<td>Order ${i}<td>${i * 3} EUR</tr>`);
  return frame(`<h1>${name}</h1><dl><dt>E-mail</dt><dd class="mail">${email}</dd><dt>Status</dt><dd>Active</dd></dl>
    <h2>Orders</h2><table><tr><th>No.<th>What<th>Price</tr>${orders.join('')}</table>`);
};

type Person = { name: string; email: string };

/** A back office that no adapter of ours knows: `/people/1` is a record, `/people` all of them in one plain table. */
export async function startBackOffice(people: readonly Person[]) {
  const server = await startLoopbackServer();
  const rows = people.map(
    ({ name, email }) => `<tr class="row"><td><a class="name">${name}</a><td class="mail">${email}</tr>`,
  );
  server.answer(({ path }, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    const [person = { name: 'Nobody', email: 'nobody@x.example' }] = people;
    const isRecord = path.startsWith('/people/');
    response.end(isRecord ? record(person.name, person.email) : frame(`<table>${rows.join('')}</table>`));
  });
  return server;
}
