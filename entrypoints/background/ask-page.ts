import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { VerifyRequest } from '@/lib/messaging/envelope';
import type { AskIdentity } from '@/lib/sync/pages/tab-state';
import { withPatience } from './with-patience';

const replySchema = z.object({ key: z.string().max(8000).nullable() });

/** Firefox tells a sender's document but delivers by frame only: whatever stands at the tab's top answers there. */
function target(documentId: string | null) {
  return documentId === null || import.meta.env.FIREFOX ? { frameId: 0 } : { documentId };
}

/** Asks the content script of a document who is on the page. A page that is gone, or hangs, gives no answer. */
export const askPage: AskIdentity = async (tabId, documentId) => {
  const question: VerifyRequest = { heed: 1, ask: 'identity' };
  const asked = withPatience(browser.tabs.sendMessage(tabId, question, target(documentId)));
  const reply = await asked.catch(() => undefined);
  return replySchema.safeParse(reply).data?.key;
};
