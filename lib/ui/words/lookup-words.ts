import { inLanguage } from '@/lib/platform/language';
import { lookupEs } from './es/lookup-words';

/** What the toolbar's popup and the address bar say, and the option about the button. */
export const lookupEn = {
  title: 'Find a customer',
  hint: 'Phone, e-mail or account number',
  find: 'Find',
  paused: 'That was more than Heed looks up in a minute. Nothing is lost; try again in a minute.',
  failed: 'Heed didn’t answer. Nothing is lost; try again.',
  changed: 'This customer can’t be taken up now: who is meant has changed. Find them again.',
  openPanel: 'Open side panel',

  click: {
    title: 'Heed’s button in the toolbar',
    lead: 'A click shows a field to find a customer by, and a button that opens the side panel.',
    label: 'Open the side panel at once instead',
    failed: 'That couldn’t be saved. Nothing was changed; try again.',
  },

  /** after the keyword in the address bar */
  bar: {
    hint: 'Heed: type a phone number, an e-mail address or an account number',
    unreadable: 'Heed: this is no phone number, e-mail address or account number yet',
    signedOut: 'Heed: nobody is signed in. Sign in first, in the sidebar',
    paused: 'Heed: that was more than it looks up in a minute. Try again in a minute',
    found: 'One customer is known by this.',
    find: (said: string, found: string) => `Find ${said}: ${found}`,
    call: (number: string, more: string) => `Call with ${number}: ${more}`,
  },
} as const;

export const lookupWords = inLanguage(lookupEn, lookupEs);
