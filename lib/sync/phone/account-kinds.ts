import { idKinds } from '@/lib/crm/id-kinds';
import type { ExternalIdKind } from '@/lib/protocol/crm-adapter';
import { CUSTOMER_NUMBER } from '@/lib/protocol/customer-number';
import type { Account } from '@/lib/sync/account/account';
import type { CrmAdapters } from '@/lib/sync/adapters/crm-adapters';

type KindDeps = { account: Pick<Account, 'organisation'>; adapters: Pick<CrmAdapters, 'list'> };

/**
 * What an account number may be that a caller typed in or a rep types: what the organisation says that its numbers are;
 * where it says nothing, whatever some CRM known here calls a person or an account by.
 */
export function createAccountKinds({ account, adapters }: KindDeps) {
  return async (): Promise<readonly ExternalIdKind[]> => {
    // One kept from before this was asked has none.
    const stated = (await account.organisation())?.session.accountNumbers ?? null;
    if (stated) return [stated];
    const known = idKinds((await adapters.list()).map(({ adapter }) => adapter));
    const isKnown = known.some(
      ({ system, recordType }) =>
        system === CUSTOMER_NUMBER.system && recordType === CUSTOMER_NUMBER.recordType,
    );
    return isKnown ? known : [...known, CUSTOMER_NUMBER];
  };
}
