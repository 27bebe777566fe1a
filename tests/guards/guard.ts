/** One place in the code that keeps a promise, and what it looks like with the guard taken out. */
export type Guard = {
  /** what is promised, as a sentence */
  guard: string;
  file: string;
  /** stands exactly once in the file */
  find: string;
  replace: string;
  /** the test files that must notice */
  tests: readonly string[];
  project: 'unit' | 'components' | 'server' | 'e2e';
  /** a regular expression on tests' full names, where the files hold much that would run in vain */
  named?: string;
};

/** How often `find` stands in the text of its file. */
export function occurrences({ find }: Pick<Guard, 'find'>, text: string): number {
  return text.split(find).length - 1;
}
