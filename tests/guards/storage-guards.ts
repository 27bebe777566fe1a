import type { Guard } from './guard';

const settings = { project: 'components', tests: ['tests/components/settings.test.tsx'] } as const;

const held = { project: 'e2e', tests: ['tests/e2e/background/blocked-notes.test.ts'] } as const;

/** The browser is asked to keep what is stored, and a person told when it may not. */
export const storageGuards: readonly Guard[] = [
  {
    guard: 'signing in asks the browser to keep what Heed stores',
    file: 'lib/ui/settings-actions.ts',
    find: 'await host.keepStorage();',
    replace: '',
    ...settings,
    named: 'asked to be kept',
  },
  {
    guard: 'a person is told that the browser may clear what is stored',
    file: 'components/device-facts.tsx',
    find: '{persisted ? w.promised : exempt ? w.exempt : w.mayBeCleared}',
    replace: '{persisted ? w.promised : w.exempt}',
    ...settings,
    named: 'says plainly whether it stays',
  },
  {
    guard: 'notes that were deleted under us are told of: an empty outbox is not one that was sent',
    file: 'lib/sync/notes/storage-witness.ts',
    find: 'lost: { at: clock.now().toISOString(), unsent: sum }',
    replace: 'lost: sum < 0 ? { at: clock.now().toISOString(), unsent: sum } : null',
    project: 'unit',
    tests: ['tests/unit/sync/notes/storage-witness.test.ts'],
    named: 'says that the notes were deleted',
  },
  {
    guard: 'a disk that was full for a while is written to again, by the same worker',
    file: 'lib/cache/notes-db.ts',
    find: 'if (this.hasFailed()) this.close({ disableAutoOpen: false });',
    replace: '',
    project: 'e2e',
    tests: ['tests/e2e/background/small-disk.test.ts'],
  },
  {
    guard: 'held by an older Heed: it is said that the notes can’t be opened, and what to do',
    file: 'lib/cache/blocked-open.ts',
    find: "reject(new AppError('storage-blocked'))",
    replace: 'undefined',
    ...held,
  },
  {
    guard: 'held by an older Heed: what was asked before that was noticed is told of it, too',
    file: 'lib/cache/blocked-open.ts',
    find: 'for (const refuse of underWay) refuseLater(refuse);',
    replace: '',
    ...held,
  },
  {
    guard: 'held by an older Heed: what needs no notes is answered all the same',
    file: 'lib/cache/blocked-open.ts',
    find: 'if (isBlocked) refuseLater(refuse);',
    replace: 'if (isBlocked) refuse();',
    ...held,
  },
  {
    guard: 'held by an older Heed: sidebars ask again by themselves once the notes are open',
    file: 'entrypoints/background/index.ts',
    find: 's.notesOpening.whenFree(() => {\n    s.views.changed();',
    replace: 's.notesOpening.whenFree(() => {',
    ...held,
  },
  {
    guard: 'a customer whose data is damaged is not said to be unknown',
    file: 'lib/sync/pages/page-slots.ts',
    find: "(await book.damaged()).some((b) => b.kind === 'cards')",
    replace: 'false',
    project: 'unit',
    tests: ['tests/unit/sync/pages/page-slots.test.ts'],
    named: 'whose data is damaged',
  },
];
