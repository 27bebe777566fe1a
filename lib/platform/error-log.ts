/**
 * Reports what a developer should look at: where it happened, the error's kind, its stack. Never its message, which
 * may hold a customer's data, and each stack once.
 */
export type ErrorLog = (where: string, error: unknown) => void;

/** A line of a stack, as Chromium (`at f (url:1:2)`) and Firefox (`f@url:1:2`) write it; a message never looks so. */
const FRAME = /^\s*at .+:\d+:\d+\)?$|^\S*@[a-z-]+:\/\/\S+:\d+:\d+$/;

function frames(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, 8)
    .join('\n');
}

/** @param write receives one text per new error */
export function createErrorLog(write: (text: string) => void): ErrorLog {
  const seen = new Set<string>();
  return (where, error) => {
    const kind = error instanceof Error ? error.name : typeof error;
    const text = `Heed: ${where}: ${kind}\n${frames(error)}`;
    if (seen.has(text)) return;
    seen.add(text);
    write(text);
  };
}
