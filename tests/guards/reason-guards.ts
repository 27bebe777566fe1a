import type { Guard } from './guard';

const shown = { project: 'unit', tests: ['tests/unit/sync/reasons/suggestions.test.ts'] } as const;
const worth = { project: 'unit', tests: ['tests/unit/domain/reasons/suggest-reasons.test.ts'] } as const;
const model = { project: 'unit', tests: ['tests/unit/protocol/reason-model.test.ts'] } as const;
const taught = { project: 'server', tests: ['tests/server/reason-model.test.ts'] } as const;

/** What is suggested does not teach what is suggested. */
export const reasonGuards: readonly Guard[] = [
  {
    guard: 'one note in ten gets no suggestion',
    file: 'lib/sync/reasons/suggestions.ts',
    find: 'getsNoSuggestion(noteId) ? [] :',
    replace: '',
    ...shown,
  },
  {
    guard: 'all reasons that were suggested while a note was written are kept',
    file: 'lib/sync/reasons/suggestions.ts',
    find: '...(before ?? []), ',
    replace: '',
    ...shown,
  },
  {
    guard: 'a note as it was suggested teaches nothing',
    file: 'server/reasons/coded-notes.ts',
    find: "suggested = '[]'::jsonb or ",
    replace: 'suggested is not null or ',
    ...taught,
  },
  {
    guard: 'a model that isn’t whole is none',
    file: 'lib/protocol/reason-model.ts',
    find: 'if (!fits || ',
    replace: 'if (',
    ...model,
  },
  {
    guard: 'no reason is suggested by words that are said in any call',
    file: 'lib/domain/reasons/suggest-reasons.ts',
    find: '!isEveryday(word) && ',
    replace: '',
    ...worth,
  },
  {
    guard: 'no reason is suggested by an ending that two words share',
    file: 'lib/domain/reasons/suggest-reasons.ts',
    find: ' && isKnown(model, word)',
    replace: '',
    ...worth,
  },
];
