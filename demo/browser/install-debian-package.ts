import { existsSync, readFileSync } from 'node:fs';
import { runCommand } from './run-command';

/** Only Debian itself: Ubuntu's packages of the same names are stubs that install a snap. */
export function canInstallDebianPackages(): boolean {
  const release = '/etc/os-release';
  return (
    process.getuid?.() === 0 && existsSync(release) && /^ID="?debian"?$/m.test(readFileSync(release, 'utf8'))
  );
}

/** Installs one package with apt. Rejects when apt fails. */
export async function installDebianPackage(name: string): Promise<void> {
  const quiet = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['-qq', 'update'], quiet);
  await runCommand('apt-get', ['-qq', '-y', 'install', '--no-install-recommends', name], quiet);
}
