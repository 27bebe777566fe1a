import { inLanguage, type LanguageChoice } from '@/lib/platform/language';
import { plural } from '../format';
import type { WhyNotImported } from '../import-notes';
import { settingsEs } from './es/settings-words';

/** What options and first run say, apart from what they share with the sidebar (`words.ts`). */
export const settingsEn = {
  title: 'Heed settings',

  account: {
    title: 'Account',
    signedIn: (name: string, organisation: string) => `${name}, ${organisation}`,
    team: (role: string, team: string) => `${role} · ${team}`,
    signedOut: 'Nobody is signed in here.',
    signIn: 'Sign in',
    signOut: 'Sign out',
    signingIn: 'Waiting for the sign-in window…',
    unsent: (n: number) =>
      `${plural(n, 'note hasn’t', 'notes haven’t')} been sent. Signing out keeps them: they go out when you sign in again.`,
    drafts: (n: number) =>
      `${plural(n, 'note isn’t', 'notes aren’t')} finished. Signing out keeps ${n === 1 ? 'it' : 'them'} on this computer: you go on when you sign in again.`,
  },

  store: {
    title: 'The store',
    label: 'Address of your organisation’s store',
    hint: 'Your administrator knows it. Changing it signs you out here.',
    button: 'Use this store',
    done: (host: string) => `Heed works with ${host}.`,
    byPolicy: (host: string) => `Heed works with ${host}. Your organisation has set that for this computer.`,
  },

  sites: {
    title: 'Your CRM',
    lead: 'Heed reads pages only on the sites listed here, and only who the customer is.',
    none: 'No site yet: Heed shows nothing anywhere.',
    label: 'Address of your CRM',
    hint: 'Paste any page of it, like crm.example.com',
    button: 'Add this site',
    done: (host: string) => `Heed is on ${host} from now on, in open tabs too.`,
    remove: 'Remove',
    removeLong: (site: string) => `Remove ${site}`,
    offered: 'Your organisation uses',
    turnOn: 'Turn on',
    turnOnLong: (site: string) => `Turn on ${site}`,
    fixed: 'This site came with the installation and can’t be removed here.',
  },

  lists: {
    title: 'Levels in your CRM’s pages',
    lead: 'In your CRM’s lists and on its records, Heed marks customers who are at risk or to watch, beside their names.',
    label: 'Show levels beside names',
    failed: 'That couldn’t be saved. Nothing was changed; try again.',
    byPolicy: 'Your organisation has switched them off for this computer.',
    paused: (when: string) =>
      `A list had more customers than Heed looks up in one minute (${when}). It shows the others a minute later; nothing is lost.`,
  },

  address: {
    notAnAddress: 'That isn’t an address. Copy it from the browser’s address line.',
    notSafe: 'The store’s address must begin with https: customers’ words travel there.',
    refused: 'The browser asked, and the answer was no. Nothing was changed; you can try again.',
  },

  device: {
    title: 'On this computer',
    customers: 'Customers',
    size: 'Takes up',
    about: (size: string) => `about ${size} on this computer`,
    sizeUnknown: 'the browser doesn’t say',
    unsent: 'Not sent yet',
    count: (n: number) => (n === 0 ? 'nothing' : plural(n, 'note', 'notes')),
    kept: 'Kept',
    promised: 'The browser has promised to keep it until Heed is removed.',
    exempt:
      'The browser gave no promise, but it doesn’t clear what extensions like Heed store, even on a full disk.',
    mayBeCleared:
      'The browser may clear all of it when the disk is nearly full, unsent notes too. Free some space, and send what waits.',
    coming: 'On their way here',
    ofCustomers: (here: string, all: string) => `${here} of ${all} customers`,
    updated: 'Last update',
    never: 'not yet',
    store: 'Store',
    online: 'reached',
    offline: 'can’t be reached',
    locked: 'Customers are locked until you sign in.',
    syncNow: 'Update now',
    notes: 'Unsent notes',
    notesOf: (n: number) => `${plural(n, 'note waits', 'notes wait')} here. Sign in to see your own.`,
  },

  importNotes: {
    title: 'Notes of others',
    lead: 'A rep whose notes can’t be sent saves them as a file, under Unsent notes. Stored from here they stay the rep’s, and say that you imported them.',
    button: 'Import a file of unsent notes',
    busy: 'Importing…',
    author: (name: string) =>
      `Claimed author: ${name}. What was stored stands under that name, and says that you imported it.`,
    result: (stored: number, known: number, refused: number) =>
      `${plural(stored, 'note', 'notes')} stored, ${known} ${known === 1 ? 'was' : 'were'} there already, ${refused} refused.`,
    refused: (position: number, name: string, why: string) =>
      `${[`Note ${position}`, name].filter(Boolean).join(', ')}: ${why}`,
    failed: (n: number) =>
      `${plural(n, 'note', 'notes')} couldn’t be stored now. Import the file again later: no note is stored twice.`,
    codes: {
      'not-allowed': 'It is by someone else than the rest of the file. Each rep saves their own.',
      unreadable: 'Its words couldn’t be read any more on the rep’s computer, and aren’t in the file.',
      'not-a-note':
        'It is no finished new note: it changes one that is stored already, was handed to a colleague half-written, or says that something looks wrong. Only the rep’s own computer can send that. Its words stay in the file.',
    } as Record<string, string>,
    why: {
      'too-large':
        'The file is larger than 5 MB: that is no file of unsent notes. Choose the one that “Save as file” made.',
      'no-such-file':
        'That is no file of unsent notes. Nothing was imported. Choose the one that “Save as file” made.',
      'not-allowed': 'Only a supervisor or an administrator may import notes. Nothing was imported.',
      'signed-out': 'Your sign-in has run out. Nothing was imported; sign in, and choose the file again.',
      'no-answer':
        'The store didn’t answer. Choose the file again when it can be reached: no note is stored twice.',
      'went-wrong':
        'Something in Heed went wrong. Choose the file again: no note is stored twice. If it stays, reload this page.',
    } satisfies Record<WhyNotImported, string>,
  },

  protection: {
    title: 'What is protected, and what isn’t',
    yes: [
      'Customers are stored encrypted; signing out throws the key away.',
      'What the last 200 customers you opened told us is kept encrypted, for you alone; signing out removes it.',
      'Notes are stored encrypted under a key of your own: they wait for you, and other users of this browser can’t read them.',
      'The CRM’s page can’t read the sidebar.',
      'Card numbers are masked before they are stored.',
      'No names, e-mails or phone numbers of customers are stored with their cards.',
    ],
    no: [
      'Malware under your own account on this computer can read what you can read.',
      'The CRM’s page can see the badge: its four words, and nothing behind them.',
      'In a list, the CRM’s page can see beside which names Heed looks, and not what it shows there.',
      'Whoever holds this computer’s disk can read drafts and unsent notes: their keys lie beside them. Disk encryption protects there.',
      'A note’s text holds whatever you write into it.',
    ],
    yesTitle: 'Protected',
    noTitle: 'Not protected',
  },

  about: {
    title: 'About',
    version: (v: string) => `Heed ${v}`,
    marks:
      'NPS, Net Promoter and Net Promoter Score are registered trademarks of Bain & Company, Inc., NICE Satmetrix and Fred Reichheld.',
  },

  language: {
    title: 'Language',
    label: 'Language',
    /** each by its own name: whoever can’t read this page finds theirs */
    choices: { browser: 'As the browser', en: 'English', es: 'Español' } satisfies Record<
      LanguageChoice,
      string
    >,
  },

  welcome: {
    title: 'Welcome to Heed',
    lead: 'How your customer feels, what to say first, and a note that is never lost. Three steps, once.',
    step: (n: number) => `Step ${n}`,
    done: 'done',
    store: 'Find your store',
    account: 'Sign in',
    accountLead: 'A window of your store opens. Heed never sees your password.',
    sites: 'Show Heed your CRM',
    ready: 'All set. Open a customer in your CRM: Heed stands at the right edge.',
    settings: 'Settings',
  },
} as const;

export const settingsWords = inLanguage(settingsEn, settingsEs);
