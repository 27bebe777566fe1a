import type { Guard } from './guard';

const unit = (...tests: [string, ...string[]]) => ({ project: 'unit', tests }) as const;
const choice = unit('tests/unit/domain/choose-prompts.test.ts');
const turn = unit('tests/unit/domain/rotate-prompts.test.ts');
const seeds = { project: 'server', tests: ['tests/server/seed-playbook.test.ts'] } as const;
const kept = unit('tests/unit/sync/prompts/call-prompts.test.ts');

/** What is said to whom and when, that nothing jumps, and that nobody is watched by it. */
export const playbookGuards: readonly Guard[] = [
  {
    guard: 'at most two prompts',
    file: 'lib/domain/rotate-prompts.ts',
    find: 'const MOST = 2;',
    replace: 'const MOST = 3;',
    ...turn,
  },
  {
    guard: 'what the card says of support is known for nobody unverified',
    file: 'lib/domain/choose-prompts.ts',
    find: 'mayDisclose(s.caller) && s.card?.supportNeeded === true;',
    replace: 's.card?.supportNeeded === true;',
    ...choice,
  },
  {
    guard: 'no prompt speaks of an offer to stay where such offers are off',
    file: 'lib/domain/choose-prompts.ts',
    find: '!(p.retention && whyRetentionIsOff(s).length > 0) &&',
    replace: '',
    ...choice,
  },
  {
    guard: 'prompts stay while the situation does',
    file: 'lib/domain/rotate-prompts.ts',
    find: 'if (known) return filled(still(known.ids), rest);',
    replace: 'if (known) return filled([], rest);',
    ...turn,
  },
  {
    guard: 'what this call had makes room for what it hasn’t',
    file: 'lib/domain/rotate-prompts.ts',
    find: 'had.has(p.id) ? 2 : ',
    replace: '',
    ...turn,
  },
  {
    guard: 'what was waved away rests through the next call',
    file: 'lib/domain/rotate-prompts.ts',
    find: 'resting.has(p.id) ? 3 : ',
    replace: '',
    ...turn,
  },
  {
    guard: 'a step by hand holds until the call moves',
    file: 'lib/ui/call-phase.ts',
    find: 'if (byHand.from === tapped) return byHand.phase;',
    replace: '',
    ...unit('tests/unit/ui/call-phase.test.ts'),
  },
  {
    guard: 'no prompt of ours names a score',
    file: 'server/seed/prompts/outreach.ts',
    find: 'Thank you for your time.',
    replace: 'Thank you for your time and your score.',
    ...unit('tests/unit/server/playbook/playbook-promises.test.ts'),
  },
  {
    guard: 'what tells something of the account is marked so',
    file: 'server/seed/prompts/waiting.ts',
    find: "    source: 'X5',\n    tells: true,",
    replace: "    source: 'X5',",
    ...unit('tests/unit/server/playbook/playbook-promises.test.ts'),
  },
  {
    guard: 'an example tells of the customer only to a caller who may hear it',
    file: 'lib/domain/fill-example.ts',
    find: 'return mayDisclose(caller) ? [{ told: value }] : [{ blank: piece }];',
    replace: 'return [{ told: value }];',
    ...unit('tests/unit/domain/fill-example.test.ts', 'tests/unit/server/playbook/playbook-promises.test.ts'),
  },
  {
    guard: 'no example of ours tells a fact of its own',
    file: 'server/seed/prompts/opening.ts',
    find: 'this is {rep}.',
    replace: 'this is Sam.',
    ...unit('tests/unit/server/playbook/default-playbook.test.ts'),
  },
  {
    guard: 'a playbook that names what nobody can fill in is not published',
    file: 'lib/domain/fill-example.ts',
    find: 'return named.filter((name) => !isName(name));',
    replace: 'return named.filter(() => false);',
    ...seeds,
  },
  {
    guard: 'an organisation’s own playbook is never replaced by ours',
    file: 'server/seed/seed-playbook.ts',
    find: ' || !untouched.has(playbookDigest(newest.content))',
    replace: '',
    ...seeds,
  },
  {
    guard: 'a batch counts once, however often it is sent',
    file: 'server/playbook-log/add-playbook-log.ts',
    find: 'if (!fresh || rows.length === 0) return;',
    replace: 'if (rows.length === 0) return;',
    project: 'server',
    tests: ['tests/server/playbook-log.test.ts'],
  },
  {
    guard: 'a batch keeps its id until the store has it',
    file: 'lib/sync/prompts/playbook-log.ts',
    find: "if (answer.kind !== 'ok' && !storeRefuses(answer)) return;",
    replace: '',
    ...unit('tests/unit/sync/prompts/playbook-log.test.ts'),
  },
  {
    guard: 'each prompt counts once a call',
    file: 'lib/sync/prompts/call-prompts.ts',
    find: 'fresh = flat(seen).filter((one) => !counted.has(keyOf(one)));',
    replace: 'fresh = flat(seen);',
    ...kept,
  },
];
