import type { Guard } from './guard';

const undo = { project: 'e2e', tests: ['tests/e2e/background/undo-on-disk.test.ts'] } as const;

/** A wrap-up that is undone in time leaves no trace, and one that isn't is sent. */
export const undoGuards: readonly Guard[] = [
  {
    guard: 'what was wrapped up last doesn’t leave while it can be undone',
    file: 'lib/cache/due-rows.ts',
    find: 'heads.filter((row) => row.id !== held)',
    replace: 'heads',
    ...undo,
    named: 'doesn’t leave while',
  },
  {
    guard: 'no clock keeps a note back for longer than an undo',
    file: 'lib/cache/undoable.ts',
    find: ' && left <= UNDO_HOLD',
    replace: '',
    ...undo,
    named: 'set back by one',
  },
  {
    guard: 'only a note is kept back for its undo, and no edit',
    file: 'lib/cache/finish-note.ts',
    find: "if (mutation.name === 'saveNote') await",
    replace: 'await',
    ...undo,
    named: 'keeps no edit back',
  },
  {
    guard: 'an undo brings back the call, not only its note',
    file: 'lib/cache/take-back.ts',
    find: '...(call ?? { ...unknown, name })',
    replace: '...{ ...unknown, name }',
    ...undo,
    named: 'the call that it was',
  },
  {
    guard: 'a hold goes with the note that it held',
    file: 'lib/cache/sent-edits.ts',
    find: 'await forgetHolds(db, ids);',
    replace: '',
    ...undo,
    named: 'leaves no trace',
  },
  {
    guard: 'a hold goes with the note that the store refuses',
    file: 'lib/cache/outbox.ts',
    find: 'await forgetHolds(db, [id]);',
    replace: '',
    ...undo,
    named: 'the store refuses it',
  },
  {
    guard: 'a push that had nothing to send doesn’t take the store for back',
    file: 'lib/sync/sync-loop.ts',
    find: 'ended.filter((end) => !saysNothing(end)).map(',
    replace: 'ended.map(',
    project: 'unit',
    tests: ['tests/unit/sync/sync-loop.test.ts'],
    named: 'nothing to send',
  },
  {
    guard: 'whoever signs out right after a wrap-up leaves no note unsent',
    file: 'entrypoints/background/account-changes.ts',
    find: 'await sendLastWords(s);',
    replace: '',
    project: 'unit',
    tests: ['tests/unit/background/sign-out.test.ts'],
    named: 'while they are still signed in',
  },
];
