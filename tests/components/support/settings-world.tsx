import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OptionsApp } from '@/entrypoints/options/app';
import { PageProviders } from '@/entrypoints/options/page-providers';
import type { WelcomeApp } from '@/entrypoints/welcome/app';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { AppError } from '@/lib/platform/app-error';
import type { Permissions } from '@/lib/ui/settings-actions';
import { createFakeBackground } from './fake-background';
import { makeOrganisation, makeSync } from './make-view';

type Settings = RpcOutput<'settings.get'>;

export const kept = { persisted: true, exempt: false, usage: 12_400_000 as number | null };

/** A browser that asks the person, and a background that knows what they said. */
export function settingsWorld(
  part: Partial<Settings> = {},
  { says = true, signedIn = true, reachable = true, storage = kept } = {},
) {
  const asked: string[] = [];
  const removed: string[] = [];
  let organisation = signedIn ? makeOrganisation() : null;
  const settings: Settings = {
    ...{ serverUrl: 'https://heed.example.com', sites: [], version: '0.1.0' },
    lists: { shown: true, pausedAt: null },
    policy: { serverUrl: null, sites: [], badgesInPages: true },
    grantedOrigins: ['https://heed.example.com/*'],
    ...part,
  };
  const permissions: Permissions = {
    knowsPorts: true,
    async request(pattern) {
      asked.push(pattern);
      if (says) settings.grantedOrigins.push(pattern);
      return says;
    },
    async remove(pattern) {
      const allowed = !pattern.includes('127.0.0.1');
      if (allowed) {
        removed.push(pattern);
        settings.grantedOrigins = settings.grantedOrigins.filter((o) => o !== pattern);
      }
      return allowed;
    },
  };
  const background = createFakeBackground(
    {},
    {
      'settings.get': () => ({
        ...settings,
        grantedOrigins: [...settings.grantedOrigins],
        sites: [...settings.sites],
        lists: { ...settings.lists },
      }),
      'organisation.get': () => organisation,
      'sync.state': () => makeSync({ unsent: 2, drafts: 3, unlocked: organisation !== null }),
      'settings.setServer': ({ serverUrl }) => {
        settings.serverUrl = serverUrl;
        return {};
      },
      'settings.showInLists': ({ shown }) => {
        if (!reachable) throw new AppError('storage-failed');
        settings.lists = { ...settings.lists, shown };
        return {};
      },
      'sites.refresh': () => {
        settings.sites = settings.grantedOrigins.filter((o) => !o.includes('heed.example.com'));
        return {};
      },
      'account.signIn': () => {
        if (!reachable) throw new AppError('offline');
        organisation = makeOrganisation();
        return {};
      },
      'account.signOut': () => {
        organisation = null;
        return {};
      },
      'sync.now': () => ({}),
      'toolbar.click': () => ({ click: 'find' }),
      'storage.state': () => storage,
    },
  );
  const show = (App: typeof OptionsApp | typeof WelcomeApp) => {
    render(
      <PageProviders
        host={{ ...background.host, kind: 'page' }}
        onCrash={(e) => {
          throw e;
        }}
      >
        <App permissions={permissions} />
      </PageProviders>,
    );
    return userEvent.setup({ delay: null });
  };
  return { asked, removed, background, show };
}
