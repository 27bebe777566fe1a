import type { Guard } from './guard';

const recycling = { project: 'unit', tests: ['tests/unit/crm/lists/list-recycling.test.ts'] } as const;
const watching = { project: 'unit', tests: ['tests/unit/crm/lists/list-watcher.test.ts'] } as const;
const answers = { project: 'unit', tests: ['tests/unit/crm/lists/list-levels.test.ts'] } as const;
const readings = { project: 'unit', tests: ['tests/unit/crm/lists/list-readings.test.ts'] } as const;
const levels = { project: 'unit', tests: ['tests/unit/sync/pages/page-levels.test.ts'] } as const;

/** Badges in lists: beside the right name or nowhere, and nothing for the page to read. */
export const listGuards: readonly Guard[] = [
  {
    guard: 'a row that shows the next customer loses its badge in that moment',
    file: 'lib/crm/lists/list-watcher.ts',
    find: 'if (shows) badges.clear(shows.anchor);',
    replace: '',
    ...recycling,
  },
  {
    guard: 'rows are heard of when they change, not only read again when idle',
    file: 'lib/crm/lists/row-watch.ts',
    find: 'if (isRow(at)) rowChanged(at);',
    replace: ';',
    ...recycling,
  },
  {
    guard: 'rows that were read by an adapter that was mended since are read anew',
    file: 'lib/crm/lists/list-watcher.ts',
    find: 'isSameWay(lists) ? rows.flat() : []',
    replace: 'rows.flat()',
    ...readings,
    named: 'adapter is mended',
  },
  {
    guard: 'rows are read anew once the page is elsewhere, since their links may be, too',
    file: 'lib/crm/lists/list-watcher.ts',
    find: 'JSON.stringify([href, ',
    replace: "JSON.stringify(['', ",
    ...readings,
    named: 'leads elsewhere',
  },
  {
    guard: 'what rows are read from now is watched, not what they were read from before',
    file: 'lib/crm/lists/row-watch.ts',
    find: 'isSame && watchedFor === attributeFilter.join()',
    replace: 'isSame',
    ...readings,
    named: 'is watched',
  },
  {
    guard: 'each list is watched whole, wherever the others stand',
    file: 'lib/crm/lists/row-watch.ts',
    find: 'lists.flatMap((rows) => containersOf(rows, parent))',
    replace: 'containersOf(lists.flat(), parent)',
    ...readings,
    named: 'two lists on one page',
  },
  {
    guard: 'a badge that would move anything is not left there',
    file: 'lib/crm/lists/list-badges.ts',
    find: 'if (measure(place) === before[i]) return;',
    replace: 'if (i >= 0) return;',
    ...watching,
    named: 'move anything',
  },
  {
    guard: 'every row gets the same element, whatever its level',
    file: 'lib/crm/lists/list-watcher.ts',
    find: 'levels.of(key) !== undefined',
    replace: 'typeof levels.of(key) === "string"',
    ...watching,
    named: 'one empty element',
  },
  {
    guard: 'in a hidden tab there are no badges, and rows are read anew on return',
    file: 'lib/crm/lists/list-watcher.ts',
    find: "if (document.visibilityState === 'hidden') leave();",
    replace: "if (document.visibilityState === 'hidden') return;",
    ...watching,
    named: 'the tab is hidden',
  },
  {
    guard: 'an answer from before a sign-out counts no more',
    file: 'lib/crm/lists/list-levels.ts',
    find: 'if (asked === turn) take(people, answer);',
    replace: 'if (asked >= 0) take(people, answer);',
    ...answers,
    named: 'on its way before',
  },
  {
    guard: 'a tab may ask for three hundred new identifiers a minute',
    file: 'lib/sync/pages/lookup-pace.ts',
    find: 'const MOST_IDENTIFIERS = 300;',
    replace: 'const MOST_IDENTIFIERS = 3000;',
    ...levels,
  },
  {
    guard: 'the page’s script learns of nobody who is at no risk',
    file: 'lib/sync/pages/page-levels.ts',
    find: "return level === 'at-risk' || level === 'watch' ? level : null;",
    replace: 'return level as ListLevel;',
    ...levels,
  },
  {
    guard: 'whoever could be several customers gets no badge',
    file: 'lib/sync/pages/page-levels.ts',
    find: "one.state === 'customer' ? one.number : null",
    replace:
      "one.state === 'customer' ? one.number : one.state === 'choose' ? (one.candidates[0]?.number ?? null) : null",
    ...levels,
  },
  {
    guard: 'levels in lists can be switched off',
    file: 'lib/sync/pages/page-levels.ts',
    find: '!shown || ',
    replace: '',
    ...levels,
  },
];
