import type { Draft, Drafts } from '@/lib/cache/drafts';
import type { PageSlots } from './page-slots';

type OnCardDeps = { drafts: Pick<Drafts, 'active' | 'get'>; slots: Pick<PageSlots, 'of'> };
/** With what the store calls them and who is on the line, where it is this call. */
type OnCard = Pick<Draft, 'name' | 'customer'> & Partial<Pick<Draft, 'called' | 'content'>>;
type Asked = { userId: string; tabId: number | undefined; cardNumber: number };

/** Who stands on the page or is pinned as this call, and has this card. Null when neither has: nothing of it may be shown. */
export function createOnCard({ drafts, slots }: OnCardDeps) {
  return async (asked: Asked): Promise<OnCard | null> => {
    const { userId, tabId, cardNumber } = asked;
    const slot = tabId === undefined ? null : await slots.of(tabId);
    if (slot?.state === 'customer' && slot.customer.cardNumber === cardNumber) return slot;
    const active = await drafts.active(userId);
    const pinned = active === null ? null : await drafts.get(userId, active);
    return pinned?.draft.customer.cardNumber === cardNumber ? pinned.draft : null;
  };
}
