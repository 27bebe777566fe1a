import type { Guard } from './guard';

const plausible = { project: 'unit', tests: ['tests/unit/crm/teach/plausible-label.test.ts'] } as const;
const ownWords = { project: 'unit', tests: ['tests/unit/crm/teach/own-words.test.ts'] } as const;
const ways = { project: 'unit', tests: ['tests/unit/crm/teach/ways.test.ts'] } as const;

/** What stands before a value is its label, or the customer's own word: who takes one for the other reads nobody, or another. */
export const labelGuards: readonly Guard[] = [
  {
    guard: 'a label leads to what says the value and little else, not to half a page',
    file: 'lib/crm/teach/ways.ts',
    find: ' && saysLittleElse(leadsTo, value)',
    replace: '',
    ...ways,
    named: 'know no label',
  },
  {
    guard: 'a customer’s own word is no label by one page alone',
    file: 'lib/crm/teach/labels.ts',
    find: 'const guess = !isPlausibleLabel(label, shown);',
    replace: "const guess = shown === '';",
    ...ownWords,
    named: 'are no label after',
  },
  {
    guard: 'a customer’s badge is no label, though its class says so',
    file: 'lib/crm/teach/plausible-label.ts',
    find: ' && !BADGE.test(name)',
    replace: '',
    ...plausible,
  },
  {
    guard: 'what is called just a label may be a badge',
    file: 'lib/crm/teach/plausible-label.ts',
    find: '/[\\w-]label$/i;',
    replace: '/label$/i;',
    ...plausible,
  },
  {
    guard: 'words of which one is the customer’s own are no label by one page alone',
    file: 'lib/crm/teach/plausible-label.ts',
    find: 'readLabel(text)?.exact === true',
    replace: 'readLabel(text) !== null',
    ...plausible,
  },
  {
    guard: 'what may be the customer’s own word is not read by after one page',
    file: 'lib/crm/teach/adapter-of.ts',
    find: 'if (guess && (hits < 2 || urls.length < 2)) return true;',
    replace: 'if (guess && hits + urls.length < 2) return true;',
    ...ownWords,
    named: 'are no label after',
  },
  {
    guard: 'a customer’s own name over their card is no name of the card by one page alone',
    file: 'lib/crm/teach/adapter-of.ts',
    find: 'return urls.length < 2 || !fields.some(isSeenAgain);',
    replace: 'return urls.length < 1 && !fields.some(isSeenAgain);',
    ...ownWords,
    named: 'over their own card',
  },
  {
    guard: 'a label that is missing on another customer’s page was the first one’s own word',
    file: 'lib/crm/teach/ways.ts',
    find: 'return way.guess && value !== null ? [] : [way];',
    replace: 'return [way];',
    ...ownWords,
    named: 'are read past',
  },
];
