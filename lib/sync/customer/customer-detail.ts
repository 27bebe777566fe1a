import type { Drafts } from '@/lib/cache/drafts';
import { AppError } from '@/lib/platform/app-error';
import { type CustomerDetail, customerDetailSchema } from '@/lib/protocol/customer-detail';
import type { Account } from '@/lib/sync/account/account';
import { outcomeError } from '@/lib/sync/network/outcome-error';
import type { Outcome } from '@/lib/sync/network/transport';
import { createOnCard } from '@/lib/sync/pages/on-card';
import type { PageSlots } from '@/lib/sync/pages/page-slots';
import type { KeptDetails } from './kept-details';
import { ownWords } from './own-words';

type DetailDeps = {
  account: Pick<Account, 'request' | 'author' | 'bookKeys'>;
  drafts: Pick<Drafts, 'active' | 'get'>;
  slots: Pick<PageSlots, 'of'>;
  kept: Pick<KeptDetails, 'keep' | 'recall' | 'forget'>;
};
/** `asOf` (real time) says since when the words are on this computer; null where the store told them just now. */
export type Detail = { state: 'ready'; detail: CustomerDetail; asOf: string | null } | { state: 'offline' };

type Ask = { tabId: number | undefined; cardNumber: number };
type Failed = Exclude<Outcome<unknown>, { kind: 'ok' }>;

/** No answer of the store's: what is kept may stand in for it. */
function isUnreached({ kind }: Failed): boolean {
  return kind === 'server-error' || kind === 'offline' || kind === 'retry-later';
}

/** Said by the store itself, not by something in between: this rep may not read it, or nobody can any more. */
function isWithheld(outcome: Failed): boolean {
  if (outcome.kind !== 'refused' || outcome.code === null) return false;
  return outcome.status === 403 || outcome.status === 404;
}

/**
 * The words behind a card. Only for who stands on this page or is pinned as this call, and only if that still holds
 * when the answer is here. While the store can't be reached: as it last told them, where they are kept.
 * @throws {AppError} `identity-changed`, `not-allowed`, `not-found`, `session-expired`, `signed-out`, `outdated`
 */
export function createCustomerDetail({ account, drafts, slots, kept }: DetailDeps) {
  const onCard = createOnCard({ drafts, slots });

  async function mayBeShown({ tabId, cardNumber }: Ask, userId: string): Promise<boolean> {
    // Somebody else's answer is nobody's to see.
    if ((await account.author()).id !== userId) return false;
    return (await onCard({ userId, tabId, cardNumber })) !== null;
  }

  /** What another contact of the account told us is not told to who is on the page. */
  async function ofWhoIsHere(found: Detail, ask: Ask, userId: string): Promise<Detail> {
    if (found.state !== 'ready') return found;
    const about = await onCard({ userId, ...ask });
    if (!about) throw new AppError('identity-changed');
    const keys = await account.bookKeys();
    return { ...found, detail: await ownWords(found.detail, about.customer, keys?.lookupSecret ?? null) };
  }

  async function find(userId: string, cardNumber: number): Promise<Detail> {
    const path = `/v1/customers/${cardNumber}/detail`;
    const answer = await account.request({ path, schema: customerDetailSchema }, userId);
    if (answer.kind === 'ok') {
      await kept.keep(userId, answer.value);
      return { state: 'ready', detail: answer.value, asOf: null };
    }
    if (isWithheld(answer)) await kept.forget(cardNumber);
    if (!isUnreached(answer)) throw outcomeError(answer);
    const known = await kept.recall(userId, cardNumber);
    return known ? { state: 'ready', ...known } : { state: 'offline' };
  }

  return async (tabId: number | undefined, cardNumber: number): Promise<Detail> => {
    const { id } = await account.author();
    const ask = { tabId, cardNumber };
    if (!(await mayBeShown(ask, id))) throw new AppError('identity-changed');
    const found = await find(id, cardNumber);
    if (!(await mayBeShown(ask, id))) throw new AppError('identity-changed');
    return ofWhoIsHere(found, ask, id);
  };
}
