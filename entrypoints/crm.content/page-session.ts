import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { detect } from '@/lib/crm/detect';
import { createFrameHost } from '@/lib/crm/frame-host';
import type { PageReport } from '@/lib/crm/page-report';
import { createPageWatcher } from '@/lib/crm/page-watcher';
import { adapters } from '@/lib/crm/registry';
import { answerVerify } from '@/lib/messaging/answer-verify';
import { createContentClient } from '@/lib/messaging/content-client';

/** In Chromium a frame got by a dynamic address still has the extension's fixed origin. */
function originOfPages(url: string): string {
  const { protocol, origin } = new URL(url);
  return protocol === 'chrome-extension:' ? `${protocol}//${browser.runtime.id}` : origin;
}

/** One page in one tab: watches who is open, tells the background, shows the sidebar. Ends with the context. */
export function startPageSession(ctx: ContentScriptContext): void {
  const client = createContentClient({
    send: (message) => browser.runtime.sendMessage(message),
    wait: (ms) => new Promise((resolve) => ctx.setTimeout(resolve, ms)),
    isAlive: () => ctx.isValid,
  });
  const url = browser.runtime.getURL('/sidebar.html');
  const host = createFrameHost({
    window,
    url,
    origin: originOfPages(url),
    invite: async () => (await client.call('frame.invite', {})).nonce,
    openPanel: () => void client.call('panel.open', {}).catch(() => ctx.isValid),
    onLost: () => ctx.isValid,
    signal: ctx.signal,
  });
  let latest = 0;

  async function report(now: PageReport): Promise<void> {
    latest = now.seq;
    host.setIdentity(now.state === 'customer' ? now.identity.key : null);
    const answer = await client.call('page.report', now);
    const settled = now.state === 'customer' || now.state === 'nobody';
    if (settled && now.seq === latest) host.settle(answer);
  }

  const watcher = createPageWatcher({
    window,
    read: () => detect(new URL(location.href), document, adapters),
    // Where nobody answers there is nothing to show; the next change of the page asks again.
    report: (now) => void report(now).catch(() => ctx.isValid),
    signal: ctx.signal,
    isGenuine: (event) => event.isTrusted,
    firstSeq: Math.ceil(performance.now()),
  });

  const onMessage = answerVerify(browser.runtime.id, watcher.currentKey);
  browser.runtime.onMessage.addListener(onMessage);
  ctx.onInvalidated(() => browser.runtime?.onMessage.removeListener(onMessage));
}
