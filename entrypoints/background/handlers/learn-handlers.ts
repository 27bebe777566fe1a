import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import { identityOf } from '@/lib/sync/pages/tab-state';
import type { Services } from '../services';
import { adaptersChanged } from '../tell-pages';

/** A person has said who the customer on a page is: the page is looked at once more for how it says so. */
export async function learnFrom(
  s: Services,
  tabId: number,
  { key, cardNumber }: { key: string; cardNumber: number | null },
): Promise<void> {
  const shown = identityOf(await s.tabs.read(tabId), key);
  if (shown && (await s.learnedSites.learn(tabId, shown, cardNumber))) await adaptersChanged();
}

export function learnHandlers({ learnedSites }: Services) {
  return {
    'learn.load': async (_, { tabId, topOrigin }) => learnedSites.asked(tabId, topOrigin),
  } satisfies Partial<RpcHandlers>;
}
