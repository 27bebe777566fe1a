import { assembleSentences, type SummaryWords } from '@/lib/domain/assemble-summary';
import type { Direction, NoteContent } from '@/lib/domain/note';

/** The note as a text for elsewhere: the summary as it stands, and whatever was tapped that it doesn't say. */
export function noteText(content: NoteContent, direction: Direction, words: SummaryWords): string {
  const summary = content.summary.trim();
  const unsaid = assembleSentences(content, direction, words).filter((one) => !summary.includes(one));
  return [summary, unsaid.join(' ')].filter((part) => part !== '').join('\n\n');
}
