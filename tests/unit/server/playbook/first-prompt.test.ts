import { describe, expect, it } from 'vitest';
import { choosePrompts, type Situation } from '@/lib/domain/choose-prompts';
import {
  memoryOfNextCall,
  nothingShown,
  type PromptMemory,
  rememberShown,
} from '@/lib/domain/rotate-prompts';
import { allText, gave, playbook } from './default-book';

const nothingKnown = {
  ...{ score: null, contacts90: 0, brokenPromises: 0, lastReasons: [] },
  ...{ complaintOpen: false, supportNeeded: false, doNotContact: false },
};
const called = { ...nothingKnown, score: gave(3), contacts90: 1, lastReasons: ['billed-twice'] };
const promised = { ...called, brokenPromises: 1 };

const ring: Situation = {
  ...{ level: 'unknown', phase: 'start', caller: 'unverified', direction: 'inbound', card: null },
  ...{ reasons: [], contactReason: null, emotion: null, offers: [], dismissed: [], handedOver: false },
  ...{ underWay: false, promisedAnew: false, notesHere: true },
  ...{ complaint: false, dispute: false, supportNeeded: false },
};
const verified = { caller: 'customer' } as const;
const atRisk = { level: 'at-risk' } as const;
const handedOver = { handedOver: true } as const;
const outreach = { direction: 'outreach' } as const;

const underWay = { underWay: true } as const;

const shown = (s: Partial<Situation>, memory?: PromptMemory) =>
  choosePrompts(playbook, { ...ring, ...s }, memory).map(({ id }) => id);

/** What is asked of somebody who hasn't told us yet; what is said to somebody who has just come on the line. */
const wouldRepeat = ['let-them-finish', 'note-their-words'];
const greeting = 'warm-first-words';
const whoNow = 'who-is-it-by-now';
const askWho = 'say-why-you-ask';
const callUp = 'outreach-who-and-for-whom';

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
    [
      'verified, with a broken promise that was promised anew',
      { ...verified, ...atRisk, card: promised, promisedAnew: true },
      'stand-by-the-new-day',
    ],
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
    [
      'handed over and taken, half-way through a call of somebody angry, not verified',
      { ...handedOver, phase: 'during', emotion: 'angry', contactReason: 'billed-twice' },
      'handed-over-who-is-it',
    ],
    [
      'handed over, verified before and not any more',
      { ...handedOver, ...underWay, phase: 'during', emotion: 'angry' },
      whoNow,
    ],
    ['handed over, with support needed', { ...handedOver, supportNeeded: true }, 'handed-over-who-is-it'],
    ['rung up and handed over, not verified', { ...outreach, ...handedOver, phase: 'during' }, callUp],
    ['at a ring of somebody else’s record, the note moved', { ...underWay, ...atRisk }, whoNow],
    ['half-way, not verified', { phase: 'during', ...atRisk, emotion: 'anxious' }, whoNow],
    ['rung up, half-way, not verified', { ...outreach, phase: 'during' }, whoNow],
    ['rung up, not verified any more', { ...outreach, ...underWay }, whoNow],
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

  it('nobody hears that notes were read which are not here', () => {
    const often = { ...verified, card: { ...called, contacts90: 4 } };
    expect(all(often)).toContain('spare-them-the-story');
    expect(all({ ...often, notesHere: false })).not.toContain('spare-them-the-story');
  });

  it.each(['start', 'during', 'wrap'] as const)(
    'nobody hears at the %s that nothing came of what has a new day',
    (phase) => {
      const s = { ...verified, phase, card: promised } as const;
      const old = ['own-the-broken-promise', 'new-day-for-the-old-promise'];
      expect(all(s).filter((id) => old.includes(id))).toHaveLength(1);
      expect(all({ ...s, promisedAnew: true }).filter((id) => old.includes(id))).toEqual([]);
    },
  );

  it('nobody who was handed over is told that all is only now being written down', () => {
    for (const s of [handedOver, { ...handedOver, ...verified }])
      expect(all(s).filter((id) => wouldRepeat.includes(id))).toEqual([]);
  });

  it.each<[string, Partial<Situation>, string]>([
    ['what was billed', { contactReason: 'billed-twice' }, 'read-the-lines-back'],
    ['what was said', { contactReason: 'treated-badly' }, 'hear-it-out'],
    ['what went wrong', { contactReason: 'wants-to-leave' }, 'ask-then-take-a-no'],
    ['what others do better', { contactReason: 'competitor-offer' }, 'what-the-other-does-better'],
    ['what worries them', { emotion: 'anxious' }, 'anxious-ask-the-worry'],
    ['what they had counted on', { emotion: 'disappointed' }, 'disappointed-what-they-expected'],
    ['why they gave up', { emotion: 'resigned' }, 'resigned-why-they-gave-up'],
    ['what it cost them', {}, 'ask-what-it-cost-them'],
    ['what should have gone differently', outreach, 'outreach-one-open-question'],
    ['what staff said', { ...outreach, contactReason: 'treated-badly' }, 'outreach-staff'],
  ])('nobody who was handed over is asked again %s', (_what, s, id) => {
    const now = { ...verified, phase: 'during', ...s } as const;
    expect(all(now)).toContain(id);
    expect(all({ ...now, ...handedOver })).not.toContain(id);
  });

  it.each<[string, Partial<Situation>]>([
    ['whose record was the wrong one', underWay],
    ['half-way through', { phase: 'during' }],
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

describe('the next call of the same customer', () => {
  const now = { situation: 'before', phase: 'start' } as const;
  const next = (s: Partial<Situation>, dismissed: string[] = []) =>
    memoryOfNextCall(rememberShown(nothingShown, now, shown(s)), dismissed);

  it.each<[string, Partial<Situation>, string[]]>([
    ['is greeted and asked who it is', { ...atRisk, card: called }, [greeting, askWho]],
    ['that was handed over is asked who it is', handedOver, ['handed-over-who-is-it', askWho]],
    ['that we make begins with who we are', outreach, [callUp, 'outreach-is-now-good']],
  ])('%s', (_what, s, ids) => {
    expect(shown(s, next(s))).toEqual(ids);
  });

  it('is asked who it is also where that was waved away in the last', () => {
    expect(shown(atRisk, next(atRisk, [greeting, askWho]))).toContain(askWho);
  });
});

it('tapping what it is about still asks who it is, with a line of its own beside it', () => {
  const now = { situation: 'before', phase: 'start' } as const;
  const memory = rememberShown(nothingShown, now, shown({}));
  const tapped = shown({ phase: 'during', contactReason: 'told-again', emotion: 'angry' }, memory);
  expect(tapped).toEqual([whoNow, 'angry-let-it-out']);
});

it('whom we ring hears why, and whoever was handed over what was written down: no more than is known', () => {
  const text = (id: string) => allText(playbook.prompts.filter((p) => p.id === id)[0] ?? fail(id));
  expect(text('outreach-why-at-once')).not.toMatch(/wrote|escribi/);
  expect(text('handed-over-say-it-back')).not.toMatch(/What you were promised|Lo que se le prometió/);
});

function fail(id: string): never {
  throw new Error(id);
}
