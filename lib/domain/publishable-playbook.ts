import { z } from 'zod';
import { exampleNames, unknownNames } from './fill-example';
import { playbookSchema, promptSchema, rescueActionSchema, type Said } from './playbook';

const allowed = exampleNames.map((name) => `{${name}}`).join(', ');

function faults(where: string, { intent, example }: Said): string[] {
  const unknown = unknownNames(example).map(
    (name) => `${where}: the example names {${name}}, which Heed can’t fill in. It may name ${allowed}.`,
  );
  const inIntent = /\{[^{}]*\}/.test(intent)
    ? [`${where}: the intent has braces. Only an example is filled in.`]
    : [];
  return [...unknown, ...inIntent];
}

/** Nothing is left out of it in silence: what this store doesn't understand, it doesn't hand out. */
const wholePlaybookSchema = playbookSchema.extend({
  prompts: z.array(promptSchema),
  actions: z.array(rescueActionSchema),
});

/**
 * A playbook as it may be given to reps from now on. One that is in use already is read by `playbookSchema`, which takes
 * any text: what it names that nobody knows is a gap.
 */
export const publishablePlaybookSchema = wholePlaybookSchema.superRefine(({ prompts }, c) => {
  prompts.forEach(({ id, intent, example, words }, i) => {
    const inOthers = Object.entries(words ?? {}).flatMap(([language, said]) =>
      said ? faults(`Prompt “${id}” (${language})`, said) : [],
    );
    for (const message of [...faults(`Prompt “${id}”`, { intent, example }), ...inOthers])
      c.addIssue({ code: 'custom', path: ['prompts', i], message });
  });
});
