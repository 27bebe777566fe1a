import { browser } from 'wxt/browser';
import { createAccount } from '@/lib/sync/account/account';
import { createOAuth } from '@/lib/sync/account/oauth';
import { createSilentSignIn } from '@/lib/sync/account/silent-sign-in';
import { createKeptDetails } from '@/lib/sync/customer/kept-details';
import { createTransport } from '@/lib/sync/network/transport';
import { exclusive, localArea } from '../browser-storage';
import type { Storage } from './create-storage';
import { clock, logError, session } from './shared';

/** The store, and who is signed in there. */
export function createNetwork({ details, meta, server }: Storage) {
  const serverUrl = server.read;
  const transport = createTransport({ fetch: (...args) => fetch(...args), serverUrl, now: clock.now });
  const oauth = createOAuth({
    transport,
    serverUrl,
    launch: (url, interactive) => browser.identity.launchWebAuthFlow({ url, interactive }),
    redirectUrl: browser.identity.getRedirectURL(),
    now: () => clock.now().getTime(),
  });
  const account = createAccount({ ...session, local: localArea, clock, transport, oauth, meta, serverUrl });
  const silentSignIn = createSilentSignIn({ ...session, clock, account });
  const kept = createKeptDetails({ account, details, exclusive, clock, logError });
  return { account, transport, silentSignIn, kept };
}

export type Network = ReturnType<typeof createNetwork>;
