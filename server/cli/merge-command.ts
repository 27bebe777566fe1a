import { findCustomer } from '@/server/customers/find-customer';
import { mergeCustomers } from '@/server/customers/merge-customers';
import { publishCards } from '@/server/publish/publish-cards';
import type { Terminal } from './terminal';
import type { Store } from './with-store';

/** `heed merge customers` */
export async function mergeCustomersCommand(
  { from, into }: { from: string; into: string },
  { db, clock }: Store,
  terminal: Terminal,
): Promise<void> {
  const pair = { from: await findCustomer(db, from), into: await findCustomer(db, into) };
  const merged = await mergeCustomers(db, pair, clock.now());
  await publishCards({ db, clock });
  terminal.print(
    merged ? `${from} is now part of ${into}.` : `${from} and ${into} are one customer already.`,
  );
}
