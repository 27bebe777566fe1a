import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { findOnPath } from './find-on-path';
import { canInstallDebianPackages, installDebianPackage } from './install-debian-package';
import { runCommand } from './run-command';

/** No google-chrome: branded builds from 137 on ignore --load-extension. */
const NAMES = ['chromium', 'chromium-browser'];

function findInstalled(): string | null {
  const playwrights = chromium.executablePath();
  return existsSync(playwrights) ? playwrights : findOnPath(NAMES);
}

async function install(say: (line: string) => void): Promise<void> {
  if (canInstallDebianPackages()) {
    say('No Chromium here: installing Debian\'s package "chromium" with apt-get.');
    await installDebianPackage('chromium');
    return;
  }
  say("No Chromium here: downloading Playwright's with its own installer.");
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  await runCommand(process.execPath, [cli, 'install', 'chromium']);
}

/**
 * Path of a Chromium that loads unpacked extensions: HEED_CHROMIUM, Playwright's own, the one on PATH, else one that
 * is installed now.
 * @param say is told in a sentence when something gets installed
 * @throws when HEED_CHROMIUM names no file, or nothing could be installed
 */
export async function findChromium(say: (line: string) => void): Promise<string> {
  const wanted = process.env.HEED_CHROMIUM;
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`HEED_CHROMIUM names ${wanted}, and there is no such file`);
    return wanted;
  }
  const installed = findInstalled();
  if (installed) return installed;
  await install(say);
  const fresh = findInstalled();
  if (!fresh)
    throw new Error('No Chromium, even after installing one. Set HEED_CHROMIUM to the path of yours.');
  return fresh;
}
