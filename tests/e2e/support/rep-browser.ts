import { createHash } from 'node:crypto';
import { type ExtensionBrowser, launchWithExtension } from '@/demo/browser/launch-chromium';
import type { RpcInput, RpcMethod, RpcOutput } from '@/lib/messaging/rpc-contract';
import { builds } from './build-extension';
import { callFrom } from './call-from';
import { putGrantedProfile } from './granted-profile';
import { PASSWORD } from './people';
import type { World } from './world';

/** The id that Chromium derives from an unpacked folder's path: SHA-256 of it, hex digits as the letters a to p. */
function unpackedId(dir: string): string {
  const hex = createHash('sha256').update(dir).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** Where sign-in returns to in an unpacked build in this folder. */
export const redirectOf = (extensionDir: string) => `https://${unpackedId(extensionDir)}.chromiumapp.org/`;
/** The same for the unmodified store build. */
export const storeBuildRedirect = redirectOf(builds.store);

/** A rep's Chromium with the store build, allowed on the CRM and the store. */
export type RepBrowser = ExtensionBrowser & {
  /** asks the background as the options page would */
  call<M extends RpcMethod>(method: M, input: RpcInput<M>): Promise<RpcOutput<M>>;
};

/** What Chromium's own page of extensions has. */
type ExtensionsPage = {
  chrome: {
    developerPrivate: {
      updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
      reload(id: string, how: { failQuietly: boolean }): Promise<unknown>;
    };
  };
};

/** Opens the options page, from which the background is asked. */
async function withOptions(launched: ExtensionBrowser): Promise<RepBrowser> {
  const optionsPage = await launched.context.newPage();
  await optionsPage.goto(`chrome-extension://${launched.extensionId}/options.html`);
  return { ...launched, call: (method, input) => callFrom(optionsPage, method, input) as never };
}

/**
 * Takes the extension from its folder anew, as an update does, under pages that stay open. Its own pages close; `worker`
 * is the old one's.
 */
export async function updateInPlace(browser: RepBrowser): Promise<RepBrowser> {
  const { context, extensionId } = browser;
  const extensions = await context.newPage();
  await extensions.goto('chrome://extensions');
  await extensions.evaluate(async (id) => {
    const { developerPrivate } = (globalThis as unknown as ExtensionsPage).chrome;
    // Without it Chromium would not take an unpacked extension back.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.reload(id, { failQuietly: true });
  }, extensionId);
  await extensions.close();
  return withOptions(browser);
}

/** Signs in at the store's own page, which must ask. */
export async function signIn(browser: RepBrowser, email: string): Promise<void> {
  const opened = browser.context.waitForEvent('page', (page) => page.url().includes('/sign-in'));
  const done = browser.call('account.signIn', { interactive: true });
  const page = await opened;
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await done;
}

/**
 * Opens a browser with the store build, all set up as onboarding would: address of the store, sites, sign-in, first pull.
 * @param options.email who signs in; nobody when it is left out
 */
export async function openRepBrowser(
  world: World,
  options: { email?: string; profileDir?: string; hosts?: readonly string[]; extensionDir?: string } = {},
): Promise<RepBrowser> {
  const { email, profileDir, hosts = ['http://127.0.0.1/*'], extensionDir = builds.store } = options;
  const launched = await launchWithExtension({
    extensionDir,
    headless: true,
    prepare: (profile) => putGrantedProfile(profile, { extensionDir, hosts }),
    ...(profileDir !== undefined && { profileDir }),
  });
  const browser = await withOptions(launched);
  await browser.call('settings.setServer', { serverUrl: world.storeUrl });
  await browser.call('sites.refresh', {});
  if (email) {
    await signIn(browser, email);
    await browser.call('sync.now', {});
  }
  return browser;
}
