import { browser } from 'wxt/browser';
import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import { AppError } from '@/lib/platform/app-error';
import { serverOrigin } from '@/lib/sync/network/server-address';
import { catchUp, changeServer, endOwedSessions, signIn, signOut } from '../account-changes';
import { letGo } from '../let-go';
import type { Services } from '../services';
import { storageState } from '../storage-state';
import { wake } from './wake';

/** The sign-in may have run out while there was no network to renew it. */
function signInAgain(s: Services): void {
  const again = async () => {
    if (await s.silentSignIn({ hurry: true })) await catchUp(s);
  };
  again().catch((error) => s.logError('sign-in', error));
}

export function accountHandlers(s: Services) {
  const done = () => ({});
  return {
    'account.signIn': ({ interactive }) => signIn(s, interactive).then(done),
    'account.signOut': () => signOut(s).then(done),
    'sync.now': async () => {
      await letGo(s);
      await s.loop.run('asked');
      return {};
    },
    'sync.state': () => s.status(),
    'storage.state': storageState,
    'storage.lostRead': async () => {
      await s.witness.wasRead();
      s.views.changed();
      return {};
    },
    'network.online': async () => {
      wake(s, 'online');
      endOwedSessions(s, { hurry: true });
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
