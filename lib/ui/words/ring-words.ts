import type { RingSlot } from '@/lib/messaging/sidebar-view';
import { inLanguage } from '@/lib/platform/language';
import { ringEs } from './es/ring-words';

/** What the sidebar says while the phone rings and no record is open. */
export const ringEn = {
  title: 'The phone rings',
  typed: 'Who is calling?',
  unverified: 'caller not verified',
  from: (site: string) => `Said by ${site}`,
  why: {
    one: 'One customer is known by this.',
    several: 'Several customers share this.',
    'identifiers-disagree': 'The account number and the phone lead to different customers.',
    nobody: 'No customer with this number. Open the record, or note it down for this number.',
    locked: 'Customers are locked until you sign in. You can note it down for this number.',
    damaged:
      'Some customers can’t be read until Heed has fetched them again. You can note it down for this number.',
  } satisfies Record<RingSlot['why'], string>,
  coming: 'Customers are still on their way to this computer.',
  notFound: 'No customer is known by this. Open the record, or note it down.',
  none: (of: number) => (of === 1 ? 'Someone else: new caller' : 'None of these: new caller'),
  noteDown: 'Note it down',
  dismiss: 'Dismiss',
  dismissLong: (said: string) => `Dismiss: ${said}`,
  /** @param of how many are listed: one alone is named only once the caller is verified */
  hint: (of: number) =>
    of === 0
      ? 'A number can be faked: ask who is calling.'
      : `A number can be faked: ask who is calling. Nothing but ${of === 1 ? 'the level' : 'levels and what tells them apart'} shows before that.`,
  parks: (name: string) => `Choosing parks the call with ${name}, with its note.`,
  also: 'rings too',
  who: 'Who is it?',
  whoLong: (said: string) => `Who is it? ${said}`,

  unplaced:
    'This note has no customer yet. Open the record: wrapping up then asks whether the note belongs there.',

  find: 'Find caller',
  findHint: 'Number, e-mail or account number',
  findButton: 'Find',
  unreadable: 'This is no phone number, e-mail address or account number.',
} as const;

export const ringWords = inLanguage(ringEn, ringEs);
