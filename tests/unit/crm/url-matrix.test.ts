import { describe, expect, it } from 'vitest';
import { matchPage } from '@/lib/crm/match-page';
import { adapters } from '@/lib/crm/registry';

/** Addresses as they stand in these CRMs, and the kind of customer page each is; null where nobody is open. */
const addresses: Record<string, Record<string, string | null>> = {
  demo: {
    'http://127.0.0.1:8788/': null,
    'http://127.0.0.1:8788/?q=marta&page=2': null,
    'http://127.0.0.1:8788/customers': null,
    'http://127.0.0.1:8788/customers/C-00202': 'customer',
    'https://crm.example/customers/C-00202?latency=800#notes': 'customer',
    'http://127.0.0.1:8788/customers/C-00202/orders': 'orders',
    'http://127.0.0.1:8788/customers/C-00202/orders/O-1': null,
    'http://127.0.0.1:8788/tickets': null,
    'http://127.0.0.1:8788/tickets/T-1': 'ticket',
    'http://127.0.0.1:8788/tickets/T-1/edit': null,
  },
  rt: {
    'https://help.example/rt/': null,
    'https://help.example/index.html': null,
    'https://help.example/rt/Ticket/Display.html?id=1': 'ticket',
    'https://help.example/Ticket/Display.html?id=1&results=2cd6c02c#txn-40': 'ticket',
    'https://help.example/Ticket/Display.html': null,
    'https://help.example/Ticket/Display.html?Action=Take;id=1': null,
    'https://help.example/Ticket/History.html?id=1': null,
    'https://help.example/Ticket/Modify.html?id=1': null,
    'https://help.example/Ticket/ModifyPeople.html?id=1': 'ticket-people',
    'https://help.example/Ticket/ModifyAll.html?id=1': 'ticket-people',
    'https://help.example/Ticket/ModifyDates.html?id=1': null,
    'https://help.example/Ticket/Update.html?id=1&Action=Respond': null,
    'https://help.example/Ticket/Create.html?Queue=1': null,
    'https://help.example/SelfService/Display.html?id=1': null,
    'https://help.example/User/Summary.html?id=27': 'user',
    'https://help.example/User/Search.html?UserString=m': null,
    'https://help.example/User/History.html?id=27': null,
    'https://help.example/Admin/Users/Modify.html?id=27': 'user-admin',
    'https://help.example/Admin/Users/Modify.html?Create=1': null,
    'https://help.example/Admin/Users/index.html': null,
    'https://help.example/Admin/Groups/Modify.html?id=27': null,
    'https://help.example/Search/Results.html?Query=id%3E0': null,
    'https://help.example/Dashboards/index.html': null,
    'https://help.example/Prefs/AboutMe.html': null,
    'https://help.example/NoAuth/Login.html': null,
  },
};

const cases = Object.entries(addresses).flatMap(([id, urls]) =>
  Object.entries(urls).map(([url, kind]) => ({ id, url, kind })),
);

describe('addresses', () => {
  it('are listed for every kind of page of every adapter', () => {
    for (const adapter of adapters) {
      const listed = cases.filter(({ id }) => id === adapter.id).map(({ kind }) => kind);
      expect(new Set(listed)).toEqual(new Set([null, ...adapter.pages.map(({ kind }) => kind)]));
    }
  });

  it.each(cases)('$url is what $id says, and to no other adapter anything', ({ id, url, kind }) => {
    for (const adapter of adapters) {
      const found = matchPage(adapter, new URL(url))?.page.kind ?? null;
      expect(found, `${adapter.id} takes ${url} for`).toBe(adapter.id === id ? kind : null);
    }
  });
});
