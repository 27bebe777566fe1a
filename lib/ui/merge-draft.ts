import { maskCardNumbers } from '@/lib/domain/mask-card-numbers';
import type { NoteContent } from '@/lib/domain/note';
import { sameSaid } from './note-said';

function mergeText(base: string, mine: string, theirs: string): string {
  // The background masks card numbers too: its spelling of the same words is no other text.
  if (maskCardNumbers(mine) === theirs) return theirs;
  if (theirs.startsWith(mine)) return theirs;
  if (mine.startsWith(theirs)) return mine;
  if (theirs.startsWith(base) && mine.startsWith(base))
    return `${mine}\n${theirs.slice(base.length).trimStart()}`;
  return `${mine}\n${theirs}`;
}

function mergeField<K extends keyof NoteContent>(
  key: K,
  base: NoteContent,
  mine: NoteContent,
  theirs: NoteContent,
): NoteContent[K] {
  return sameSaid(mine[key], base[key]) ? theirs[key] : mine[key];
}

/**
 * One note typed in two places (two tabs, or tab and side panel) by the same rep: what changed in only one place is
 * taken, summaries that both changed are both kept, and for the rest the hand that is here wins.
 * @param base what both knew last
 */
export function mergeDrafts(base: NoteContent, mine: NoteContent, theirs: NoteContent): NoteContent {
  const field = <K extends keyof NoteContent>(key: K) => mergeField(key, base, mine, theirs);
  const bothWrote = !sameSaid(mine.summary, base.summary) && !sameSaid(theirs.summary, base.summary);
  return {
    caller: field('caller'),
    contactReason: field('contactReason'),
    summary: bothWrote ? mergeText(base.summary, mine.summary, theirs.summary) : field('summary'),
    reasons: field('reasons'),
    rootReason: field('rootReason'),
    severity: field('severity'),
    lossOf: field('lossOf'),
    emotion: field('emotion'),
    complaint: field('complaint'),
    jurisdiction: field('jurisdiction'),
    dispute: field('dispute'),
    supportNeeded: field('supportNeeded'),
    promise: field('promise'),
    offers: field('offers'),
    outcome: field('outcome'),
    followUpOn: field('followUpOn'),
  };
}
