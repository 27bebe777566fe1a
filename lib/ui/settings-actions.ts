import { type AppErrorCode, errorCode } from '@/lib/platform/app-error';
import type { LanguageChoice } from '@/lib/platform/language';
import { exportUnsent } from './export-unsent';
import type { Host } from './host';
import { createNotesImporter } from './import-notes';
import { permissionFor } from './site-address';

/** What we use of the browser's permissions. `request` must be called in the click itself, before anything is awaited. */
export type Permissions = {
  request(pattern: string): Promise<boolean>;
  remove(pattern: string): Promise<boolean>;
  knowsPorts: boolean;
};

/** How an action ended: `refused` is the person's own no to the browser's question. */
export type Outcome = 'done' | 'refused' | AppErrorCode;

type Deps = { host: Host; permissions: Permissions; refresh(): void };

/** What can be set in options and in the first run. Each says how it ended; nothing throws. */
export function createSettingsActions({ host, permissions, refresh }: Deps) {
  async function outcome(work: () => Promise<unknown>): Promise<Outcome> {
    try {
      await work();
      return 'done';
    } catch (error) {
      return errorCode(error);
    } finally {
      refresh();
    }
  }

  /** Asks the browser first and at once, then does the rest. */
  function withPermission(url: URL, then: () => Promise<unknown>): Promise<Outcome> {
    const asked = permissions.request(permissionFor(url, permissions.knowsPorts));
    return asked.then(
      (granted) => (granted ? outcome(then) : 'refused'),
      () => 'not-allowed',
    );
  }

  return {
    setStore: (url: URL) =>
      withPermission(url, () => host.call('settings.setServer', { serverUrl: url.origin })),
    addSite: (url: URL) => withPermission(url, () => host.call('sites.refresh', {})),
    removeSite: (pattern: string): Promise<Outcome> =>
      permissions.remove(pattern).then(
        (removed) => (removed ? outcome(() => host.call('sites.refresh', {})) : 'not-allowed'),
        () => 'not-allowed',
      ),
    showInLists: (shown: boolean) => outcome(() => host.call('settings.showInLists', { shown })),
    setLanguage: (language: LanguageChoice) => outcome(() => host.call('look.setLanguage', { language })),
    signIn: () =>
      outcome(async () => {
        await host.call('account.signIn', { interactive: true });
        await host.keepStorage();
      }),
    signOut: () => outcome(() => host.call('account.signOut', {})),
    syncNow: () => outcome(() => host.call('sync.now', {})),
    importNotes: createNotesImporter(host),
    retryUnsent: () => outcome(() => host.call('outbox.retry', {})),
    exportUnsent: () => outcome(() => exportUnsent(host)),
  };
}
