import { type Browser, browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { VIEW_PORT } from '@/lib/messaging/envelope';
import { createRpcRouter } from '@/lib/messaging/rpc-router';
import { followPolicy } from './account-changes';
import { listenToAddressBar } from './address-bar';
import { closeToContentScripts } from './browser-storage';
import { onChord } from './chord';
import { createHandlers } from './handlers';
import { teachOn } from './handlers/teach-handlers';
import { keepAlarm, onAlarm, onInstalled, onNewSession } from './lifecycle';
import { tabCloses, tabLoads } from './page-changes';
import { followToolbarClick, openPanelIfAsked, togglePanel } from './panel';
import { createServices, type Services } from './services';
import { adaptersChanged } from './tell-pages';

type Background = { s: Services; run: (where: string, work: () => Promise<unknown>) => void };

function listenToMessages({ s, run }: Background): void {
  const { classify, pairing, logError, views, loop, notesOpening } = s;
  const checkOutput = import.meta.env.MODE !== 'production';
  const { isPaired } = pairing;
  const { unlessBlocked } = notesOpening;
  const checks = { classify, isPaired, checkOutput, unlessBlocked };
  const handle = createRpcRouter({ ...checks, handlers: createHandlers(s), logError });
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    openPanelIfAsked(message, sender);
    run('message', () => handle(message, sender).then(sendResponse));
    return true; // the answer comes later
  });
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== VIEW_PORT) port.disconnect();
    else run('port', async () => (await views.add(port)) && (await loop.run('port')));
  });
}

/** Who was told that the notes can't be opened asks again: sidebars at once, and pages for who is on them. */
function listenToStorage({ s, run }: Background): void {
  s.notesOpening.whenFree(() => {
    s.views.changed();
    run('pages', adaptersChanged);
  });
}

function listenToBrowser({ s, run }: Background): void {
  const refreshSites = () => run('sites', () => s.sites.refresh());
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'loading') run('tab', () => tabLoads(s, tabId));
    if (status === 'complete') run('teach', () => teachOn(s, tabId));
  });
  browser.tabs.onRemoved.addListener((tabId) => run('tab', () => tabCloses(s, tabId)));
  browser.permissions.onAdded.addListener(refreshSites);
  browser.permissions.onRemoved.addListener(() =>
    run('sites', async () => {
      await s.sites.refresh();
      s.views.changed();
      await Promise.all([adaptersChanged(), s.repaintBadges()]);
    }),
  );
  browser.storage.managed.onChanged.addListener(() => run('policy', () => followPolicy(s)));
  browser.alarms.onAlarm.addListener((alarm) => run('alarm', () => onAlarm(s, alarm)));
  browser.runtime.onInstalled.addListener((details: Browser.runtime.InstalledDetails) =>
    run('installed', () => onInstalled(details)),
  );
  // Only to be woken when the browser starts.
  browser.runtime.onStartup.addListener(() => run('startup', () => onNewSession(s)));
  browser.commands.onCommand.addListener((command, tab) => run('chord', () => onChord(command, tab)));
  browser.action.onClicked.addListener(() => run('panel', togglePanel));
}

/** Every listener is registered before anything is awaited: an event that woke the worker is lost otherwise. */
export default defineBackground(() => {
  const s = createServices();
  const run = (where: string, work: () => Promise<unknown>) => {
    work().catch((error) => s.logError(where, error));
  };
  listenToMessages({ s, run });
  listenToStorage({ s, run });
  listenToBrowser({ s, run });
  listenToAddressBar({ s, run });
  run('storage', closeToContentScripts);
  run('startup', () => onNewSession(s));
  run('alarm', keepAlarm);
  run('panel', async () => followToolbarClick(await s.toolbarClick.read()));
});
