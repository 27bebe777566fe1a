import type { Guard } from './guard';

const store = { project: 'server', tests: ['tests/server/edit-note.test.ts'] } as const;

/** A note may be edited, by its author, and nothing that was said is lost by it. */
export const editGuards: readonly Guard[] = [
  {
    guard: 'an edit of an older version changes nothing: it is a conflict',
    file: 'server/mutations/edit-note.ts',
    find: 'if (note.version !== base) {',
    replace: 'if (note.version < base) {',
    ...store,
    named: 'on PGlite.*isn’t the newest',
  },
  {
    guard: 'of two edits at once the second finds the first',
    file: 'server/mutations/edit-note.ts',
    find: '    .forUpdate()\n',
    replace: '',
    ...store,
    named: 'on PostgreSQL.*come at once',
  },
  {
    guard: 'an edit that was applied is known by its id',
    file: 'server/mutations/edit-note.ts',
    find: "if (await isApplied(trx, customerId, id)) return 'duplicate';",
    replace: '',
    ...store,
    named: 'on PGlite.*sent again is a duplicate',
  },
  {
    guard: 'only its author edits a note',
    file: 'server/mutations/edit-note.ts',
    find: "if (note.author_id !== userId) throw new Rejection('not-allowed', 'the note is another author’s');",
    replace: '',
    ...store,
    named: 'on PGlite.*author’s alone',
  },
  {
    guard: 'what a note said before it was edited is kept',
    file: 'server/mutations/edit-note.ts',
    find: 'await keepVersion(trx, note);',
    replace: '',
    ...store,
    named: 'on PGlite.*what it said before is kept',
  },
  {
    guard: 'an edit is masked by the store, too',
    file: 'server/mutations/edit-note.ts',
    find: 'const clean = cleanContent(edit);',
    replace: 'const clean = edit;',
    ...store,
    named: 'on PGlite.*masked and mended',
  },
  {
    guard: 'an offer that was done stays in its note',
    file: 'server/mutations/edit-note.ts',
    find: 'keepDoneOffers(note.content.offers, clean.offers)',
    replace: 'clean.offers',
    ...store,
    named: 'on PGlite.*offer that was done',
  },
  {
    guard: 'a promise that was kept stands, whatever the note says since',
    file: 'server/mutations/write-commitments.ts',
    find: 'if (kept) return;',
    replace: '',
    ...store,
    named: 'on PGlite.*promise that was kept',
  },
  {
    guard: 'an edit marks its customer’s card to be made anew',
    file: 'server/mutations/edit-note.ts',
    find: 'await markDirty(trx, [customerId], at);',
    replace: '',
    ...store,
    named: 'on PGlite.*brings the change to the customer’s card',
  },
];
