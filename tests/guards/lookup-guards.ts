import type { Guard } from './guard';

const lookups = { project: 'unit', tests: ['tests/unit/sync/lookup/lookups.test.ts'] } as const;
const sender = { project: 'unit', tests: ['tests/unit/messaging/sender.test.ts'] } as const;
const practice = { project: 'unit', tests: ['tests/unit/domain/practice/practice-round.test.ts'] } as const;
const popup = { project: 'components', tests: ['tests/components/lookup.test.tsx'] } as const;

/** Looking up from the toolbar and the address bar. */
export const lookupGuards: readonly Guard[] = [
  {
    guard: 'the popup’s page is the popup only where no page holds it',
    file: 'lib/messaging/sender.ts',
    find: "if (path === '/popup.html' && !sender.tab)",
    replace: "if (path === '/popup.html')",
    ...sender,
  },
  {
    guard: 'nobody is looked up by typing faster than a rep',
    file: 'lib/sync/lookup/lookups.ts',
    find: "if ((await pace.admit(TYPED, [asked])).admitted === 0) return { state: 'paused' };",
    replace: 'await pace.admit(TYPED, [asked]);',
    ...lookups,
  },
  {
    guard: 'nobody is looked up for who isn’t signed in',
    file: 'lib/sync/lookup/lookups.ts',
    find: "if ((await account.state()).state === 'signed-out') return { state: 'signed-out' };",
    replace: '',
    ...lookups,
  },
  {
    guard: 'the click that chooses opens the side panel before anything is awaited',
    file: 'lib/ui/lookup/use-lookup.ts',
    find: '    host.openPanel?.();\n    if (await done) onDone();',
    replace: '    if (await done) onDone();\n    host.openPanel?.();',
    ...popup,
  },
  {
    guard: 'a round of practice has customers of every level',
    file: 'lib/domain/practice/choose-round.ts',
    find: 'shuffled([...each, ...more].slice(0, IN_A_ROUND), random)',
    replace: 'newFirst.slice(0, IN_A_ROUND)',
    ...practice,
  },
  {
    guard: 'the first answer to a question of practice stays',
    file: 'lib/ui/practice/practice-round.ts',
    find: 'answers: { ...given, ...one.answers }',
    replace: 'answers: { ...one.answers, ...given }',
    ...practice,
  },
];
