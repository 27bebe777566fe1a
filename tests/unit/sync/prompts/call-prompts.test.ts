import { beforeEach, describe, expect, it } from 'vitest';
import { nothingShown } from '@/lib/domain/rotate-prompts';
import { type Counted, createCallPrompts } from '@/lib/sync/prompts/call-prompts';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const FIRST = '019ab000-0000-7000-8000-000000000001';
const SECOND = '019ab000-0000-7000-8000-000000000002';

let counted: Counted[];
let prompts: ReturnType<typeof createCallPrompts>;
beforeEach(() => {
  counted = [];
  prompts = createCallPrompts({
    area: createMemoryArea(),
    exclusive: createExclusive(),
    count: async (these) => {
      counted.push(...these);
    },
  });
});

const memory = { ...nothingShown, call: [{ situation: 's', phase: 'start' as const, ids: ['a', 'b'] }] };
const byHand = { phase: 'wrap' as const, from: 'start' as const };

function say(noteId: string | null, shown: string[], offers: string[] = []) {
  return prompts.shown({
    ...{ about: 'card 7', noteId, memory, byHand, dismissed: ['b'] },
    seen: {
      playbookVersion: 2,
      prompts: { shown, eligible: [...shown, 'c'] },
      offers: { shown: offers, eligible: offers },
    },
  });
}
const recall = (noteId: string | null, about = 'card 7') => prompts.recall({ about, noteId });
const counts = () => counted.map(({ kind, id, as }) => `${kind} ${id} ${as}`);

describe('the prompts of a call', () => {
  it('are nothing for a customer of whom nothing was shown', async () => {
    expect(await recall(FIRST)).toEqual({ memory: nothingShown, byHand: null });
    await say(FIRST, ['a']);
    expect(await recall(FIRST, 'card 8')).toEqual({ memory: nothingShown, byHand: null });
  });

  it('are what they were when the page has loaded anew, with the step by hand', async () => {
    await say(FIRST, ['a', 'b']);
    expect(await recall(FIRST)).toEqual({ memory, byHand });
  });

  it('go on when the call begins that they were first shown for', async () => {
    await say(null, ['a', 'b']);
    expect(await recall(FIRST)).toEqual({ memory, byHand });
  });

  it.each([
    ['the next call', SECOND],
    ['the page after the call', null],
  ])(
    'are begun anew for %s: what was shown comes later, what was waved away rests',
    async (_what, noteId) => {
      await say(FIRST, ['a', 'b']);
      expect(await recall(noteId)).toEqual({
        memory: { call: [], lately: ['a', 'b'], resting: ['b'] },
        byHand: null,
      });
    },
  );

  it('are forgotten when asked to', async () => {
    await say(FIRST, ['a']);
    await prompts.clear();
    expect(await recall(FIRST)).toEqual({ memory: nothingShown, byHand: null });
  });

  it('are those of a hundred customers at most', async () => {
    for (let n = 0; n < 101; n += 1)
      await prompts.shown({
        ...{ about: `card ${n}`, noteId: FIRST, memory, byHand: null, dismissed: [] },
        seen: {
          playbookVersion: 2,
          prompts: { shown: [], eligible: [] },
          offers: { shown: [], eligible: [] },
        },
      });
    expect((await recall(FIRST, 'card 0')).memory).toEqual(nothingShown);
    expect((await recall(FIRST, 'card 1')).memory).toEqual(memory);
  });
});

describe('what is counted', () => {
  it('is each prompt and offer once a call, shown or only fitting', async () => {
    await say(null, ['a'], ['refund']);
    await say(FIRST, ['a', 'b'], ['refund']);
    expect(counts()).toEqual([
      'prompt a shown',
      'prompt a eligible',
      'prompt c eligible',
      'offer refund shown',
      'offer refund eligible',
      'prompt b shown',
      'prompt b eligible',
    ]);
  });

  it('is counted again in the next call', async () => {
    await say(FIRST, ['a']);
    await say(SECOND, ['a']);
    expect(counts().filter((c) => c === 'prompt a shown')).toHaveLength(2);
  });
});
