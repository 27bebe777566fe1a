import type { AppErrorCode } from '@/lib/platform/app-error';

export type ErrorAction = 'retry' | 'sign-in' | 'free-space' | 'reload' | 'none';

/** What happened, whether anything is lost, what to do: in that order, in three short sentences at most. */
export type ErrorText = { what: string; lost: string; action: ErrorAction };

const kept = 'The note is safe on this computer.';

const texts: Record<AppErrorCode, ErrorText> = {
  'not-allowed': {
    what: 'Your sign-in doesn’t allow this.',
    lost: 'Nothing was changed. Ask your supervisor if you need it.',
    action: 'none',
  },
  'bad-input': {
    what: 'Heed couldn’t take this as it is.',
    lost: 'What you typed is still here. Change it and try again.',
    action: 'retry',
  },
  'signed-out': {
    what: 'You’re not signed in.',
    lost: 'Unsent notes stay on this computer and go out after you sign in.',
    action: 'sign-in',
  },
  'session-expired': {
    what: 'Your sign-in has run out.',
    lost: `${kept} It goes out after you sign in again.`,
    action: 'sign-in',
  },
  offline: {
    what: 'The store can’t be reached.',
    lost: `${kept} It goes out by itself.`,
    action: 'retry',
  },
  'server-error': {
    what: 'The store answered with an error.',
    lost: `${kept} Heed tries again by itself.`,
    action: 'retry',
  },
  'not-found': { what: 'That isn’t there any more.', lost: 'Nothing you typed is lost.', action: 'reload' },
  'identity-changed': {
    what: 'The page shows someone else by now.',
    lost: 'Nothing was saved to the wrong customer. Look who is open, then try again.',
    action: 'retry',
  },
  'storage-full': {
    what: 'This computer’s disk is full: new words can’t be saved.',
    lost: 'Keep this window open. What you typed is still here, and will be lost if it closes.',
    action: 'free-space',
  },
  'storage-failed': {
    what: 'This computer couldn’t save the last words: its disk may be full.',
    lost: 'Keep this window open. What you typed is still here, and will be lost if it closes.',
    action: 'retry',
  },
  damaged: {
    what: 'Some of the customers on this computer can’t be read.',
    lost: 'No note is lost. Heed gets them again from the store by itself.',
    action: 'retry',
  },
  outdated: {
    what: 'This version of Heed is too old for the store.',
    lost: 'Notes stay on this computer and go out after the update. Restart the browser to update.',
    action: 'none',
  },
  internal: {
    what: 'Something in Heed went wrong.',
    lost: 'What you typed is still here. Try again; if it stays, reload this page.',
    action: 'retry',
  },
};

export function errorText(code: AppErrorCode): ErrorText {
  return texts[code];
}

/** Words that aren't on disk yet may be lost: the only errors that are red. */
export function endangersWords(code: AppErrorCode): boolean {
  return code === 'storage-full' || code === 'storage-failed';
}
