import { describe, expect, it } from 'vitest';
import { choosePrompts, type Situation } from '@/lib/domain/choose-prompts';
import { phases } from '@/lib/domain/playbook';
import { playbookForOlder } from '@/server/playbook/for-older';
import { gave, playbook } from './default-book';

const older = playbookForOlder(playbook);

const nothingKnown = {
  ...{ score: null, contacts90: 0, brokenPromises: 0, lastReasons: [] },
  ...{ complaintOpen: false, supportNeeded: false, doNotContact: false },
};
const base: Omit<Situation, 'phase'> = {
  ...{ level: 'unknown', caller: 'unverified', direction: 'inbound', card: null },
  ...{ reasons: [], contactReason: null, emotion: null, offers: [], dismissed: [], handedOver: false },
  ...{ complaint: false, dispute: false, supportNeeded: false },
  ...{ underWay: false, promisedAnew: false, notesHere: true },
};
const verified = { caller: 'customer' } as const;
const outreach = { direction: 'outreach' } as const;
const pleased = { ...nothingKnown, score: gave(10) };
const unhappy = { ...nothingKnown, score: gave(2) };
const called = { ...nothingKnown, contacts90: 1, lastReasons: ['billed-twice'] };

const common: [string, Partial<Situation>][] = [
  ['a ring', {}],
  ['a ring of somebody at risk', { level: 'at-risk', card: unhappy }],
  ['another person on the line', { caller: 'other' }],
  ['verified, unknown', verified],
  ['verified, never called', { ...verified, level: 'ok', card: nothingKnown }],
  ['verified, pleased', { ...verified, level: 'ok', card: pleased }],
  ['verified, unhappy', { ...verified, level: 'at-risk', card: unhappy }],
  ['verified, told us', { ...verified, level: 'watch', card: called }],
  ['verified, promised something', { ...verified, level: 'watch', card: { ...called, brokenPromises: 1 } }],
  ['authorised, told us', { caller: 'authorised', level: 'watch', card: called }],
  ['outreach', outreach],
  ['outreach, verified', { ...outreach, ...verified, level: 'at-risk', card: unhappy }],
  ['outreach, verified, unknown', { ...outreach, ...verified }],
];

describe('what an older extension shows', () => {
  for (const phase of phases)
    it.each(common)(`is two things to say: ${phase}, %s`, (_what, s) => {
      expect(choosePrompts(older, { ...base, ...s, phase })).toHaveLength(2);
    });

  it('begins a ring with the greeting', () => {
    const ids = choosePrompts(older, { ...base, phase: 'start' }).map(({ id }) => id);
    expect(ids).toEqual(['warm-first-words', 'say-why-you-ask']);
  });

  it('keeps what a call must not be where it knows that, and the rest of the condition', () => {
    const [prompt] = playbook.prompts;
    if (!prompt) throw new Error('no prompt');
    const when = { levels: ['ok' as const], complaint: false, handedOver: false, toldUs: false };
    const { prompts } = playbookForOlder({ ...playbook, prompts: [{ ...prompt, when }] });
    expect(prompts).toEqual([{ ...prompt, when: { levels: ['ok'], complaint: false } }]);
  });
});
