import type { Page } from 'playwright-core';
import type { RpcReply } from '@/lib/messaging/envelope';

/** What the options page's own scripts would have. */
type ExtensionPage = { chrome: { runtime: { sendMessage(request: unknown): Promise<RpcReply> } } };

/** Asks the background as one of the extension's own pages would. */
export async function callFrom(page: Page, method: string, input: unknown): Promise<unknown> {
  const reply = await page.evaluate(
    (request) => (globalThis as unknown as ExtensionPage).chrome.runtime.sendMessage(request),
    { heed: 1, method, input },
  );
  if (!reply.ok) throw new Error(`${method}: ${reply.error.code}`);
  return reply.value;
}
