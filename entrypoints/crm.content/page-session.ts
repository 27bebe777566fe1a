import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { createFrameHost, type FrameHost } from '@/lib/crm/frame/frame-host';
import { readerSlot } from '@/lib/crm/generic/reader-slot';
import { badgesSlot } from '@/lib/crm/lists/badges-slot';
import { recordRow } from '@/lib/crm/lists/record-row';
import { ringInAddress, ringOnPage } from '@/lib/crm/rings/read-ring';
import { watchRings } from '@/lib/crm/rings/ring-watcher';
import { createPageWatcher } from '@/lib/crm/watch/page-watcher';
import { createReportLine } from '@/lib/crm/watch/report-line';
import { answerVerify } from '@/lib/messaging/answer-verify';
import { type ContentClient, createContentClient } from '@/lib/messaging/content-client';
import { setLanguage } from '@/lib/platform/language';
import { createPageBadges } from './page-badges';
import { createPageReader } from './page-reader';

/** In Chromium a frame got by a dynamic address still has the extension's fixed origin. */
function originOfPages(url: string): string {
  const { protocol, origin } = new URL(url);
  return protocol === 'chrome-extension:' ? `${protocol}//${browser.runtime.id}` : origin;
}

/** For what went unanswered: a context that is asked whether it is valid ends where the extension is gone. */
const endIfGone = (ctx: ContentScriptContext) => (): void => void ctx.isValid;

function hearBackground(ctx: ContentScriptContext, page: Parameters<typeof answerVerify>[1]): void {
  const onMessage = answerVerify(browser.runtime.id, page);
  browser.runtime.onMessage.addListener(onMessage);
  ctx.onInvalidated(() => browser.runtime?.onMessage.removeListener(onMessage));
}

type Around = { client: ContentClient; reader: ReturnType<typeof createPageReader> };

function hearRings(ctx: ContentScriptContext, { client, reader }: Around): ReturnType<typeof watchRings> {
  return watchRings({
    window,
    inAddress: ringInAddress,
    onPage: (url, document) => ringOnPage(url, document, reader.adapters()),
    mayRing: () => reader.adapters().some(({ rings = [] }) => rings.length > 0),
    ring: (report) => void client.call('call.ring', report).catch(endIfGone(ctx)),
    signal: ctx.signal,
  });
}

function clientOf(ctx: ContentScriptContext): ContentClient {
  return createContentClient({
    send: (message) => browser.runtime.sendMessage(message),
    wait: (ms) => new Promise((resolve) => ctx.setTimeout(resolve, ms)),
    isAlive: () => ctx.isValid,
  });
}

function hostOf(ctx: ContentScriptContext, client: ContentClient): FrameHost {
  const url = browser.runtime.getURL('/sidebar.html');
  return createFrameHost({
    window,
    url,
    origin: originOfPages(url),
    invite: async () => (await client.call('frame.invite', {})).nonce,
    openPanel: () => void client.call('panel.open', {}).catch(endIfGone(ctx)),
    onLost: endIfGone(ctx),
    signal: ctx.signal,
  });
}

/** One page in one tab: watches who is open, tells the background, shows the sidebar. Ends with the context. */
export function startPageSession(ctx: ContentScriptContext): void {
  readerSlot.clear();
  badgesSlot.clear();
  const client = clientOf(ctx);
  const host = hostOf(ctx, client);
  const tellBackground = createReportLine({
    send: (report) => client.call('page.report', report),
    answered: (report, answer) => report.state !== 'blank' && host.settle(answer),
    // Where nobody answers there is nothing to show; the next change of the page asks again.
    onLost: endIfGone(ctx),
  });

  const reader = createPageReader({ client, ctx, changed: () => readAnew() });
  const badges = createPageBadges({ window, client, adapters: reader.adapters, signal: ctx.signal });
  const rings = hearRings(ctx, { client, reader });
  const watcher = createPageWatcher({
    window,
    read: reader.read,
    report: (now) => {
      // The frame goes blank over its own port, at once.
      host.setIdentity(now.state === 'customer' ? now.identity.key : null);
      if (now.state !== 'customer') badges.closeRecord();
      tellBackground(now);
    },
    looked: (found) => {
      badges.pageChanged(recordRow(found));
      rings.pageChanged();
    },
    signal: ctx.signal,
    // It stands among the extension's errors then, and stops nothing else.
    failed: reportError,
    isGenuine: (event) => event.isTrusted,
    firstSeq: Math.ceil(performance.now()),
  });

  function readAnew(): void {
    watcher.startOver();
    rings.look();
  }

  const loadLook = () =>
    void client.call('page.look', {}).then(({ language, place }) => {
      setLanguage(language);
      host.setPlace(place);
    }, endIfGone(ctx));

  loadLook();
  reader.load();
  hearBackground(ctx, {
    currentKey: watcher.currentKey,
    reload() {
      loadLook();
      reader.load();
    },
    levelsChanged: badges.levelsChanged,
  });
}
