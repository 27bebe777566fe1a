import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { type CrmAgent, type CrmCustomer, makeOrders, makeTickets } from './crm-records';

const PUBLIC = fileURLToPath(new URL('public/', import.meta.url));
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const PAGE_SIZE = 50;
const MOST_IN_ONE_LIST = 2000;

/** A policy as strict as a careful CRM's: what Heed adds to the page must do without its leave. */
const PAGE_HEADERS = {
  'Content-Security-Policy': "default-src 'self'; base-uri 'none'; frame-ancestors 'self'",
};

export type CrmOptions = {
  customers: readonly CrmCustomer[];
  /** whose ticket T-1 is; else the first customer's */
  featuredId?: string;
  agent?: CrmAgent;
  /** says so on every page */
  generated?: boolean;
};

const DEFAULT_AGENT: CrmAgent = {
  name: 'Ana Sousa',
  email: 'rep.ana@demo-telecom.example',
  support: 'support@demo-telecom.example',
};

function matches(customer: CrmCustomer, query: string): boolean {
  const text = [customer.id, customer.name, customer.email, customer.phone].join(' ');
  return text.toLocaleLowerCase('en').includes(query);
}

async function asset(path: string): Promise<{ body: string; type: string } | null> {
  const file = normalize(join(PUBLIC, path));
  const type = TYPES[extname(file)];
  if (!type || !file.startsWith(PUBLIC.endsWith(sep) ? PUBLIC : PUBLIC + sep)) return null;
  try {
    return { body: await readFile(file, 'utf8'), type };
  } catch {
    return null;
  }
}

/**
 * The demo CRM: a single-page application and its JSON. Holds no code of Heed's and knows nothing of it.
 */
export function createCrmApp(options: CrmOptions): Hono {
  const { customers, featuredId = '', agent = DEFAULT_AGENT, generated = false } = options;
  const byId = new Map(customers.map((c) => [c.id, c]));
  const tickets = makeTickets(customers, featuredId, agent);
  const withCustomer = (t: (typeof tickets)[number]) => ({ ...t, customer: byId.get(t.customerId) ?? null });
  const app = new Hono();

  app.get('/api/desk', (c) => c.json({ agent, generated }));
  app.get('/api/customers', (c) => {
    const query = (c.req.query('q') ?? '').trim().toLocaleLowerCase('en');
    const page = Math.max(0, Number.parseInt(c.req.query('page') ?? '0', 10) || 0);
    const found = query === '' ? customers : customers.filter((x) => matches(x, query));
    return c.json({
      total: found.length,
      page,
      pages: Math.max(1, Math.ceil(found.length / PAGE_SIZE)),
      customers: found.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE),
    });
  });
  app.get('/api/everyone', (c) => c.json({ customers: customers.slice(0, MOST_IN_ONE_LIST) }));
  app.get('/api/customers/:id', (c) => {
    const customer = byId.get(c.req.param('id'));
    if (!customer) return c.json({ error: 'no such customer' }, 404);
    const own = tickets.filter((t) => t.customerId === customer.id);
    return c.json({ customer, orders: makeOrders(customer), tickets: own });
  });
  app.get('/api/tickets', (c) => c.json({ tickets: tickets.map(withCustomer) }));
  app.get('/api/tickets/:id', (c) => {
    const ticket = tickets.find((t) => t.id === c.req.param('id'));
    return ticket ? c.json({ ticket: withCustomer(ticket) }) : c.json({ error: 'no such ticket' }, 404);
  });
  app.get('/assets/*', async (c) => {
    const found = await asset(c.req.path.slice('/assets/'.length));
    if (!found) return c.notFound();
    return c.body(found.body, 200, { 'Content-Type': found.type, 'Cache-Control': 'no-cache' });
  });
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.get('*', async (c) => {
    const page = await asset('index.html');
    return page ? c.html(page.body, 200, PAGE_HEADERS) : c.notFound();
  });
  return app;
}
