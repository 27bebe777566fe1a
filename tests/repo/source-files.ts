import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export type SourceFile = { path: string; text: string };

function tracked(pattern: RegExp): string[] {
  // With untracked files that git does not ignore, so that a rule holds before the commit too.
  const out = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  return [...new Set(out.split('\n'))].filter((path) => pattern.test(path) && existsSync(path)).sort();
}

/** All files of the checkout whose path fits, with their text. */
export function sourceFiles(pattern: RegExp): SourceFile[] {
  return tracked(pattern).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** The product's own code: what ships in the extension or runs the store and the demo. */
export const productCode = /^(entrypoints|components|lib|server|demo|cli)\/.*\.(ts|tsx|mjs|js)$/;
