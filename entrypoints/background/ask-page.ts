import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { VerifyRequest } from '@/lib/messaging/envelope';
import { SECOND } from '@/lib/platform/clock';
import type { AskIdentity } from '@/lib/sync/tab-state';

const replySchema = z.object({ key: z.string().max(8000).nullable() });
const PATIENCE = SECOND;

/** Firefox tells a sender's document but delivers by frame only: whatever stands at the tab's top answers there. */
function target(documentId: string | null) {
  return documentId === null || import.meta.env.FIREFOX ? { frameId: 0 } : { documentId };
}

/** Asks the content script of a document who is on the page. A page that is gone, or hangs, gives no answer. */
export const askPage: AskIdentity = async (tabId, documentId) => {
  const question: VerifyRequest = { heed: 1, ask: 'identity' };
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  const reply = browser.tabs.sendMessage(tabId, question, target(documentId)).catch(() => undefined);
  return replySchema.safeParse(await Promise.race([reply, late])).data?.key;
};
