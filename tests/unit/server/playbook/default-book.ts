import fc from 'fast-check';
import type { Situation } from '@/lib/domain/choose-prompts';
import { type ExampleValues, exampleParts } from '@/lib/domain/fill-example';
import { type Caller, callers, directions, emotions, offerStates } from '@/lib/domain/note';
import { type Prompt, phases } from '@/lib/domain/playbook';
import type { PromptMemory } from '@/lib/domain/rotate-prompts';
import { promptIn } from '@/lib/domain/said-in';
import { promptEs } from '@/lib/ui/words/es/prompt-words';
import { promptEn } from '@/lib/ui/words/prompt-words';
import { defaultReasons } from '@/server/seed/default-reasons';
import { defaultPlaybook } from '@/server/seed/seed-playbook';

export const playbook = defaultPlaybook('EUR');
export const languages = ['en', 'es'] as const;

/** What a rep reads of a prompt, in one language. */
export const textOf = (prompt: Prompt, language: string) => {
  const { intent, example } = promptIn(prompt, language);
  return `${intent} ${example}`;
};

const words = { en: promptEn, es: promptEs };

/** What stands on the screen for whoever is on the line: examples filled in, gaps as they are shown and read out. */
export function shownOf(
  prompt: Prompt,
  language: 'en' | 'es',
  values: ExampleValues,
  caller: Caller,
): string {
  const { intent, example } = promptIn(prompt, language);
  const { gap, blank, blanks } = words[language];
  const parts = exampleParts(example, values, caller).map((part) => {
    if ('said' in part) return part.said;
    return 'told' in part ? part.told : `${gap(blanks[part.blank])} ${blank(blanks[part.blank])}`;
  });
  return `${intent} ${parts.join('')}`;
}

/** In every language together. */
export const allText = (prompt: Prompt) => languages.map((l) => textOf(prompt, l)).join(' ');

const levels = ['at-risk', 'watch', 'ok', 'unknown'] as const;
const code = fc.constantFrom(...defaultReasons.map((r) => r.code));
const promptId = fc.constantFrom(...playbook.prompts.map((p) => p.id));

/** An answer to a survey that gave so many points. */
export const gave = (value: number) =>
  ({ value, at: '2026-10-01T09:00:00.000Z', kind: 'relational', mode: 'web' }) as const;

const cards = fc.record({
  score: fc.option(fc.nat(10).map(gave)),
  contacts90: fc.nat(8),
  brokenPromises: fc.nat(2),
  lastReasons: fc.array(code, { maxLength: 3 }),
  complaintOpen: fc.boolean(),
  supportNeeded: fc.boolean(),
  doNotContact: fc.boolean(),
});

/** Every situation that a call can be in, with every field that the choice looks at. */
export const situations: fc.Arbitrary<Situation> = fc.record({
  level: fc.constantFrom(...levels),
  phase: fc.constantFrom(...phases),
  caller: fc.constantFrom(...callers),
  direction: fc.constantFrom(...directions),
  card: fc.option(cards),
  reasons: fc.array(code, { maxLength: 3 }),
  contactReason: fc.option(code),
  emotion: fc.option(fc.constantFrom(...emotions)),
  complaint: fc.boolean(),
  dispute: fc.boolean(),
  supportNeeded: fc.boolean(),
  offers: fc.array(
    fc.record({ amountMinor: fc.option(fc.nat(3000)), state: fc.constantFrom(...offerStates) }),
    { maxLength: 2 },
  ),
  dismissed: fc.array(promptId, { maxLength: 10 }),
  handedOver: fc.boolean(),
  underWay: fc.boolean(),
  promisedAnew: fc.boolean(),
  notesHere: fc.boolean(),
});

const ids = fc.uniqueArray(promptId, { maxLength: 6 });

/** Whatever was shown before, in this call and in earlier ones. */
export const memories: fc.Arbitrary<PromptMemory> = fc.record({
  call: fc.array(fc.record({ situation: fc.string(), phase: fc.constantFrom(...phases), ids }), {
    maxLength: 3,
  }),
  lately: ids,
  resting: ids,
});

/** What a call may know of somebody: their name, what they were promised, what they are promised now. */
export const personal: fc.Arbitrary<ExampleValues> = fc.constantFrom(
  {
    ...{ rep: 'Ines', company: 'Fjord', customer: 'Marta Kowalczyk', promise: 'Refund of €18' },
    ...{ due: 'tomorrow', broken: 'Answer to the complaint', brokenDue: '17 Nov', newDue: '1 Dec' },
  },
  { rep: 'Ines', company: 'Fjord', customer: 'Jürgen Weiß', broken: 'Devolver el cobro' },
  {},
);
