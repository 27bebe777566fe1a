import type { AppErrorCode } from '@/lib/platform/app-error';
import { inLanguage } from '@/lib/platform/language';
import { errorEs } from './es/error-words';

const kept = 'The note is safe on this computer.';

/** What happened, and whether anything is lost. */
export const errorEn = {
  'not-allowed': {
    what: 'Your sign-in doesn’t allow this.',
    lost: 'Nothing was changed. Ask your supervisor if you need it.',
  },
  'bad-input': {
    what: 'Heed couldn’t take this as it is.',
    lost: 'What you typed is still here. Change it and try again.',
  },
  'signed-out': {
    what: 'You’re not signed in.',
    lost: 'Unsent notes stay on this computer and go out after you sign in.',
  },
  'session-expired': {
    what: 'Your sign-in has run out.',
    lost: `${kept} It goes out after you sign in again.`,
  },
  offline: {
    what: 'The store can’t be reached.',
    lost: `${kept} It goes out by itself.`,
  },
  'server-error': {
    what: 'The store answered with an error.',
    lost: `${kept} Heed tries again by itself.`,
  },
  'not-found': { what: 'That isn’t there any more.', lost: 'Nothing you typed is lost.' },
  'still-asked': {
    what: 'You’ve asked for approval already: once in this call, or in five other calls, and that still waits.',
    lost: 'Nothing more was asked. Ask again once it is answered, or take one back.',
  },
  'identity-changed': {
    what: 'The page shows someone else by now.',
    lost: 'Nothing was saved to the wrong customer. Look who is open, then try again.',
  },
  'storage-full': {
    what: 'This computer’s disk is full: new words can’t be saved.',
    lost: 'Keep this window open. What you typed is still here, and will be lost if it closes.',
  },
  'storage-failed': {
    what: 'This computer couldn’t save the last words: its disk may be full.',
    lost: 'Keep this window open. What you typed is still here, and will be lost if it closes.',
  },
  'storage-blocked': {
    what: 'An older Heed is still open in this browser and holds the notes.',
    lost: 'What was saved is safe; what you type now isn’t saved yet. Close Heed’s other windows, or else restart the browser: it goes on by itself.',
  },
  damaged: {
    what: 'Some of the customers on this computer can’t be read.',
    lost: 'No note is lost. Heed gets them again from the store by itself.',
  },
  outdated: {
    what: 'This version of Heed is too old for the store.',
    lost: 'Notes stay on this computer and go out after the update. Restart the browser to update.',
  },
  internal: {
    what: 'Something in Heed went wrong.',
    lost: 'What you typed is still here. Try again; if it stays, reload this page.',
  },
} satisfies Record<AppErrorCode, { what: string; lost: string }>;

export const errorWords = inLanguage(errorEn, errorEs);
