import { badgeLevel } from '@/lib/domain/badge-level';
import type { LookupAnswer } from '@/lib/messaging/lookup-methods';
import type { Candidate } from '@/lib/messaging/sidebar-view';
import { chooserWords } from '@/lib/ui/words/chooser-words';
import { lookupWords } from '@/lib/ui/words/lookup-words';
import { ringWords } from '@/lib/ui/words/ring-words';
import { words } from '@/lib/ui/words/words';

const w = lookupWords.bar;
const levelOf = ({ card }: Candidate) => words.level[badgeLevel(card.risk.level)];

/**
 * One who may be meant, in one line: level in words, name, number, and how they were found; nothing of their account.
 * @param isPrivate strangers can see this screen: then level and name stay unsaid
 */
export function candidateLine(candidate: Candidate, isPrivate: boolean): string {
  const { card, storeName, accountEnd, foundBy } = candidate;
  const by = chooserWords.found([...new Set(foundBy)].map((kind) => chooserWords.foundBy[kind]).join(', '));
  const number = words.header.number(card.number);
  const ending = accountEnd && chooserWords.accountEndLong(accountEnd);
  const called = isPrivate ? number : [`${storeName} ${number}`.trim(), ending].filter(Boolean).join(', ');
  return w.call(called, isPrivate ? by : `${levelOf(candidate)}, ${by}`);
}

type Read = Extract<LookupAnswer, { state: 'read' }>;

function foundLine({ why, candidates: [first] }: Read, isPrivate: boolean): string {
  if (why === 'one' && first) return isPrivate ? w.found : levelOf(first);
  return why === 'nobody' ? ringWords.notFound : ringWords.why[why];
}

/** What Enter does with what stands there now. */
export function answerLine(answer: LookupAnswer, isPrivate: boolean): string {
  if (answer.state === 'signed-out') return w.signedOut;
  if (answer.state === 'unreadable') return w.unreadable;
  return answer.state === 'paused' ? w.paused : w.find(answer.said, foundLine(answer, isPrivate));
}
