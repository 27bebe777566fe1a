import { browser } from 'wxt/browser';
import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import type { Caller } from '@/lib/messaging/sender';
import { writerName } from '@/lib/messaging/view-ports';
import { AppError } from '@/lib/platform/app-error';
import type { Place } from '@/lib/sync/begin-note';
import { serverOrigin } from '@/lib/sync/server-address';
import type { Wake } from '@/lib/sync/sync-loop';
import { catchUp, changeServer, signIn, signOut } from './account-changes';
import { adapterHandlers, adaptersFor, answerForSite } from './adapter-handlers';
import { doctorHandlers } from './doctor-handlers';
import { learnFrom, learnHandlers } from './learn-handlers';
import { ringsChanged, takeReport, takeRing } from './page-changes';
import { panelOpened } from './panel';
import type { Services } from './services';
import { storageState } from './storage-state';
import { teachHandlers } from './teach-handlers';

type Sidebar = Extract<Caller, { class: 'frame' | 'panel' }>;
type Input = { tabId?: number | undefined };

/**
 * A frame stands in the tab that the browser says. The panel says itself beside which it stands; no browser names its
 * document, so that the tab also tells one window's panel from another's.
 */
function place(caller: Sidebar, input: Input): Place {
  if (caller.class === 'frame') return { tabId: caller.tabId, writer: writerName(caller) };
  return { tabId: input.tabId, writer: `${writerName(caller)} ${input.tabId ?? ''}` };
}

/** Lets the sync loop run without making anybody wait for it. */
function wake({ loop, logError }: Services, why: Wake): void {
  loop.run(why).catch((error) => logError('sync', error));
}

/** The sign-in may have run out while there was no network to renew it. */
function signInAgain(s: Services): void {
  const again = async () => {
    if (await s.silentSignIn({ hurry: true })) await catchUp(s);
  };
  again().catch((error) => s.logError('sign-in', error));
}

/** Looks at the page once more: nobody waits for it. */
function learn(s: Services, tabId: number, answer: Parameters<typeof learnFrom>[2]): void {
  learnFrom(s, tabId, answer).catch((error) => s.logError('learning', error));
}

function pageHandlers(s: Services) {
  return {
    'page.report': (report, caller) => takeReport(s, caller, report),
    'page.adapters': (_, { topOrigin }) => adaptersFor(s, topOrigin),
    'page.bring': ({ script }, caller) => s.sites.bring(caller, script).then(() => ({})),
    'page.levels': ({ people }, { tabId }) => s.levels(tabId, people),
    'call.ring': (report, caller) => takeRing(s, caller, report).then(() => ({})),
    'frame.invite': async (_, caller) => ({ nonce: await s.pairing.mint(caller) }),
    'panel.open': async (_, caller) => {
      await panelOpened(caller.tabId);
      return {};
    },
    'frame.pair': async ({ nonce }, caller) => {
      if (!(await s.pairing.redeem(nonce, caller))) throw new AppError('not-allowed', 'pairing');
      return {};
    },
    'site.answer': async ({ key, right, ...input }, caller) => {
      const { tabId } = place(caller, input);
      if (tabId === undefined) throw new AppError('bad-input', 'no tab');
      await answerForSite(s, tabId, { key, right });
      if (right) learn(s, tabId, { key, cardNumber: null });
      return {};
    },
    'page.choose': async ({ key, cardNumber, shown, ...input }, caller) => {
      const { tabId } = place(caller, input);
      if (tabId === undefined) throw new AppError('bad-input', 'no tab');
      await s.choices.choose(tabId, { key, cardNumber, shown });
      if (cardNumber !== null) learn(s, tabId, { key, cardNumber });
      await s.toolbar.show(tabId, await s.reports.badge(tabId));
      s.views.changed(tabId);
      return {};
    },
    'page.chooseAgain': async ({ key, ...input }, caller) => {
      const { tabId } = place(caller, input);
      if (tabId === undefined) throw new AppError('bad-input', 'no tab');
      await s.tabs.chooseAgain(tabId, key);
      await s.toolbar.show(tabId, await s.reports.badge(tabId));
      s.views.changed(tabId);
      return {};
    },
  } satisfies Partial<RpcHandlers>;
}

