import type { RetentionOff } from '@/lib/domain/retention-off';
import { inLanguage } from '@/lib/platform/language';
import { plural } from '../format';
import { approvalEs } from './es/approval-words';

/** What the offers panel says of limits, of asking a supervisor, and of ready-made lines. */
export const approvalEn = {
  room: {
    call: (left: string, of: string) => `${left} of ${of} left`,
    day: (left: string, of: string) => `${left} of ${of} left today`,
    customer: (left: string, of: string) => `${left} of ${of} left for this customer`,
  },

  off: (why: string) => `No offers made to keep them: ${why}.`,
  offBecause: {
    complaint: 'a complaint is open',
    dispute: 'they dispute what we say they owe',
    support: 'they need support',
    'do-not-contact': 'they asked not to be contacted',
  } satisfies Record<RetentionOff, string>,
  and: (all: readonly string[]) =>
    all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`,

  again: {
    declined: (label: string, day: string) => `Not again yet: ${label}. They declined it ${day}.`,
    accepted: (label: string, day: string) => `Not again yet: ${label}. They accepted it ${day}.`,
    done: (label: string, day: string) => `Not again yet: ${label}. They accepted it ${day}, and it is done.`,
  },

  amount: {
    less: 'Give less…',
    label: 'Amount',
    set: 'Set',
    upTo: (most: string) => `Up to ${most}`,
    unread: 'That is no amount. Write it like 12.50',
  },

  ask: {
    open: 'Ask for more…',
    needs: 'needs approval',
    title: 'Ask a supervisor',
    what: 'What',
    amount: 'Amount',
    why: 'Why, in one line',
    whyHint: 'Charged twice for three months',
    send: 'Ask for approval',
    offer: (money: string) => `Offer ${money}`,
    within: 'You may give that yourself.',
    cancel: 'Cancel',
  },

  asked: {
    title: 'Approval',
    sending: 'Asking…',
    waiting: (name: string) => `Waiting for ${name}.`,
    next: (name: string) => `Then ${name} is asked.`,
    last: 'If nobody answers, you may offer something else or promise a call back.',
    seconds: (n: number) => `${n} s`,
    secondsLong: (n: number) => plural(n, 'second left', 'seconds left'),
    unreached: 'The store can’t be reached right now. Heed goes on asking it.',
    withdraw: 'Take it back',
    granted: (name: string) => `${name} says yes.`,
    refused: (name: string) => `${name} says no.`,
    said: (line: string) => `“${line}”`,
    offer: (label: string) => `Offer ${label}`,
    nobody: 'Nobody answered in time.',
    noSupervisor: 'There is no supervisor who could be asked.',
    offline: 'The store can’t be reached, so no supervisor can be asked. Your note is safe.',
    instead: 'You may offer this without asking:',
    callBack: 'Promise a call back',
    callBackWhat: (label: string) => `Call back about: ${label}`,
    promised: 'The note has a promise already: add the call back to it.',
    again: 'Ask again',
    close: 'Close',
  },

  macros: {
    title: 'Ready-made lines',
    short: 'Add',
    toNote: 'Add to note',
    add: (label: string) => `Add to note: ${label}`,
    undo: 'Take out again',
    undoLong: (label: string) => `Take out again: ${label}`,
    added: 'Added to the note.',
    full: 'The note is full: the line wasn’t added.',
  },

  waitingForYou: (n: number) => `${plural(n, 'rep waits', 'reps wait')} for your approval.`,
  openPage: 'Open',
} as const;

export const approvalWords = inLanguage(approvalEn, approvalEs);
