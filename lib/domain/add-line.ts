import { LONGEST_SUMMARY } from './note';

/** What is added to a summary to put a text on a line of its own; null where it doesn't fit any more. */
export function lineToAdd(summary: string, text: string): string | null {
  const added = summary === '' || summary.endsWith('\n') ? text : `\n${text}`;
  return text === '' || summary.length + added.length > LONGEST_SUMMARY ? null : added;
}

/** The summary without what was added; null where it doesn't stand there any more as it was added. */
export function takeBack(summary: string, added: string): string | null {
  const at = summary.lastIndexOf(added);
  return added === '' || at === -1 ? null : summary.slice(0, at) + summary.slice(at + added.length);
}
