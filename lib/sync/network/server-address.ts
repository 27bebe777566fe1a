import { AppError } from '@/lib/platform/app-error';

/** Where `npm run server` listens: what a fresh install tries. */
export const DEFAULT_SERVER = 'http://127.0.0.1:8787';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/**
 * The store's origin, out of what an administrator typed.
 * @throws {AppError} `bad-input` for plain HTTP to another machine: tokens and customers' words would pass in the open
 */
export function serverOrigin(typed: string): string {
  const url = URL.canParse(typed) ? new URL(typed) : null;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!url || !safe) throw new AppError('bad-input', 'not an address of a store');
  return url.origin;
}
