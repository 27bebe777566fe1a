import type { Kysely } from 'kysely';
import type { Database } from '@/server/db/schema';

/**
 * Offers as the limits of a day and a customer count them. `approvalId` is there only where somebody granted it: what may
 * be given because nobody answered is still the rep's.
 */
export const countedOffers = (db: Kysely<Database>) =>
  db
    .selectFrom('offers')
    .leftJoin('approvals', (join) =>
      join
        .onRef('approvals.customer_id', '=', 'offers.customer_id')
        .onRef('approvals.approval_id', '=', 'offers.approval_id')
        .on('approvals.state', '=', 'granted'),
    )
    .select(['offers.amount_minor as amountMinor', 'offers.state', 'approvals.approval_id as approvalId']);
