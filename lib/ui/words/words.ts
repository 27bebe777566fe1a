import type { BadgeLevel } from '@/lib/domain/badge-level';
import type { Caller, NoteContent, Offer } from '@/lib/domain/note';
import type { Phase } from '@/lib/domain/playbook';
import { inLanguage } from '@/lib/platform/language';
import type { CustomerDetail } from '@/lib/protocol/customer-detail';
import { plural } from '../format';
import { chooserWords } from './chooser-words';
import { wordsEs } from './es/words';
import { ringWords } from './ring-words';
import { conflictWords, lostWords, unsentWords } from './unsent-words';

/** All that the sidebar says in words of its own, in one place, so that a second language is a second file. */
export const wordsEn = {
  level: { 'at-risk': 'At risk', watch: 'Watch', ok: 'OK', unknown: 'Unknown' } satisfies Record<
    BadgeLevel,
    string
  >,

  header: {
    noName: 'No name on the page',
    number: (n: number) => `#${n}`,
    numberLong: (n: number) => `Customer ${n} in Heed`,
    tenure: (t: string) => (t === 'new' ? 'new customer' : t),
    slots: { call: 'This call', page: 'This page', edit: 'An earlier note' },
    start: 'Start call',
    menu: 'More',
    collapse: 'Collapse Heed',
    park: 'Park this call',
    end: 'End call without a note',
    parkEdit: 'Edit later',
    endEdit: 'Leave the note as it is',
    openPanel: 'Open in the browser’s sidebar',
    settings: 'Settings',
    shortcuts: 'Shortcuts',
    signOut: 'Sign out',
  },

  regions: { who: 'Who this is about' },

  slot: {
    call: 'This call:',
    page: 'The page shows',
    nobody: 'nobody',
    switch: 'Switch',
    switchTo: (name: string) => `Switch to ${name}`,
    stay: 'Stay',
    stayWith: (name: string) => `Stay with ${name}`,
  },

  caller: {
    label: 'Caller',
    states: {
      unverified: 'Not verified',
      customer: 'The customer',
      authorised: 'Authorised by the customer',
      other: 'Someone else',
    } satisfies Record<Caller, string>,
    verified: 'Verified',
    choose: 'Who is calling?',
    change: 'Change',
    other: 'Say nothing about the account.',
    held: 'On hold for over 15 minutes: ask again who it is.',
    hint: 'What they told us and what you may offer shows once the caller is verified.',
    hintOther: 'What the customer told us stays closed: this caller may not hear it.',
  },

  prompts: {
    title: { start: 'Say first', during: 'Say next', wrap: 'Before you go' } satisfies Record<Phase, string>,
    dismiss: (intent: string) => `Dismiss: ${intent}`,
    dismissed: (n: number) => plural(n, 'prompt dismissed', 'prompts dismissed'),
    undo: 'Undo',
  },

  told: {
    title: 'Already told us',
    contacts: 'Contacts',
    none90: 'None in 90 days',
    in90: (n: number) => `${plural(n, 'contact', 'contacts')} in 90 days`,
    last: (ago: string) => `last ${ago}`,
    reason: 'Last about',
    promise: 'Promised',
    broken: (n: number) => plural(n, 'promise not kept', 'promises not kept'),
    morePromises: (n: number) => `and ${n} more`,
    promiseState: { due: 'due', kept: 'done', broken: 'not done' } satisfies Record<
      CustomerDetail['promises'][number]['state'],
      string
    >,
    score: 'Score',
    noScore: 'Never answered, or not by name',
    expired: (age: string) => `${age} old: too old to go by`,
    ageing: 'getting old',
    earlier: (scores: string) => `Scores, oldest first: ${scores}`,
    down: (before: number) => `down from ${before}`,
    up: (before: number) => `up from ${before}`,
    why: 'Why',
    points: (n: number) => `${plural(n, 'point', 'points')}, not a probability.`,
    asOf: (day: string) => `as of ${day}`,
    complaint: 'Complaint open',
    support: 'Support needed',
    doNotContact: 'Do not contact',
    loading: 'Getting their words…',
    offline: 'Their own words aren’t on this computer, and the store can’t be reached.',
    failed: 'Their own words can’t be shown now.',
    kept: (moment: string) => `What they told us is as of ${moment}; the store can’t be reached.`,
  },

  history: {
    generated: 'generated',
    by: (author: string, when: string) => `${author}, ${when}`,
    importedBy: (name: string) => `imported by ${name}`,
    noSummary: 'No summary.',
    edited: (when: string) => `edited ${when}`,
    edit: 'Edit',
    editLong: (when: string) => `Edit your note, ${when}`,
    offer: (label: string, state: string, reference: string) =>
      [`${label}: ${state}`, reference && `ref. ${reference}`].filter(Boolean).join(', '),
    promised: (what: string, day: string) => `Promised for ${day}: ${what}`,
  },

  offers: {
    title: 'You may offer',
    upTo: (money: string) => `up to ${money}`,
    nothing: 'Nothing to offer here. Listen, and write it down.',
    more: 'More…',
    fewer: 'Fewer',
    given: 'In this call',
    inNote: 'Offers in this note',
    factsStay: 'What was done stays in the note.',
    states: { offered: 'offered', declined: 'declined', accepted: 'accepted', done: 'done' } satisfies Record<
      Offer['state'],
      string
    >,
    accept: 'Accepted',
    decline: 'Declined',
    back: (label: string) => `Undo last step: ${label}`,
    remove: (label: string) => `Remove from the note: ${label}`,
    reference: 'Reference',
    done: 'Done',
    owner: 'Who does it?',
    handOver: 'Give to…',
    assign: 'Give',
    doneWith: (reference: string) => `done, ref. ${reference}`,
    task: (owner: string) => `accepted, ${owner} does it`,
    covered:
      'Something lies over Heed, or it came under the pointer. Nothing was recorded. Click once more in a second, with all of it in sight.',
    elsewhere: 'Offers are recorded in the browser’s own sidebar, where no page can cover them.',
    openPanel: 'Open it there',
  },

  note: {
    title: 'Note',
    editTitle: 'Edit note',
    saveEdit: 'Save changes',
    edited: (name: string, time: string) =>
      `Changes to the note on ${name} saved on this computer at ${time}.`,
    contactReason: 'Called about',
    reasons: 'Unhappy with',
    choose: 'Choose',
    search: 'Search reasons',
    noMatch: 'No reason fits',
    addReason: 'Add a reason',
    severity: 'How bad',
    severities: { low: 'Low', medium: 'Medium', high: 'High' } satisfies Record<
      NonNullable<NoteContent['severity']>,
      string
    >,
    summary: 'Summary',
    placeholder: 'What they said, in their words',
    promise: 'Promise',
    promisePlaceholder: 'What did you promise?',
    due: 'By when',
    who: 'By whom',
    outcome: 'Outcome',
    outcomes: {
      resolved: 'Resolved',
      'follow-up': 'Follow-up',
      'not-resolved': 'Unresolved',
    } satisfies Record<NonNullable<NoteContent['outcome']>, string>,
    complaint: 'Complaint',
    wrapUp: 'Wrap up',
    masked: 'A card number was masked. Heed never keeps them.',
    saving: 'saving…',
    saved: (time: string) => `saved ${time}`,
    failed: 'not saved',
    wrapped: (name: string, time: string) => `Note on ${name} saved on this computer at ${time}.`,
  },

  refused: {
    covered:
      'Something lies over Heed, or it came under the pointer. Nothing was done. Click once more in a second, with all of it in sight.',
    elsewhere: 'Do this in the browser’s own sidebar, where no page can cover it.',
  },

  confirm: {
    title: 'Whose note is this?',
    note: 'The note is about',
    page: 'The page shows',
    save: (name: string) => `Save to ${name}`,
    move: (name: string) => `Move to ${name}`,
    nobody: 'nobody',
    cancel: 'Cancel',
    trace: 'A move is kept with the note, so that it can be found.',
  },

  account: {
    hello: 'Heed',
    purpose: 'How your customer feels, what to say first, and a note that is never lost',
    signInFirst: 'Sign in first.',
    signIn: 'Sign in',
    signingIn: 'Waiting for the sign-in window…',
    expired: 'Your sign-in has run out.',
    expiredSafe: 'Nothing is lost: go on typing. Notes go out after you sign in again.',
    locked: 'Customers are locked since the browser was restarted.',
    lockedSafe: 'Notes work. Sign in to see who is at risk.',
    elsewhere:
      'Signing out of Heed signs you out of nothing else. On a shared computer, sign out of your company’s account too.',
    unsent: (n: number) => `${plural(n, 'unsent note', 'unsent notes')} safe on this computer.`,
    ofOthers: (n: number) => plural(n, 'unsent note of someone else', 'unsent notes of others'),
  },

  empty: {
    nobody: 'No customer on this page',
    nobodyHint: 'Open a customer or a ticket, and Heed is there.',
    paused: 'Heed waits a minute',
    pausedHint:
      'This page named more customers than anyone can open. Heed looks nobody up on it until the minute is over; your notes are safe.',
    noTab: 'Heed isn’t on this page',
    noTabHint: 'It wakes up in your CRM. Add a CRM in settings.',
    unknown: 'Not in Heed. It knows nothing about this customer yet.',
    unknownHint: 'The note works as always and finds its way.',
    coming: 'Customers are on their way to this computer.',
    awaited:
      'Not all customers are on this computer yet. They come by themselves once the store can be reached.',
    locked: 'Customers are locked until you sign in.',
    damaged:
      'What this computer has of this customer is damaged. Heed gets it again from the store by itself.',
    ok: 'Nothing to worry about.',
  },

  parked: {
    title: 'Unfinished notes',
    resume: 'Resume',
    begun: (when: string) => `begun ${when}`,
    editing: (when: string) => `edit begun ${when}`,
  },

  sync: {
    online: 'online',
    offline: 'offline',
    unsent: (n: number) => `${n} unsent`,
    undoable: 'last note leaves in a moment',
    oldest: (waited: string) => `oldest ${waited}`,
    attention: (n: number) => plural(n, 'note needs attention', 'notes need attention'),
    shortcuts: 'shortcuts',
    loading: (here: string, all: string) => `getting customers: ${here} of ${all}`,
    partly: (here: string, all: string) => `${here} of ${all} customers are here`,
    generated: 'made-up data',
    asOf: (day: string) => `as of ${day}`,
  },

  error: {
    retry: 'Try again',
    signIn: 'Sign in',
    dismiss: 'Dismiss',
    crashed: 'This part of Heed stopped. What you typed is safe; open it again.',
    reopen: 'Open again',
  },

  tab: {
    open: (level: string) => `Heed: ${level}. Open`,
    openPlain: 'Open Heed',
    held: (n: number) => `${n} on hold`,
    answered: 'Answered',
    answeredLong: 'Your question for approval is answered',
  },
} as const;

export const words = {
  ...inLanguage(wordsEn, wordsEs),
  ...{ chooser: chooserWords, ring: ringWords },
  ...{ unsent: unsentWords, conflict: conflictWords, lost: lostWords },
};
