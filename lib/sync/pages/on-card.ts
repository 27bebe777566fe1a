import type { Drafts } from '@/lib/cache/drafts';
import type { NoteCustomer } from '@/lib/domain/note';
import type { PageSlots } from './page-slots';

type OnCardDeps = { drafts: Pick<Drafts, 'active' | 'get'>; slots: Pick<PageSlots, 'of'> };
type Asked = { userId: string; tabId: number | undefined; cardNumber: number };

/** Who stands on the page or is pinned as this call, and has this card. Null when neither has: nothing of it may be shown. */
export function createOnCard({ drafts, slots }: OnCardDeps) {
  return async (asked: Asked): Promise<{ name: string; customer: NoteCustomer } | null> => {
    const { userId, tabId, cardNumber } = asked;
    const slot = tabId === undefined ? null : await slots.of(tabId);
    if (slot?.state === 'customer' && slot.customer.cardNumber === cardNumber) return slot;
    const active = await drafts.active(userId);
    const pinned = active === null ? null : await drafts.get(userId, active);
    return pinned?.draft.customer.cardNumber === cardNumber ? pinned.draft : null;
  };
}
