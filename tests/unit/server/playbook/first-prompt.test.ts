import { describe, expect, it } from 'vitest';
import { choosePrompts, type Situation } from '@/lib/domain/choose-prompts';
import { type PromptMemory, rememberShown } from '@/lib/domain/rotate-prompts';
import { gave, playbook } from './default-book';

const nothingKnown = {
  ...{ score: null, contacts90: 0, brokenPromises: 0, lastReasons: [] },
  ...{ complaintOpen: false, supportNeeded: false, doNotContact: false },
};
const called = { ...nothingKnown, score: gave(3), contacts90: 1, lastReasons: ['billed-twice'] };
const promised = { ...called, brokenPromises: 1 };

const ring: Situation = {
  ...{ level: 'unknown', phase: 'start', caller: 'unverified', direction: 'inbound', card: null },
  ...{ reasons: [], contactReason: null, emotion: null, offers: [], dismissed: [], handedOver: false },
  ...{ complaint: false, dispute: false, supportNeeded: false },
};
const verified = { caller: 'customer' } as const;
const atRisk = { level: 'at-risk' } as const;
const handedOver = { handedOver: true } as const;
const outreach = { direction: 'outreach' } as const;

const shown = (s: Partial<Situation>, memory?: PromptMemory) =>
  choosePrompts(playbook, { ...ring, ...s }, memory).map(({ id }) => id);

/** What is asked of somebody who hasn't told us yet; what is said to somebody who has just come on the line. */
const wouldRepeat = ['let-them-finish', 'note-their-words'];
const greeting = 'warm-first-words';

describe('what stands first', () => {
  it.each<[string, Partial<Situation>, string]>([
    ['at a ring', {}, greeting],
    ['at a ring of somebody at risk', { ...atRisk, card: called }, greeting],
    ['at a ring of somebody who was promised something', { ...atRisk, card: promised }, greeting],
    ['with another person on the line', { caller: 'other', card: called }, greeting],
    ['verified, at risk', { ...verified, ...atRisk, card: called }, 'say-back-what-we-know'],
    [
      'verified, with an unhappy answer',
      { ...verified, card: { ...nothingKnown, score: gave(2) } },
      'say-back-what-we-know',
    ],
    ['verified, with a broken promise', { ...verified, ...atRisk, card: promised }, 'own-the-broken-promise'],
    ['authorised, with a broken promise', { caller: 'authorised', card: promised }, 'own-the-broken-promise'],
    ['verified, without a card', verified, 'let-them-finish'],
    [
      'verified, pleased, never called',
      { ...verified, level: 'ok', card: { ...nothingKnown, score: gave(10) } },
      'let-them-finish',
    ],
    ['handed over, verified', { ...handedOver, ...verified, card: called }, 'handed-over-say-it-back'],
    ['handed over, verified, without a card', { ...handedOver, ...verified }, 'handed-over-say-it-back'],
    [
      'handed over, verified, with a broken promise',
      { ...handedOver, ...verified, card: promised },
      'handed-over-say-it-back',
    ],
    [
      'handed over as a complaint, half-way through',
      { ...handedOver, ...verified, phase: 'during', complaint: true, emotion: 'angry' },
      'handed-over-say-it-back',
    ],
    ['handed over, not verified', { ...handedOver, card: promised }, 'handed-over-who-is-it'],
    ['rung up', { ...outreach, card: called }, 'outreach-who-and-for-whom'],
    ['rung up, verified', { ...outreach, ...verified, card: called }, 'outreach-why-at-once'],
    [
      'rung up for a colleague, verified',
      { ...outreach, ...verified, ...handedOver },
      'outreach-why-at-once',
    ],
  ])('%s', (_what, s, id) => {
    expect(shown(s)[0]).toBe(id);
  });

  it('at a ring is followed by why one asks who is calling', () => {
    expect(shown({})).toEqual([greeting, 'say-why-you-ask']);
  });

  it('beneath a hand-over is followed by what has changed since', () => {
    expect(shown({ ...handedOver, ...verified })[1]).toBe('handed-over-what-has-changed');
  });
});

describe('what never stands there, whatever was waved away', () => {
  const all = (s: Partial<Situation>) => {
    const seen: string[] = [];
    for (let next = shown(s); next.length > 0; next = shown({ ...s, dismissed: seen })) seen.push(...next);
    return seen;
  };

  it.each<[string, Partial<Situation>]>([
    ['somebody who has told us', { ...verified, ...atRisk, card: called }],
    ['somebody who was handed over', { ...verified, ...handedOver }],
    ['somebody who was handed over and isn’t verified', handedOver],
  ])('%s is not asked from the start', (_what, s) => {
    expect(all(s)).not.toContain('let-them-finish');
  });

  it('nobody who was handed over is told that all is only now being written down', () => {
    for (const s of [handedOver, { ...handedOver, ...verified }])
      expect(all(s).filter((id) => wouldRepeat.includes(id))).toEqual([]);
  });

  it.each<[string, Partial<Situation>]>([
    ['verified', verified],
    ['handed over', handedOver],
    ['rung up', outreach],
  ])('somebody %s is not greeted as one who rings', (_what, s) => {
    expect(all(s)).not.toContain(greeting);
  });
});

it('verifying the caller replaces the greeting at once', () => {
  const now = { situation: 'before', phase: 'start' } as const;
  const memory = rememberShown({ call: [], lately: [], resting: [] }, now, shown({ card: promised }));
  expect(shown({ ...verified, card: promised }, memory)).toEqual([
    'own-the-broken-promise',
    'say-back-what-we-know',
  ]);
});
