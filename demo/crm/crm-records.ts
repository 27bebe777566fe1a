/** A customer as the demo CRM knows them. */
export type CrmCustomer = {
  /** `C-00202` */
  id: string;
  name: string;
  email: string | null;
  /** as the CRM spells it */
  phone: string | null;
  /** ISO date, first day as a customer */
  since: string | null;
  contract: string;
};

export type CrmOrder = { id: string; what: string; amount: string; state: string };

export type CrmMessage = {
  from: string;
  address: string | null;
  at: string;
  text: string;
  quoted: string | null;
};

export type CrmTicket = {
  /** `T-1` */
  id: string;
  subject: string;
  state: 'open' | 'waiting' | 'solved';
  customerId: string;
  cc: { name: string; address: string }[];
  messages: CrmMessage[];
};

export type CrmAgent = { name: string; email: string; support: string };

const SUBJECTS = [
  'Charged twice for the same month',
  'No connection since the storm',
  'Moving house next month',
  'Router arrived without a power supply',
  'Price went up without a letter',
  'Question about the early exit fee',
  'Engineer did not come',
  'Can I keep my number?',
];
const TICKETS = 48;

const domainOf = (email: string | null) => email?.slice(email.indexOf('@') + 1) ?? null;

/** Someone else of the same mail domain, a customer too where there is one: what a ticket's Cc often holds. */
function colleagueOf(
  customer: CrmCustomer,
  customers: readonly CrmCustomer[],
): { name: string; address: string } {
  const domain = domainOf(customer.email) ?? 'example.com';
  const start = customers.indexOf(customer);
  for (let step = 1; step < Math.min(customers.length, 200); step++) {
    const other = customers[(start + step) % customers.length];
    if (other?.email && domainOf(other.email) === domain && other.email !== customer.email) {
      return { name: other.name, address: other.email };
    }
  }
  return { name: 'Accounts payable', address: `accounts@${domain}` };
}

function messagesOf(
  customer: CrmCustomer,
  cc: { name: string; address: string },
  agent: CrmAgent,
): CrmMessage[] {
  const first = 'Hello, this is the second time I write about it. Please tell me what happens next.';
  return [
    { from: customer.name, address: customer.email, at: 'Mon 09:12', text: first, quoted: null },
    {
      from: agent.name,
      address: agent.email,
      at: 'Mon 10:40',
      text: 'Thank you, I have it on my desk and I am asking the billing team today.',
      quoted: `On Mon 09:12 ${customer.name} <${customer.email ?? agent.support}> wrote: ${first}`,
    },
    {
      from: cc.name,
      address: cc.address,
      at: 'Tue 08:05',
      text: `Adding myself, as the invoice also comes to ${cc.address}. You reach me at +44 20 7946 0999.`,
      quoted: `Forwarded from ${agent.support}`,
    },
  ];
}

/** Tickets, always the same ones for the same customers. T-1 is the featured customer's. */
export function makeTickets(
  customers: readonly CrmCustomer[],
  featuredId: string,
  agent: CrmAgent,
): CrmTicket[] {
  const featured = customers.find((c) => c.id === featuredId) ?? customers[0];
  if (!featured) return [];
  const stride = Math.max(1, Math.floor(customers.length / TICKETS));
  return Array.from({ length: Math.min(TICKETS, customers.length) }, (_, i) => {
    const customer = (i === 0 ? featured : customers[i * stride]) ?? featured;
    const cc = colleagueOf(customer, customers);
    return {
      id: `T-${i + 1}`,
      subject: SUBJECTS[i % SUBJECTS.length] ?? '',
      state: (['open', 'open', 'waiting', 'solved'] as const)[i % 4] ?? 'open',
      customerId: customer.id,
      cc: [cc],
      messages: messagesOf(customer, cc, agent),
    };
  });
}

/** Orders of one customer, always the same ones. */
export function makeOrders(customer: CrmCustomer): CrmOrder[] {
  const seed = [...customer.id].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 9973, 7);
  return Array.from({ length: 2 + (seed % 5) }, (_, i) => ({
    id: `O-${seed * 10 + i}`,
    what:
      ['Fibre 250 installation', 'Mesh router', 'TV box', 'Number transfer', 'SIM card'][(seed + i) % 5] ??
      '',
    amount: `€${((seed * (i + 3)) % 140) + 9}.00`,
    state: i % 3 === 1 ? 'On its way' : 'Delivered',
  }));
}
