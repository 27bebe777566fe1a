import { describe, expect, it } from 'vitest';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import type { Session } from '@/lib/protocol/session';
import { createAccountKinds } from '@/lib/sync/phone/account-kinds';
import { makeSession } from '@/tests/support/makers';
import { sample } from '../../crm/sample-adapter';

const CUSTOMER_NUMBER = { system: 'crm', recordType: 'customer' };
const SAMPLE = { system: 'sample', recordType: 'record' };

/** The organisation's own, of which Heed knew nothing when it was built. */
const own: CrmAdapter = {
  ...sample,
  id: 'own',
  evidence: { kind: 'documented', sources: ['https://crm.example/docs'], on: '2026-11-27' },
  pages: [
    {
      kind: 'client',
      url: { path: '/client/:no' },
      fromAddress: [{ part: 'no', as: { system: 'own', recordType: 'client' } }],
    },
    { kind: 'ticket', url: { path: '/ticket/:no' }, caseOf: { system: 'own', recordType: 'ticket' } },
  ],
};

function kindsFor(
  accountNumbers: Session['accountNumbers'],
  adapters: readonly CrmAdapter[] = [sample, own],
) {
  const { lookupKey: _, ...session } = makeSession({ accountNumbers });
  return createAccountKinds({
    account: { organisation: async () => ({ session, clockShift: 0 }) },
    adapters: {
      list: async () => adapters.map((adapter) => ({ adapter, from: 'organisation', off: false })),
    },
  })();
}

describe('an account number', () => {
  it('is what the organisation says, and nothing else', async () => {
    const stated = { system: 'billing', recordType: 'account' };
    expect(await kindsFor(stated)).toEqual([stated]);
  });

  it('may else be what any CRM calls a person by, also the organisation’s own, or a number as pages show it', async () => {
    expect(await kindsFor(null)).toEqual([SAMPLE, { system: 'own', recordType: 'client' }, CUSTOMER_NUMBER]);
  });

  it('is tried once where a taught CRM shows it', async () => {
    const [page] = own.pages;
    if (!page || !('fromAddress' in page)) throw new Error('it goes by its address');
    const taught = { ...own, pages: [{ ...page, fromAddress: [{ part: 'no', as: CUSTOMER_NUMBER }] }] };
    expect(await kindsFor(null, [taught])).toEqual([CUSTOMER_NUMBER]);
  });
});