function callHandlers(s: Services) {
  const changed = () => {
    s.views.changed();
    return {};
  };
  return {
    'call.begin': async (input, caller) => s.calls.begin(place(caller, input), input).then(changed),
    'call.resume': async ({ noteId }) => s.calls.resume(noteId).then(changed),
    'call.park': async ({ noteId }) => s.calls.park(noteId).then(changed),
    'call.dropEmpty': async ({ noteId }) => s.calls.dropEmpty(noteId).then(changed),
    'note.moveToPage': async (input, caller) => s.calls.moveToPage(place(caller, input), input).then(changed),
    'draft.write': async (input, caller) => {
      const here = place(caller, input);
      const written = await s.writeDraft(here, input);
      s.views.changed(undefined, here);
      return written;
    },
    'note.save': async ({ noteId, rev, despitePage, ...input }, caller) => {
      const { tabId } = place(caller, input);
      const saved = await s.save({ tabId, noteId, rev, despitePage });
      if (saved.state === 'saved') {
        s.views.changed();
        wake(s, 'enqueue');
      }
      return saved;
    },
  } satisfies Partial<RpcHandlers>;
}

function ringHandlers(s: Services) {
  const changed = () => {
    ringsChanged(s);
    return {};
  };
  return {
    'ring.find': async ({ text }) => {
      const read = await s.phone.find(text);
      if (read) changed();
      return { read };
    },
    'ring.choose': (input, caller) => s.phone.choose(place(caller, input), input).then(changed),
    'ring.dismiss': ({ ringId }) => s.phone.dismiss(ringId).then(changed),
  } satisfies Partial<RpcHandlers>;
}

function editHandlers(s: Services) {
  const changed = () => {
    s.views.changed();
    return {};
  };
  return {
    'note.edit': (input, caller) => s.edits.begin(place(caller, input), input).then(changed),
    'note.editUnsent': (input, caller) => s.edits.beginUnsent(place(caller, input), input).then(changed),
    'conflict.choose': async (input, caller) => {
      await s.edits.choose(place(caller, input), input);
      wake(s, 'enqueue');
      return changed();
    },
    'conflict.takeBack': ({ id }) => s.edits.takeBack(id).then(changed),
  } satisfies Partial<RpcHandlers>;
}

function viewHandlers(s: Services) {
  return {
    'sidebar.view': (input, caller) => s.view(place(caller, input)),
    'customer.detail': (input, caller) => s.detail(place(caller, input).tabId, input.cardNumber),
    'organisation.get': async () => (await s.account.organisation())?.session ?? null,
    'outbox.list': () => s.unsent(),
    'outbox.retry': async () => {
      await s.outbox.retry((await s.account.author()).id);
      wake(s, 'asked');
      return {};
    },
    'outbox.export': async () => ({ json: await s.exportOutbox() }),
    'notes.import': async ({ json }) => {
      const imported = await s.importNotes(json);
      wake(s, 'asked');
      return imported;
    },
  } satisfies Partial<RpcHandlers>;
}

function accountHandlers(s: Services) {
  const done = () => ({});
  return {
    'account.signIn': ({ interactive }) => signIn(s, interactive).then(done),
    'account.signOut': () => signOut(s).then(done),
    'sync.now': () => s.loop.run('asked').then(done),
    'sync.state': () => s.status(),
    'storage.state': storageState,
    'storage.lostRead': async () => {
      await s.witness.wasRead();
      s.views.changed();
      return {};
    },
    'network.online': async () => {
      wake(s, 'online');
      signInAgain(s);
      return {};
    },
    'settings.get': async () => ({
      policy: await s.policy.read(),
      serverUrl: await s.server.read(),
      sites: await s.sites.crmPatterns(),
      grantedOrigins: await s.sites.patterns(),
      version: browser.runtime.getManifest().version,
      lists: await s.lists.read(),
    }),
    'settings.showInLists': async ({ shown }) => {
      await s.lists.update((before) => ({ ...before, shown }));
      await s.repaintBadges();
      return {};
    },
    'settings.setServer': async ({ serverUrl }) => {
      const set = (await s.policy.read()).serverUrl;
      if (set !== null && set !== serverOrigin(serverUrl)) throw new AppError('not-allowed', 'set by policy');
      await changeServer(s, serverUrl);
      return {};
    },
    'sites.refresh': () => s.sites.refresh().then(done),
  } satisfies Partial<RpcHandlers>;
}

/** One entry per method of the contract. */
export function createHandlers(s: Services): RpcHandlers {
  return {
    ...pageHandlers(s),
    ...callHandlers(s),
    ...ringHandlers(s),
    ...editHandlers(s),
    ...viewHandlers(s),
    ...accountHandlers(s),
    ...adapterHandlers(s),
    ...doctorHandlers(s),
    ...learnHandlers(s),
    ...teachHandlers(s),
  };
}
