import type { Guard } from './guard';

const prompts = { project: 'unit', tests: ['tests/unit/domain/choose-prompts.test.ts'] } as const;
const risk = { project: 'unit', tests: ['tests/unit/domain/risk.test.ts'] } as const;

/** What a rep is told to say and offer, and how many customers may be called at risk. */
export const repGuards: readonly Guard[] = [
  {
    guard: 'no prompt discloses anything before the caller is verified',
    file: 'lib/domain/choose-prompts.ts',
    find: '(!p.disclosing || mayDisclose(s.caller)) &&',
    replace: '',
    ...prompts,
  },
  {
    guard: 'a caller who is somebody else is told nothing',
    file: 'lib/domain/may-disclose.ts',
    find: "return caller === 'customer' || caller === 'authorised';",
    replace: "return caller !== 'unverified';",
    ...prompts,
  },
  {
    guard: 'complaint, support needed and do-not-contact override every offer to stay',
    file: 'lib/domain/choose-actions.ts',
    find: " && !(a.kind === 'retention' && off.length > 0)",
    replace: '',
    project: 'unit',
    tests: ['tests/unit/domain/choose-actions.test.ts'],
  },
  {
    guard: 'offers stay within what is left of the rep’s limit',
    file: 'lib/domain/choose-actions.ts',
    find: 'else if (action.costMinor === null || action.costMinor <= room.left) open.push(action);',
    replace: 'else if (room.left >= 0) open.push(action);',
    project: 'unit',
    tests: ['tests/unit/domain/choose-actions.test.ts'],
  },
  {
    guard: 'without evidence a risk is unknown, whatever the points',
    file: 'lib/domain/risk.ts',
    find: "if (!evidence) return 'unknown';",
    replace: '',
    ...risk,
  },
  {
    guard: 'an expired score says nothing',
    file: 'lib/domain/risk.ts',
    find: "if (age === 'expired' || value >= 9) return null;",
    replace: 'if (value >= 9) return null;',
    ...risk,
  },
  {
    guard: 'the ration of customers at risk is never exceeded',
    file: 'lib/domain/risk.ts',
    find: 'const high = Math.floor(firstTooMany) + 1;',
    replace: 'const high = Math.floor(firstTooMany);',
    ...risk,
  },
];
