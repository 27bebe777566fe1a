import { inLanguage } from '@/lib/platform/language';
import { plural } from '../format';
import { approvalsPageEs } from './es/approvals-page-words';

/** What the supervisor's page says. */
export const approvalsPageEn = {
  title: 'Approvals',
  lead: 'Reps who ask for more than they may give themselves. A customer waits on the line: answer what you can, the next supervisor is asked when your time is over.',
  loading: 'Looking who waits…',
  empty: 'Nobody waits for you.',
  emptyHint: 'This page looks every two seconds. The toolbar shows a number when somebody asks.',
  waiting: (n: number) => `${plural(n, 'question waits', 'questions wait')} for you.`,
  asks: (name: string) => `${name} asks`,
  team: (team: string) => `team ${team}`,
  customer: 'Customer',
  number: (n: number) => `#${n}`,
  unnamed: 'not in the customer list yet',
  what: 'To give',
  why: 'Why',
  left: (n: number) => `${n} s`,
  leftLong: (n: number) => plural(n, 'second left', 'seconds left'),
  yours: 'It waits for you.',
  passed: (name: string) => `It waits for ${name} now. You may still answer.`,
  over: 'This question is over.',
  tooSoon: 'This had only just come to its place. Look, and press again.',
  line: 'A line to the rep',
  lineHint: 'Optional',
  grant: 'Grant',
  grantLong: (what: string, who: string) => `Grant ${what} to ${who}`,
  refuse: 'Refuse',
  refuseLong: (what: string, who: string) => `Refuse ${what} to ${who}`,
  granted: (what: string, who: string) => `You granted ${what}. ${who} sees it now.`,
  refused: (what: string, who: string) => `You refused ${what}. ${who} sees it now.`,
  overtaken: {
    granted: (by: string) => `${by} had granted it already. Your answer doesn’t count.`,
    refused: (by: string) => `${by} had refused it already. Your answer doesn’t count.`,
    withdrawn: (_by: string) => 'The rep had taken it back. Your answer doesn’t count.',
    unanswered: (_by: string) =>
      'The time was over: the rep was told to offer something else. Your answer doesn’t count.',
    waiting: (_by: string) => 'It couldn’t be answered now. Try again.',
  },
  gone: 'That question isn’t there any more. Nothing was answered.',
  notSent: 'Your answer wasn’t sent. Try again.',
  someoneElse: 'Somebody else is signed in by now. Nothing was answered. Look at the list anew.',
  offline: (since: string) =>
    `The store can’t be reached. This is what waited at ${since}; answers can’t be sent now.`,
  offlineAtOnce: 'The store can’t be reached. Heed looks again by itself.',
  notYours: 'Approvals are for supervisors and administrators.',
  notYoursHint: 'Sign in as one in Heed’s settings.',
  openSettings: 'Open settings',
  signedOut: 'Nobody is signed in here.',
  signIn: 'Sign in',
  signingIn: 'Waiting for the sign-in window…',

  card: {
    title: 'Approvals',
    lead: 'Reps who ask you for more than they may give themselves.',
    open: 'Open approvals',
  },
} as const;

export const approvalsPageWords = inLanguage(approvalsPageEn, approvalsPageEs);
