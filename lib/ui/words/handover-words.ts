import type { GivenAway } from '@/lib/messaging/handover-methods';
import { inLanguage } from '@/lib/platform/language';
import { emotionEn } from './emotion-words';
import { handoverEs } from './es/handover-words';

/** What is said where a half-written note goes from rep to rep. */
export const handoverEn = {
  menu: 'Hand over…',
  /** in the call's own line, beside its key */
  short: 'Hand over',
  title: (name: string) => `Hand over: ${name}`,
  to: 'Who goes on?',
  search: 'Search colleagues',
  team: (team: string) => (team === '' ? 'My team' : `My team, ${team}`),
  noMatch: 'Nobody by this name',
  unknown: 'Colleagues can’t be listed while the store can’t be reached. Your team can take it all the same.',
  ask: 'What should they do?',
  askHint: 'In one line',
  onLine: 'Still on the line: I put them through',
  onLineHint:
    'You verified the caller, so your colleague reads this at once. They ask who it is all the same.',
  laterHint: 'Your colleague reads this once they have verified the caller.',
  offline: 'The store can’t be reached. The note waits on this computer, and nobody can take it before.',
  give: 'Hand over',
  cancel: 'Cancel',
  given: (name: string, to: string) => `Note on ${name} handed over to ${to}.`,

  from: (name: string) => `${name} hands over`,
  mine: (to: string) => (to === '' ? 'You hand this over' : `You hand this over to ${to}`),
  taken: 'You took this before',
  verified: (name: string) => `${name} verified the caller. Ask them again.`,
  notVerified: (name: string) => `${name} didn’t verify the caller.`,
  locked: 'What was said shows once the caller is verified.',
  asked: 'Asked of you',
  youAsked: 'You asked',
  said: 'Said',
  tried: 'Tried',
  promised: 'Promised',
  heard: 'Heard',
  promise: (what: string, day: string, by: string) => [`${what}, by ${day}`, by].filter(Boolean).join(', '),
  nothing: 'Nothing yet',
  complaint: 'Complaint',
  dispute: 'Disputed',
  support: 'Support needed',
  take: 'Take over',
  takeLong: (name: string) => `Take over from ${name}`,
  goOn: 'Go on',
  begunBy: (name: string) => `Begun by ${name}`,
  emotions: emotionEn,

  list: 'Handed over',
  states: {
    unsent: 'waits on this computer: nobody can take it before the store can be reached',
    refused: 'couldn’t be handed over; it is safe on this computer',
    waiting: 'waits to be taken',
    taken: 'taken',
  } satisfies Record<GivenAway['state'], string>,
  toWhom: (to: string) => `to ${to}`,
  takenBy: (name: string) => `${name} took it`,
  takeBack: 'Take back',
  takeBackLong: (name: string) => `Take back the note on ${name}`,
  seen: 'OK',
  seenLong: (name: string) => `OK: note on ${name}`,
  /** in the list of unsent notes */
  unsent: 'Handover',
} as const;

export const handoverWords = inLanguage(handoverEn, handoverEs);
