import type { Drafts } from '@/lib/cache/drafts';
import { AppError } from '@/lib/platform/app-error';
import { type CustomerDetail, customerDetailSchema } from '@/lib/protocol/customer-detail';
import type { Account } from './account';
import { outcomeError } from './outcome-error';
import type { PageSlots } from './page-slots';

type DetailDeps = {
  account: Pick<Account, 'request' | 'author'>;
  drafts: Pick<Drafts, 'active' | 'get'>;
  slots: Pick<PageSlots, 'of'>;
};
export type Detail = { state: 'ready'; detail: CustomerDetail } | { state: 'offline' };

/**
 * The words behind a card. Only for who stands on this page or is pinned as this call, and only if that still holds
 * when the answer is here.
 * @throws {AppError} `identity-changed`, `not-allowed`, `not-found`, `session-expired`, `outdated`
 */
export function createCustomerDetail({ account, drafts, slots }: DetailDeps) {
  async function mayBeShown(tabId: number | undefined, cardNumber: number): Promise<boolean> {
    const slot = tabId === undefined ? null : await slots.of(tabId);
    if (slot?.state === 'customer' && slot.customer.cardNumber === cardNumber) return true;
    const { id } = await account.author();
    const active = await drafts.active(id);
    const pinned = active === null ? null : await drafts.get(id, active);
    return pinned?.draft.customer.cardNumber === cardNumber;
  }

  return async (tabId: number | undefined, cardNumber: number): Promise<Detail> => {
    if (!(await mayBeShown(tabId, cardNumber))) throw new AppError('identity-changed');
    const path = `/v1/customers/${cardNumber}/detail`;
    const answer = await account.request({ path, schema: customerDetailSchema });
    if (answer.kind === 'ok') {
      if (!(await mayBeShown(tabId, cardNumber))) throw new AppError('identity-changed');
      return { state: 'ready', detail: answer.value };
    }
    const later =
      answer.kind === 'server-error' || answer.kind === 'offline' || answer.kind === 'retry-later';
    if (later) return { state: 'offline' };
    throw outcomeError(answer);
  };
}
