import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { createFrameHost } from '@/lib/crm/frame-host';
import { createListWatcher } from '@/lib/crm/list-watcher';
import { createPageWatcher } from '@/lib/crm/page-watcher';
import { createReportLine } from '@/lib/crm/report-line';
import { answerVerify } from '@/lib/messaging/answer-verify';
import { type ContentClient, createContentClient } from '@/lib/messaging/content-client';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { createPageReader } from './page-reader';

/** In Chromium a frame got by a dynamic address still has the extension's fixed origin. */
function originOfPages(url: string): string {
  const { protocol, origin } = new URL(url);
  return protocol === 'chrome-extension:' ? `${protocol}//${browser.runtime.id}` : origin;
}

function hearBackground(ctx: ContentScriptContext, page: Parameters<typeof answerVerify>[1]): void {
  const onMessage = answerVerify(browser.runtime.id, page);
  browser.runtime.onMessage.addListener(onMessage);
  ctx.onInvalidated(() => browser.runtime?.onMessage.removeListener(onMessage));
}

function clientOf(ctx: ContentScriptContext): ContentClient {
  return createContentClient({
    send: (message) => browser.runtime.sendMessage(message),
    wait: (ms) => new Promise((resolve) => ctx.setTimeout(resolve, ms)),
    isAlive: () => ctx.isValid,
  });
}

function watchLists(ctx: ContentScriptContext, client: ContentClient, adapters: () => readonly CrmAdapter[]) {
  return createListWatcher({
    window,
    adapters,
    ask: (people) => client.call('page.levels', { people }),
    signal: ctx.signal,
  });
}

/** One page in one tab: watches who is open, tells the background, shows the sidebar. Ends with the context. */
export function startPageSession(ctx: ContentScriptContext): void {
  const client = clientOf(ctx);
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

  const reader = createPageReader({ client, ctx, changed: () => watcher.startOver() });
  const lists = watchLists(ctx, client, reader.adapters);
  const watcher = createPageWatcher({
    window,
    read: reader.read,
    report: (now) => {
      // The frame goes blank over its own port, at once.
      host.setIdentity(now.state === 'customer' ? now.identity.key : null);
      tellBackground(now);
    },
    looked: lists.pageChanged,
    signal: ctx.signal,
    isGenuine: (event) => event.isTrusted,
    firstSeq: Math.ceil(performance.now()),
  });

  reader.load();
  hearBackground(ctx, {
    currentKey: watcher.currentKey,
    reload: reader.load,
    levelsChanged: lists.levelsChanged,
  });
}
