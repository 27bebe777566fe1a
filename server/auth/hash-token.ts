import { createHash } from 'node:crypto';

/** How tokens lie in the database: SHA-256, so that a copy of the database signs nobody in. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
