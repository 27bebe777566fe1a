import { existsSync } from 'node:fs';
import { findOnPath } from '@/demo/browser/find-on-path';
import { canInstallDebianPackages, installDebianPackage } from '@/demo/browser/install-debian-package';

const NAMES = ['firefox-esr', 'firefox'];

/**
 * Path of a Firefox: HEED_FIREFOX, the one on PATH, else Debian's package, installed now where that can be done.
 * @param say is told in a sentence when something gets installed
 * @throws when there is none and none can be installed
 */
export async function findFirefox(say: (line: string) => void): Promise<string> {
  const wanted = process.env.HEED_FIREFOX;
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`HEED_FIREFOX names ${wanted}, and there is no such file`);
    return wanted;
  }
  const installed = findOnPath(NAMES);
  if (installed) return installed;
  if (canInstallDebianPackages()) {
    say('No Firefox here: installing Debian\'s package "firefox-esr" with apt-get.');
    await installDebianPackage('firefox-esr');
  }
  const fresh = findOnPath(NAMES);
  if (!fresh) throw new Error('No Firefox here. Install one, or set HEED_FIREFOX to the path of yours.');
  return fresh;
}
