import type { ApprovalState } from '@/lib/domain/approval';
import type { Room } from '@/lib/domain/offer-room';
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
  limit: 'Limit',
  over: {
    call: (over: string, left: string, of: string) => `${over} over: ${left} of ${of} left in a call`,
    day: (over: string, left: string, of: string) => `${over} over: ${left} of ${of} left to the rep today`,
    customer: (over: string, left: string, of: string) =>
      `${over} over: ${left} of ${of} left for this customer`,
  } satisfies Record<Room['by'], unknown>,
  within: (left: string) => `Within what is left to the rep: ${left}`,
  unsaved: 'Not counting what isn’t saved yet of this call',
  open: 'Open',
  complaintOpen: 'Complaint open',
  broken: (n: number) => plural(n, 'promise broken', 'promises broken'),
  brokenOne: (what: string, day: string) => `“${what}”, promised for ${day}`,
  caseOverdue: (since: string) => `Case overdue since ${since}`,
  due: (n: number) => plural(n, 'promise due', 'promises due'),
  nothingOpen: 'No complaint, nothing promised',
  given: 'Given before',
  givenIn: (money: string, days: number) => `${money} in ${days} days`,
  givenNothing: (days: number) => `Nothing in ${days} days`,
  givenOn: (label: string, day: string) => `${label}, ${day}`,
  left: (n: number) => `${n} s`,
  leftLong: (n: number) => plural(n, 'second left', 'seconds left'),
  yours: 'It waits for you.',
  passed: (name: string) => `It waits for ${name} now. You may still answer.`,
  ended: {
    waiting: () => 'This question is over.',
    granted: (by: string, _line: string) => `Granted by ${by}.`,
    refused: (by: string, line: string) => `Refused by ${by}${line && `: “${line}”`}.`,
    unanswered: () => 'Nobody answered in time. The rep may offer something else.',
    withdrawn: () => 'The rep took it back.',
  } satisfies Record<ApprovalState, (by: string, line: string) => string>,
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
      'The time was over: the rep may offer something else. Your answer doesn’t count.',
    waiting: (_by: string) => 'It couldn’t be answered now. Try again.',
  },
  read: 'I have read this',
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
