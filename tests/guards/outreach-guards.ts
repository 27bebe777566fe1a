import type { Guard } from './guard';

const outreachStore = { project: 'server', tests: ['tests/server/outreach.test.ts'] } as const;
const rules = { project: 'unit', tests: ['tests/unit/domain/outreach.test.ts'] } as const;
const signalStore = { project: 'server', tests: ['tests/server/signals.test.ts'] } as const;
const signals = { project: 'unit', tests: ['tests/unit/sync/signals/signals.test.ts'] } as const;

/** Whom a rep calls in a quiet hour, and what they give without a name. */
export const outreachGuards: readonly Guard[] = [
  {
    guard: 'two reps never have the same customer in hand',
    file: 'server/outreach/claim-outreach.ts',
    find: "eb.or([isFree(by.now)(eb), eb('claimed_by', '=', by.userId)])",
    replace: "eb('attempts', '>=', 0)",
    ...outreachStore,
    named: 'two reps never have the same customer',
  },
  {
    guard: 'a result told twice counts once',
    file: 'server/outreach/outreach-call.ts',
    find: 'if (row && isTold(row, result, asking)) return answerOf(row);',
    replace: '',
    ...outreachStore,
    named: 'three times unanswered',
  },
  {
    guard: 'what protects a customer is asked once more before the call',
    file: 'server/outreach/outreach-call.ts',
    find: 'if (!may.call) {',
    replace: 'if (!may) {',
    ...outreachStore,
    named: 'once they asked not to be contacted',
  },
  {
    guard: 'nobody is called who asked not to be contacted',
    file: 'lib/domain/outreach.ts',
    find: "if (facts.doNotContact) return 'do-not-contact';",
    replace: '',
    ...rules,
  },
  {
    guard: 'an open complaint goes to its owner, not to whoever is free',
    file: 'lib/domain/outreach.ts',
    find: "if (facts.complaintOpen) return 'complaint-open';",
    replace: '',
    ...rules,
  },
  {
    guard: 'nobody is called outside the hours of their own clock',
    file: 'lib/domain/outreach.ts',
    find: 'if (!mayCallAt(now, hours))',
    replace: 'if (!mayCallAt(now, []))',
    ...rules,
  },
  {
    guard: 'a signal without a name goes without a sign-in',
    file: 'lib/sync/signals/signals.ts',
    find: "return transport({ path: '/v1/signals/nameless', origin, schema: nothing, body: signal });",
    replace:
      "return transport({ path: '/v1/signals/nameless', origin, schema: nothing, body: signal, token: 'x' });",
    ...signals,
  },
  {
    guard: 'the id of a signal tells no time',
    file: 'lib/sync/signals/signals.ts',
    find: 'id: crypto.randomUUID()',
    replace: "id: crypto.randomUUID().replace('-4', '-7')",
    ...signals,
  },
  {
    guard: 'a nameless signal leaves at a moment that chance picks',
    file: 'lib/sync/signals/signals.ts',
    find: 'clock.now().getTime() + SOONEST + random() * (LATEST - SOONEST)',
    replace: 'clock.now().getTime() + random()',
    ...signals,
  },
  {
    guard: 'no log says that a nameless signal came',
    file: 'server/app.ts',
    find: 'if (c.req.path === NAMELESS) return next();',
    replace: '',
    ...signalStore,
    named: 'nothing in the database or a log',
  },
  {
    guard: 'strangers give no signals',
    file: 'server/signals/nameless.ts',
    find: "if (!(await isSigned(db, of, { token, signature }))) return 'not-signed';",
    replace: 'await isSigned(db, of, { token, signature });',
    ...signalStore,
    named: 'strangers are kept out',
  },
  {
    guard: 'one person has one token a month',
    file: 'server/signals/issue-token.ts',
    find: 'return blinded_hash === hash ? signature : null;',
    replace: 'return blinded_hash ? signature : null;',
    ...signalStore,
    named: 'one token for each person',
  },
  {
    guard: 'nothing nameless is shown before five of a team gave',
    file: 'server/signals/list-signals.ts',
    find: 'having count(*) >= ',
    replace: 'having count(*) + 4 >= ',
    ...signalStore,
    named: 'five',
  },
  {
    guard: 'the row of a nameless signal has an id that the store never hears',
    file: 'lib/sync/signals/signals.ts',
    find: 'const id = crypto.randomUUID();',
    replace: 'const { id } = said;',
    project: 'unit',
    tests: ['tests/unit/sync/signals/signals.test.ts'],
    named: 'nothing of who gave it',
  },
  {
    guard: 'a token that lies under its owner’s name is put under none',
    file: 'lib/sync/signals/blind-token.ts',
    find: '    await renameOlder();\n',
    replace: '',
    project: 'unit',
    tests: ['tests/unit/sync/signals/signals.test.ts'],
    named: 'lies there under no name',
  },
  {
    guard: 'what was refused is thrown away in plain sight alone',
    file: 'components/signal-sheet.tsx',
    find: '<GuardedButton small onAct={onThrowAway}',
    replace: '<GuardedButton small undoable onAct={onThrowAway}',
    project: 'components',
    tests: ['tests/components/covered-buttons.test.tsx'],
    named: 'counts nowhere else',
  },
];
