import type { AppErrorCode } from '@/lib/platform/app-error';
import { errorWords } from './words/error-words';

export type ErrorAction = 'retry' | 'sign-in' | 'free-space' | 'reload' | 'none';

/** What happened, whether anything is lost, what to do: in that order, in three short sentences at most. */
export type ErrorText = { what: string; lost: string; action: ErrorAction };

const actions: Record<AppErrorCode, ErrorAction> = {
  'not-allowed': 'none',
  'bad-input': 'retry',
  'signed-out': 'sign-in',
  'session-expired': 'sign-in',
  offline: 'retry',
  'server-error': 'retry',
  'not-found': 'reload',
  'still-asked': 'none',
  'identity-changed': 'retry',
  'storage-full': 'free-space',
  'storage-failed': 'retry',
  'storage-blocked': 'retry',
  damaged: 'retry',
  outdated: 'none',
  internal: 'retry',
};

export function errorText(code: AppErrorCode): ErrorText {
  const { what, lost } = errorWords[code];
  return { what, lost, action: actions[code] };
}

/** Words that aren't on disk yet may be lost: the only errors that are red. */
export function endangersWords(code: AppErrorCode): boolean {
  return code === 'storage-full' || code === 'storage-failed' || code === 'storage-blocked';
}
