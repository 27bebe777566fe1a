import { badgeLevel } from '@/lib/domain/badge-level';
import type { LookupAnswer } from '@/lib/messaging/lookup-methods';
import type { Candidate } from '@/lib/messaging/sidebar-view';
import { chooserWords } from '@/lib/ui/chooser-words';
import { practiceWordsEn } from '@/lib/ui/practice/practice-words';
import { ringWords } from '@/lib/ui/ring-words';
import { words } from '@/lib/ui/words';

/** What the toolbar's popup says, and the option about it. */
export const lookupWords = {
  title: 'Find a customer',
  hint: 'Phone, e-mail or account number',
  find: 'Find',
  unreadable: ringWords.unreadable,
  paused: 'That was more than Heed looks up in a minute. Nothing is lost; try again in a minute.',
  failed: 'Heed didn’t answer. Nothing is lost; try again.',
  changed: 'This customer can’t be taken up now: who is meant has changed. Find them again.',
  openPanel: 'Open side panel',
  practice: practiceWordsEn.title,
  settings: 'Settings',
  call: (name: string) => `On the line: ${name}`,

  click: {
    title: 'Heed’s button in the toolbar',
    lead: 'A click shows a field to find a customer by, and a button that opens the side panel.',
    label: 'Open the side panel at once instead',
    failed: 'That couldn’t be saved. Nothing was changed; try again.',
  },
} as const;

/** What the address bar says after the keyword. */
export const addressBarWords = {
  hint: 'Heed: type a phone number, an e-mail address or an account number',
  unreadable: 'Heed: this is no phone number, e-mail address or account number yet',
  signedOut: 'Heed: nobody is signed in. Sign in first, in the sidebar',
  paused: 'Heed: that was more than it looks up in a minute. Try again in a minute',
  find: (said: string, found: string) => `Find ${said}: ${found}`,
  begin: (level: string, number: string, by: string) => `Call with ${number}: ${level}, ${by}`,
} as const;

/** One who may be meant, in one line: level in words, number, and how they were found; nothing of their account. */
export function candidateLine({ card, foundBy }: Candidate): string {
  const by = [...new Set(foundBy)].map((kind) => chooserWords.foundBy[kind]).join(', ');
  const level = words.level[badgeLevel(card.risk.level)];
  return addressBarWords.begin(level, words.header.number(card.number), chooserWords.found(by));
}

type Read = Extract<LookupAnswer, { state: 'read' }>;

/** What Enter does with what stands there now. */
export function answerLine(answer: LookupAnswer): string {
  const w = addressBarWords;
  if (answer.state === 'signed-out') return w.signedOut;
  if (answer.state === 'unreadable') return w.unreadable;
  return answer.state === 'paused' ? w.paused : w.find(answer.said, foundLine(answer));
}

function foundLine({ why, candidates }: Read): string {
  const [first] = candidates;
  if (why === 'one' && first) return words.level[badgeLevel(first.card.risk.level)];
  return why === 'nobody' ? ringWords.notFound : ringWords.why[why];
}
