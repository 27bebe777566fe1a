import { describe, expect, it } from 'vitest';
import { exampleNames, exampleParts } from '@/lib/domain/fill-example';
import { mayDisclose } from '@/lib/domain/may-disclose';
import { callers } from '@/lib/domain/note';
import { playbookSchema } from '@/lib/domain/playbook';
import { publishablePlaybookSchema } from '@/lib/domain/publishable-playbook';

const known = { rep: 'Ines', customer: 'Marta', promise: '{customer}', due: 'tomorrow' };

describe('an example that is filled in', () => {
  it('says what is known, and leaves a gap where nothing is', () => {
    expect(exampleParts('Hello, {rep} from {company}: {day}.', known, 'unverified')).toEqual([
      ...[{ said: 'Hello, ' }, { said: 'Ines' }, { said: ' from ' }, { blank: 'company' }],
      ...[{ said: ': ' }, { blank: 'day' }, { said: '.' }],
    ]);
  });

  it.each([...callers])('tells of the customer only to a caller who may hear it: %s', (caller) => {
    const [part] = exampleParts('{customer}', known, caller);
    expect(part).toEqual(mayDisclose(caller) ? { told: 'Marta' } : { blank: 'customer' });
  });

  it('reads nothing of what was filled in', () => {
    expect(exampleParts('{promise}', known, 'customer')).toEqual([{ told: '{customer}' }]);
  });

  it.each(['Call {them} back', 'A {} for that', 'By {followingDay} at last', 'The {constructor} is here'])(
    'has a gap, and no braces to read aloud, where it names what isn’t known here: %s',
    (text) => {
      const [before = '', after = ''] = text.split(/\{\w*\}/);
      const parts = [{ said: before }, { blank: 'unknown' }, { said: after }];
      expect(exampleParts(text, known, 'customer')).toEqual(parts);
    },
  );

  it.each(['{{customer}}', '{{{customer}}}', '{{customer}', '{customer}}'])(
    'fills in %s as it does with one pair of braces, and none is read aloud',
    (name) => {
      const parts = [{ said: 'Hello, ' }, { told: 'Marta' }, { said: '.' }];
      expect(exampleParts(`Hello, ${name}.`, known, 'customer')).toEqual(parts);
    },
  );

  it('leaves a brace that encloses nothing as it stands', () => {
    expect(exampleParts('a } and a { alone', known, 'customer')).toEqual([{ said: 'a } and a { alone' }]);
  });
});

describe('a playbook that is to be published', () => {
  const prompt = {
    ...{ id: 'mine', when: {}, intent: 'Say hello', example: 'Hello.', source: 'X1', disclosing: false },
  };
  const book = (part: object) => ({
    ...{ id: 'default', version: 9, limitMinor: 0, currency: 'EUR', actions: [] },
    prompts: [{ ...prompt, ...part }],
  });
  const faults = (part: object) =>
    publishablePlaybookSchema.safeParse(book(part)).error?.issues.map(({ message }) => message) ?? [];

  it('may name all that Heed can fill in, and leave gaps', () => {
    for (const name of exampleNames) expect(faults({ example: `So: {${name}}.` }), name).toEqual([]);
  });

  it('is told what it names that Heed can’t fill in, and what it may name', () => {
    expect(faults({ example: '{rep}, {Day}' })).toEqual([
      expect.stringMatching(
        /^Prompt “mine”: the example names \{Day\}, which Heed can’t fill in\. It may name \{rep\}, .*\{words\}\.$/,
      ),
    ]);
  });

  it('is told so of its other language, and of an intent, too', () => {
    const es = { intent: 'Saluda a {customer}', example: 'Hola, {nombre}.' };
    expect(faults({ words: { es } })).toEqual([
      expect.stringContaining('Prompt “mine” (es): the example names {nombre}'),
      'Prompt “mine” (es): the intent has braces. Only an example is filled in.',
    ]);
  });

  it('was read as it stood before there were any names', () => {
    expect(playbookSchema.safeParse(book({ example: 'Call {them} back' })).success).toBe(true);
  });
});
