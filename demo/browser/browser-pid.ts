import { readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** The process of the browser that has a profile open: Chromium's lock is a link whose target reads `HOST-PID`. */
export async function browserPid(profileDir: string): Promise<number> {
  const target = await readlink(join(profileDir, 'SingletonLock'));
  const pid = Number(target.slice(target.lastIndexOf('-') + 1));
  if (!Number.isInteger(pid) || pid <= 1) throw new Error(`No browser process in the lock: ${target}`);
  return pid;
}
