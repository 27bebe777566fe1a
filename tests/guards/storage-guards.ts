import type { Guard } from './guard';

const settings = { project: 'components', tests: ['tests/components/settings.test.tsx'] } as const;

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
    file: 'lib/sync/book/storage-witness.ts',
    find: 'lost: { at: clock.now().toISOString(), unsent: sum }',
    replace: 'lost: sum < 0 ? { at: clock.now().toISOString(), unsent: sum } : null',
    project: 'unit',
    tests: ['tests/unit/sync/book/storage-witness.test.ts'],
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
    guard: 'a customer whose data is damaged is not said to be unknown',
    file: 'lib/sync/pages/page-slots.ts',
    find: "(await book.damaged()).some((b) => b.kind === 'cards')",
    replace: 'false',
    project: 'unit',
    tests: ['tests/unit/sync/pages/page-slots.test.ts'],
    named: 'whose data is damaged',
  },
];
