import type { Guard } from './guard';

const rings = { project: 'unit', tests: ['tests/unit/sync/phone/rings.test.ts'] } as const;
const phone = { project: 'unit', tests: ['tests/unit/sync/phone/phone.test.ts'] } as const;
const reading = { project: 'unit', tests: ['tests/unit/crm/rings/read-ring.test.ts'] } as const;
const watcher = { project: 'unit', tests: ['tests/unit/crm/rings/ring-watcher.test.ts'] } as const;
const sidebar = { project: 'components', tests: ['tests/components/sidebar-rings.test.tsx'] } as const;
const calls = { project: 'e2e', tests: ['tests/e2e/background/calls.test.ts'] } as const;

/** The phone rings before any record is open: nobody is guessed, and no page makes noise. */
export const ringGuards: readonly Guard[] = [
  {
    guard: 'a page rings a few times a minute, whatever it does',
    file: 'lib/sync/phone/rings.ts',
    find: 'if (isKnown || often >= MOST_A_MINUTE) return rings;',
    replace: 'if (isKnown) return rings;',
    ...rings,
  },
  {
    guard: 'a few rings wait at most',
    file: 'lib/sync/phone/rings.ts',
    find: 'if (waiting.length < MOST_WAITING) return undefined;',
    replace: 'return undefined;',
    ...rings,
  },
  {
    guard: 'a page’s rings take the place of its own',
    file: 'lib/sync/phone/rings.ts',
    find: 'if (own.length >= MOST_OF_ONE_SITE) return own[0];',
    replace: '',
    ...rings,
  },
  {
    guard: 'an address never takes a softphone’s place',
    file: 'lib/sync/phone/rings.ts',
    find: "(via === 'address' ? null : waiting[0])",
    replace: 'waiting[0]',
    ...rings,
  },
  {
    guard: 'the record that is opened for a call doesn’t ring once more',
    file: 'lib/sync/phone/rings.ts',
    find: 't.noteId === activeNote && sameSaid(t.said, said)',
    replace: 'false',
    ...rings,
  },
  {
    guard: 'nobody stays on the line for ever',
    file: 'lib/sync/phone/rings.ts',
    find: 'now - Date.parse(at) < STALE_AFTER',
    replace: 'true',
    ...rings,
  },
  {
    guard: 'a ring becomes a call only with one of those whom it may mean',
    file: 'lib/sync/phone/phone.ts',
    find: "if (cardNumber !== null && !candidates.some(({ card }) => card.number === cardNumber))\n      throw new AppError('identity-changed');",
    replace: '',
    ...phone,
  },
  {
    guard: 'the account number counts before the phone',
    file: 'lib/sync/phone/resolve-ring.ts',
    find: 'candidatesOf([named, phones])',
    replace: 'candidatesOf([phones, named])',
    ...phone,
  },
  {
    guard: 'a new caller’s note is not led to others by their phone',
    file: 'lib/sync/phone/ring-slots.ts',
    find: 'noteCustomer(found, null).identifiers.filter(',
    replace: 'found.flat().flatMap((raw) => raw.spellings.map((s) => s.identifier)).filter(',
    ...phone,
  },
  {
    guard: 'nothing rings for nobody signed in',
    file: 'lib/sync/phone/phone.ts',
    find: "if (who.state === 'signed-out') return 'unreadable';",
    replace: '',
    ...phone,
  },
  {
    guard: 'an address rings with a number only',
    file: 'lib/crm/rings/read-ring.ts',
    find: "CALL_NUMBER.test(said.number) ? said.number : ''",
    replace: 'said.number',
    ...reading,
  },
  {
    guard: 'a parameter that is there twice counts for nothing',
    file: 'lib/crm/rings/read-ring.ts',
    find: "return more.length > 0 ? '' : value;",
    replace: 'return value;',
    ...reading,
  },
  {
    guard: 'a softphone that names several names nobody',
    file: 'lib/crm/rings/read-ring.ts',
    find: "return more.length > 0 ? '' : text;",
    replace: 'return text;',
    ...reading,
  },
  {
    guard: 'an address that is loaded again doesn’t ring again',
    file: 'lib/crm/rings/ring-watcher.ts',
    find: 'isBack(window) ? JSON.stringify(inAddress(address())) : null',
    replace: 'null',
    ...watcher,
  },
  {
    guard: 'our script itself rings a few times a minute at most',
    file: 'lib/crm/rings/ring-watcher.ts',
    find: 'if (rung.length >= MOST_A_MINUTE) return;',
    replace: '',
    ...watcher,
  },
  {
    guard: 'a ring never takes the place of the call that is on',
    file: 'entrypoints/sidebar/rings.tsx',
    find: "subject?.slot === 'call' ? undefined : phone[0]?.id",
    replace: 'phone[0]?.id',
    ...sidebar,
  },
  {
    guard: 'a call takes a name only from the record of its own customer',
    file: 'lib/sync/notes/calls.ts',
    find: "stored?.draft.name !== '' || !sameCustomer(slot.customer, stored.draft.customer)",
    replace: "stored?.draft.name !== ''",
    ...calls,
    named: 'began with a ring',
  },
  {
    guard: 'an account number is nothing else than what the organisation says',
    file: 'lib/sync/phone/account-kinds.ts',
    find: 'if (stated) return [stated];',
    replace: '',
    project: 'unit',
    tests: ['tests/unit/sync/phone/account-kinds.test.ts'],
  },
  {
    guard: 'only an administrator says what account numbers are',
    file: 'server/routes/route-rights.ts',
    find: "'POST /v1/account-numbers': administrator,",
    replace: "'POST /v1/account-numbers': everybody,",
    project: 'server',
    tests: ['tests/server/account-numbers.test.ts'],
    named: 'on PGlite.*no matter for a',
  },
];
