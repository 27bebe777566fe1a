import type { Guard } from './guard';

const newcomers = { project: 'unit', tests: ['tests/unit/sync/pages/someone-new.test.ts'] } as const;
const here = { project: 'unit', tests: ['tests/unit/sync/book/all-here.test.ts'] } as const;
const chooser = { project: 'components', tests: ['tests/components/chooser.test.tsx'] } as const;

/** “Someone new” is said of those whom the rep saw, and of nobody else. */
export const newcomerGuards: readonly Guard[] = [
  {
    guard: '“Someone new” counts for nothing while the cards of those meant can’t be read',
    file: 'lib/sync/pages/none-of.ts',
    find: 'if (noneOf === undefined || candidates.length === 0) return false;',
    replace: 'if (noneOf === undefined) return false;',
    ...newcomers,
    named: 'can’t be read',
  },
  {
    guard: 'while cards are damaged, not all customers are here',
    file: 'lib/sync/book/all-here.ts',
    find: "if ((await book.damaged()).some(({ kind }) => kind === 'cards')) return false;",
    replace: '',
    ...here,
  },
  {
    guard: '“Someone new” is said of nobody whom the rep didn’t see',
    file: 'lib/sync/pages/page-choices.ts',
    find: '.filter((number) => shown.includes(number))',
    replace: '',
    ...newcomers,
    named: 'says nothing of whom',
  },
  {
    guard: '“Someone new” is no answer where another came to be found just before the click',
    file: 'lib/sync/pages/page-choices.ts',
    find: 'if (!isNoneOf(slot.candidates, noneOf)) return;',
    replace: '',
    ...newcomers,
    named: 'is no answer where',
  },
  {
    guard: '“Someone new” can’t be said where no card can be read',
    file: 'components/chooser.tsx',
    find: 'allHere && candidates.length > 0;',
    replace: 'allHere;',
    ...chooser,
  },
  {
    guard: '“Someone new” can’t be said while cards are damaged',
    file: 'entrypoints/sidebar/screen.tsx',
    find: "whyUnknown(view) === 'unknown' && !view?.sync.damaged",
    replace: "whyUnknown(view) === 'unknown'",
    ...chooser,
  },
  {
    guard: 'a sidebar hears that cards are damaged',
    file: 'lib/sync/sync-status.ts',
    find: "damaged: damaged.some(({ kind }) => kind === 'cards'),",
    replace: 'damaged: false,',
    ...here,
  },
];
