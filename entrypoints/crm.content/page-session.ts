import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { type Detection, detect } from '@/lib/crm/detect';
import { createFrameHost } from '@/lib/crm/frame-host';
import { createPageWatcher } from '@/lib/crm/page-watcher';
import { createReportLine } from '@/lib/crm/report-line';
import { answerVerify } from '@/lib/messaging/answer-verify';
import { createContentClient } from '@/lib/messaging/content-client';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';

/** In Chromium a frame got by a dynamic address still has the extension's fixed origin. */
function originOfPages(url: string): string {
  const { protocol, origin } = new URL(url);
  return protocol === 'chrome-extension:' ? `${protocol}//${browser.runtime.id}` : origin;
}

const notYet: Detection = { state: 'not-ready', roots: [] };
const LOAD_AGAIN_AFTER = 5000;

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
  const tellBackground = createReportLine({
    send: (report) => client.call('page.report', report),
    answered: (report, answer) => report.state !== 'blank' && host.settle(answer),
    // Where nobody answers there is nothing to show; the next change of the page asks again.
    onLost: () => ctx.isValid,
  });

  let source: RpcOutput<'page.adapters'> | null = null;
  /** Until the background has said how, nobody reads the page, and nobody is shown. */
  async function load(): Promise<void> {
    try {
      source = await client.call('page.adapters', {});
      watcher.startOver();
    } catch {
      if (ctx.isValid) ctx.setTimeout(() => void load(), LOAD_AGAIN_AFTER);
    }
  }

  const watcher = createPageWatcher({
    window,
    read: () => (source ? detect(new URL(location.href), document, source.adapters) : notYet),
    report: (now) => {
      // The frame goes blank over its own port, at once.
      host.setIdentity(now.state === 'customer' ? now.identity.key : null);
      tellBackground(now);
    },
    signal: ctx.signal,
    isGenuine: (event) => event.isTrusted,
    firstSeq: Math.ceil(performance.now()),
  });

  void load();
  const onMessage = answerVerify(browser.runtime.id, {
    currentKey: watcher.currentKey,
    reload: () => void load(),
  });
  browser.runtime.onMessage.addListener(onMessage);
  ctx.onInvalidated(() => browser.runtime?.onMessage.removeListener(onMessage));
}
