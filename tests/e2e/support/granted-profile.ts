import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { launchWithExtension } from '@/demo/browser/launch-chromium';
import { putMadeOnce } from '@/tests/support/run-folder';
import { callFrom } from './call-from';
import { grantOrigins } from './grant-origins';

type Granted = { extensionDir: string; hosts: readonly string[] };

/** A browser has to have been there once: the grants are written among what it knows of the extension. */
async function makeProfile(profileDir: string, { extensionDir, hosts }: Granted): Promise<void> {
  const browser = await launchWithExtension({ extensionDir, headless: true, profileDir });
  const options = await browser.context.newPage();
  await options.goto(`chrome-extension://${browser.extensionId}/options.html`);
  // Chromium takes seconds to say that there is no policy; the extension asks once, and remembers.
  await callFrom(options, 'settings.get', {});
  await browser.close();
  await grantOrigins(profileDir, browser.extensionId, hosts);
}

/**
 * Puts a profile into an empty folder in which the extension may stand on these hosts. A profile that was used before keeps
 * the grants that it has.
 */
export async function putGrantedProfile(profileDir: string, granted: Granted): Promise<void> {
  if (granted.hosts.length === 0 || existsSync(join(profileDir, 'Default'))) return;
  const key = createHash('sha256').update(JSON.stringify(granted)).digest('hex').slice(0, 16);
  await putMadeOnce(profileDir, `profile-${key}`, (dir) => makeProfile(dir, granted));
}
