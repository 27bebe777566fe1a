import type { Guard } from './guard';

const store = { project: 'server', tests: ['tests/server/handovers.test.ts'] } as const;
const take = { project: 'unit', tests: ['tests/unit/sync/handover/take-handover.test.ts'] } as const;
const given = { project: 'unit', tests: ['tests/unit/sync/handover/given-handovers.test.ts'] } as const;
const hold = { project: 'unit', tests: ['tests/unit/sync/notes/hold.test.ts'] } as const;
const switching = { project: 'unit', tests: ['tests/unit/sync/notes/switch-property.test.ts'] } as const;
const rings = { project: 'unit', tests: ['tests/unit/sync/phone/rings.test.ts'] } as const;
const fullDisk = { project: 'e2e', tests: ['tests/e2e/background/full-disk.test.ts'] } as const;

/** Half-written notes in other hands, and several calls at once. */
export const handoverGuards: readonly Guard[] = [
  {
    guard: 'a half-written note is read by whom it is for, and by nobody else',
    file: 'server/handovers/who-may.ts',
    find: 'return row.to_user === null ? row.to_team === team : row.to_user === id;',
    replace: 'return row.to_user === null || row.to_user === id || row.to_team === team;',
    ...store,
    named: 'by nobody of another',
  },
  {
    guard: 'one alone gets a handover',
    file: 'server/handovers/change-handover.ts',
    find: "if (row.state !== 'waiting' || isOver(row, now) || !isFor(row, reader)) return null;",
    replace: 'if (isOver(row, now) || !isFor(row, reader)) return null;',
    ...store,
    named: 'one taker of many',
  },
  {
    guard: 'what somebody took is not taken back',
    file: 'server/handovers/change-handover.ts',
    find: "if (!row || row.given_by !== reader.id || row.state === 'taken') return null;",
    replace: 'if (!row || row.given_by !== reader.id) return null;',
    ...store,
    named: 'one taker of many',
  },
  {
    guard: 'who takes no calls reads no half-written note',
    file: 'server/routes/route-rights.ts',
    find: "'POST /v1/handovers/find': callRoles,",
    replace: "'POST /v1/handovers/find': everybody,",
    ...store,
    named: 'who takes no calls',
  },
  {
    guard: 'nobody is verified by another’s word',
    file: 'server/handovers/read-handover.ts',
    find: "content: { ...content, caller: 'unverified' },",
    replace: 'content,',
    ...store,
    named: 'the caller counts as not verified',
  },
  {
    guard: 'a handover’s words stay closed before the caller is verified',
    file: 'lib/sync/handover/take-handover.ts',
    find: '? one : { ...one, ask: null, content: null }',
    replace: '? one : one',
    ...take,
  },
  {
    guard: 'a handover can’t be taken before it may be read',
    file: 'lib/sync/handover/take-handover.ts',
    find: "if (!mayReadHandover(found, { caller, now: await account.now() })) throw new AppError('not-allowed');",
    replace: '',
    ...take,
    named: 'before it may be read',
  },
  {
    guard: 'a handover that may be on its way is not taken back behind its back',
    file: 'lib/sync/handover/given-handovers.ts',
    find: "if (await find()) throw new AppError('offline');",
    replace: '',
    ...given,
    named: 'two would have it',
  },
  {
    guard: 'a handover that comes back is on this disk before the store forgets it',
    file: 'lib/sync/handover/given-handovers.ts',
    find: 'await exclusive(noteLock(handoverId), () => keep(userId, back));\n',
    replace: '',
    ...given,
  },
  {
    guard: 'a call that was on hold for long is of nobody verified',
    file: 'lib/sync/notes/calls.ts',
    find: 'if (heldTooLong(since ?? stored.savedAt, clock.now())) await unverify.one(user.id, noteId);',
    replace: '',
    ...hold,
  },
  {
    guard: 'a sidebar in which the caller was verified hears that they aren’t any more',
    file: 'lib/ui/draft-keeper.ts',
    find: 'rev === call.rev && sameSaid(content, call.content)',
    replace: 'sameSaid(content, call.content)',
    project: 'unit',
    tests: ['tests/unit/ui/draft-keeper.test.ts'],
    named: 'isn’t here either',
  },
  {
    guard: 'who was verified for one customer is not for the other that a note is moved to',
    file: 'lib/sync/notes/move-note.ts',
    find: 'const next = goesOn ? withoutVerified(moved, clock.now()) : moved;',
    replace: 'const next = moved;',
    ...hold,
    named: 'of nobody verified, and says where',
  },
  {
    guard: 'a call left for another keeps its words',
    file: 'lib/sync/notes/begin-note.ts',
    find: 'if (left && saysNothing(left.draft)) await drafts.remove',
    replace: 'if (left) await drafts.remove',
    ...switching,
  },
  {
    guard: 'a tap that is undone leaves what was changed since',
    file: 'lib/ui/note-taps.ts',
    find: 'sameSaid(content[field], after[field]),',
    replace: 'after[field] === after[field],',
    project: 'unit',
    tests: ['tests/unit/ui/note-taps.test.ts'],
  },
  {
    guard: 'a ring that was put away stays away when the page is read anew',
    file: 'lib/sync/phone/rings.ts',
    find: '(standing === true && rings.dismissed.some((d) => isAgain(d, heard))) ||',
    replace: '',
    ...rings,
    named: 'put away by the rep',
  },
  {
    guard: 'nobody stores a note under a handover that somebody else has in hand',
    file: 'server/mutations/save-note.ts',
    find: '  await assertInHand(trx, note.noteId, mutation.userId);\n',
    replace: '',
    project: 'server',
    tests: ['tests/server/handovers.test.ts'],
    named: 'of nobody else',
  },
  {
    guard: 'words that come while the store is asked are taken along',
    file: 'lib/sync/handover/take-handover.ts',
    find: 'await words.get(userId, own)',
    replace: 'of.call',
    project: 'unit',
    tests: ['tests/unit/sync/handover/take-handover.test.ts'],
  },
  {
    guard: 'what comes back from a handover is a draft before it waits no more',
    file: 'lib/cache/hand-back.ts',
    find: "return db.transaction('rw', db.outbox, db.drafts, async () => {",
    replace: 'return Promise.resolve().then(async () => {',
    ...fullDisk,
    named: 'and the words are where they were',
  },
  {
    guard: 'a wrap-up that is undone is a draft before it waits no more',
    file: 'lib/cache/take-back.ts',
    find: "return db.transaction('rw', db.drafts, db.outbox, db.meta, async () => {",
    replace: 'return Promise.resolve().then(async () => {',
    ...fullDisk,
    named: 'and the words are where they were',
  },
];
