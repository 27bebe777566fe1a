import type { Guard } from './guard';

const tabs = { project: 'unit', tests: ['tests/unit/sync/pages/tab-state.test.ts'] } as const;
const lastWords = { project: 'unit', tests: ['tests/unit/sync/pages/last-words.test.ts'] } as const;
const reports = { project: 'unit', tests: ['tests/unit/sync/pages/page-reports.test.ts'] } as const;

/** Which page a tab shows, and whether it is still there. */
export const tabGuards: readonly Guard[] = [
  {
    guard: 'a page’s older report never overtakes a newer one',
    file: 'lib/sync/pages/tab-state.ts',
    find: 'taken = tab.documentId !== reported.documentId || reported.report.seq > tab.report.seq;',
    replace: 'taken = true;',
    ...tabs,
  },
  {
    guard: 'the last words of a document that is gone don’t count',
    file: 'lib/sync/pages/tab-state.ts',
    find: 'if (!alive && before.documentId !== documentId) return false;',
    replace: '',
    ...tabs,
  },
  {
    guard:
      'the last words of a document that is gone don’t end the doubt, though they came while it was asked',
    file: 'lib/sync/pages/tab-state.ts',
    find: 'if (isSilent(tab)) return unheard(tab);',
    replace: '',
    ...lastWords,
    named: 'came while it was asked',
  },
  {
    guard: 'a document that didn’t answer is asked again before what it reports is shown',
    file: 'lib/sync/pages/tab-state.ts',
    find: 'return alive ? next : unheard(next);',
    replace: 'return next;',
    ...lastWords,
    named: 'waited for their turn',
  },
  {
    guard: 'a document that is replaced while its report is taken down is not believed',
    file: 'lib/sync/pages/tab-state.ts',
    find: 'again = !wasAsked(tab);',
    replace: '',
    ...lastWords,
    named: 'came after those of the next page',
  },
  {
    guard: 'the toolbar is not painted with whom the page has left meanwhile',
    file: 'lib/sync/pages/page-reports.ts',
    find: 'if (!stillSays(tab, reported)) return { taken: false, ...quiet };',
    replace: '',
    ...reports,
  },
  {
    guard: 'the toolbar says nothing while something loads in the tab',
    file: 'lib/sync/pages/page-reports.ts',
    find: 'badge: tab.inDoubt ? null : shown, answer',
    replace: 'badge: shown, answer',
    ...reports,
  },
  {
    guard: 'while something loads in the tab, nothing is shown',
    file: 'lib/sync/pages/tab-state.ts',
    find: 'stored.update((tab) => ({ ...tab, inDoubt: true }))',
    replace: 'stored.read()',
    ...tabs,
  },
];
