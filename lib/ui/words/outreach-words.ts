import type { OutreachOutcome } from '@/lib/domain/outreach';
import { inLanguage } from '@/lib/platform/language';
import { outreachEs } from './es/outreach-words';

/** What the list of whom to call says. */
export const outreachEn = {
  menu: 'Outreach: who to call',
  title: 'Who to call',
  asking: 'Asking the store who is next…',
  number: 'Number',
  why: 'Why',
  gave: (score: number, ago: string, about: string | null) =>
    `They gave us ${score} of 10${about ? `, about “${about}”` : ''} (${ago}). Nobody has spoken with them since.`,
  gaveNothing: 'They are at risk, and nobody has spoken with them.',
  wished: 'They asked to be called back about now.',
  before: (n: number) => (n === 1 ? 'Called once before.' : `Called ${n} times before.`),
  until: (when: string) => `May be called until ${when}.`,
  hint: 'Say who you are and why you call, and ask whether now is good. Of what they told us, nothing before you know it is them.',
  begin: 'Start the call',
  notNow: 'Give back',
  notNowHint: 'Somebody else may call them then.',
  next: 'Next customer',
  again: 'Look again',

  none: {
    hours: (when: string) => `Nobody to call now: it is outside calling hours. They begin ${when}.`,
    later: (when: string) => `Nobody to call now. The next one is due ${when}.`,
    empty: 'Nobody to call now.',
    pace: (when: string) =>
      `You were offered as many customers as can be called in an hour. The next one is there ${when}.`,
    hint: 'Who must not be called, or has a complaint open, is not on this list.',
  },
  offline:
    'The store can’t be reached, and the list is nowhere else: two reps must not call the same customer.',
  offlineHint: 'Nothing is lost. Look again when you are online.',
  failed: 'The list can’t be shown now. Nothing is lost.',
  refused: 'Your sign-in doesn’t allow calling from this list.',
  tooLate: 'They may not be called any more, or somebody else has them now. Take the next.',

  on: (name: string) => `The call with ${name} has begun. Say how it went, then take the next.`,
  toldAlready: 'What the call came to is noted.',
  bar: 'Outreach call',
  ask: 'How did it go?',
  outcomes: {
    reached: 'Reached',
    refused: 'Didn’t want to talk',
    'not-reached': 'Nobody answered',
    'call-back': 'Call back…',
  } satisfies Record<OutreachOutcome, string>,
  callBackDay: 'Call back on',
  callBackTime: 'at',
  callBackSet: 'Set',
  callBackCancel: 'Cancel',
  callBackPast: 'That is over already.',
  told: {
    reached: 'Reached. They are off the list.',
    refused: 'Didn’t want to talk. They are off the list.',
    'not-reached': 'Nobody answered three times. They are off the list as not reached.',
    'call-back': 'To be called back.',
  } satisfies Record<OutreachOutcome, string>,
  again3: (when: string) => `Nobody answered. They come again ${when}, perhaps to somebody else.`,
  callsBack: (when: string) => `To be called back ${when}, perhaps by somebody else.`,
  unheard: 'Noted on this computer. It goes to the store by itself.',
  callBackFar: 'Not more than 90 days ahead. Say it in the note instead.',
  late: (n: number) =>
    `${n === 1 ? 'What a call came to' : `What ${n} calls came to`} reached the store too late: somebody else had the customer by then, or they were off the list. ${n === 1 ? 'Your note is' : 'Your notes are'} kept.`,
  lateHint:
    'Go on with the next customer. If you promised a call back, tell your supervisor: the list doesn’t know of it.',
  lateRead: 'I’ve read it',
} as const;

export const outreachWords = inLanguage(outreachEn, outreachEs);
