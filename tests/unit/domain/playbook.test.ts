import { describe, expect, it } from 'vitest';
import { playbookSchema } from '@/lib/domain/playbook';
import { publishablePlaybookSchema } from '@/lib/domain/publishable-playbook';

const said = { intent: 'Greet', example: 'Hello.', source: 'X3', disclosing: false };
const prompt = (id: string, part: object = {}) => ({ id, when: { phases: ['start'] }, ...said, ...part });
const action = (code: string, part: object = {}) => ({
  ...{ code, label: code, when: {}, costMinor: null, kind: 'repair' },
  ...part,
});
const book = (prompts: object[], actions: object[] = []) => ({
  ...{ id: 'default', version: 9, limitMinor: 0, currency: 'EUR', prompts, actions },
});

const newer: [string, object][] = [
  ['a condition', { when: { phases: ['start'], weather: 'rain' } }],
  ['a phase', { when: { phases: ['start', 'hold'] } }],
  ['an emotion', { when: { emotions: ['bored'] } }],
];

describe('a playbook of a newer store', () => {
  it.each(newer)(
    'is read without the prompt, and the action, with %s that isn’t known here',
    (_what, part) => {
      const { prompts, actions } = playbookSchema.parse(
        book([prompt('known'), prompt('newer', part)], [action('newer', part), action('known')]),
      );
      expect(prompts.map(({ id }) => id)).toEqual(['known']);
      expect(actions.map(({ code }) => code)).toEqual(['known']);
    },
  );

  it('is read without a prompt of a step, and an action of a kind, that isn’t known here', () => {
    const { prompts, actions } = playbookSchema.parse(
      book([prompt('newer', { step: 'sing' })], [action('newer', { kind: 'gift' })]),
    );
    expect([...prompts, ...actions]).toEqual([]);
  });

  it('is none where it has no list of prompts', () => {
    expect(playbookSchema.safeParse({ ...book([]), prompts: 'none' }).success).toBe(false);
  });
});

it.each(newer)('a playbook isn’t published by a store that doesn’t know %s in it', (_what, part) => {
  expect(publishablePlaybookSchema.safeParse(book([prompt('newer', part)])).success).toBe(false);
  expect(publishablePlaybookSchema.safeParse(book([], [action('newer', part)])).success).toBe(false);
});
