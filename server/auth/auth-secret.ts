import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The secret that signs cookies and sign-in requests: the one given, else one made once and kept in the data folder,
 * readable by this user alone.
 * @throws Error when neither can be had, with the remedy
 */
export function authSecret(given: string | undefined, dataDir: string): string {
  if (given !== undefined) return given;
  const file = join(dataDir, 'auth-secret');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      throw new Error(`No secret can be written to ${file}: make the folder writable, or set HEED_SECRET.`, {
        cause: error,
      });
    }
  }
  return readFileSync(file, 'utf8').trim();
}
