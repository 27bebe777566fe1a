import { beforeEach, describe, expect, it } from 'vitest';
import type { RiskLevel } from '@/lib/domain/card';
import type { RawIdentifier } from '@/lib/domain/identifier';
import { deriveBookKeys } from '@/lib/protocol/book-keys';
import { type LookupKey, lookupKey } from '@/lib/protocol/lookup-key';
import { createLookupPace } from '@/lib/sync/pages/lookup-pace';
import { createPageLevels, type ListSettings } from '@/lib/sync/pages/page-levels';
import { makeCard, makeSession } from '@/tests/support/makers';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const TAB = 4;
const mail = (value: string): RawIdentifier => ({ kind: 'email', value });
const phone = (value: string): RawIdentifier => ({ kind: 'phone', value });
const keys = await deriveBookKeys(btoa('k'.repeat(32)));

const levelsByNumber: Record<number, RiskLevel> = {
  1: 'critical',
  2: 'high',
  3: 'elevated',
  4: 'low',
  5: 'unknown',
};
const known: Record<string, number[]> = {
  'critical@x.example': [1],
  'high@x.example': [2],
  'elevated@x.example': [3],
  'low@x.example': [4],
  'unknown@x.example': [5],
  '+442079460202': [1, 2],
  '+442079460303': [1],
};

let now = 0;
let badgesInPages = true;
let unlocked = true;
let settings: ListSettings;
/** how often the book was read, each for however many */
let reads: string[] = [];
let levels: ReturnType<typeof createPageLevels>;
let pace: ReturnType<typeof createLookupPace>;

beforeEach(async () => {
  now = 1_000_000;
  unlocked = true;
  badgesInPages = true;
  settings = { shown: true, pausedAt: null };
  reads = [];
  pace = createLookupPace({
    area: createMemoryArea(),
    exclusive: createExclusive(),
    now: () => now,
    what: 'lists',
  });
  const hashed = new Map<LookupKey, number[]>();
  for (const [value, numbers] of Object.entries(known)) {
    const kind = value.startsWith('+') ? ('phone' as const) : ('email' as const);
    hashed.set(await lookupKey(keys.lookupSecret, { kind, value }), numbers);
  }
  const { lookupKey: _, ...session } = makeSession();
  levels = createPageLevels({
    account: {
      organisation: async () => ({ session, clockShift: 0 }),
      bookKeys: async () => (unlocked ? keys : null),
    },
    book: {
      lookup: async (all) => {
        reads.push('lookup');
        return all.map((key) => hashed.get(key) ?? []);
      },
      getAll: async (numbers) => {
        reads.push('getAll');
        const at = '2026-11-22T09:00:00Z';
        return numbers.map((n) =>
          makeCard(n, { risk: { level: levelsByNumber[n] ?? 'unknown', points: 0, drivers: [], at } }),
        );
      },
    },
    pace,
    settings: {
      read: async () => settings,
      update: async (change) => {
        settings = change(settings);
        return settings;
      },
    },
    policy: { read: async () => ({ serverUrl: null, sites: [], badgesInPages }) },
    now: () => '2026-11-27T10:00:00.000Z',
  });
});

const people = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => [mail(`p${from + i}@x.example`)]);

describe('levels in a list', () => {
  it.each<[string, RawIdentifier[], string | null]>([
    ['critical', [mail('Critical@x.example')], 'at-risk'],
    ['high', [mail('high@x.example')], 'at-risk'],
    ['elevated', [mail('elevated@x.example')], 'watch'],
    ['low: nothing is said', [mail('low@x.example')], null],
    ['unknown: nothing is said', [mail('unknown@x.example')], null],
    ['not in the store', [mail('new@x.example')], null],
    ['by a phone that several share', [phone('020 7946 0202')], null],
    [
      'by a phone alone, with an address that leads nowhere',
      [mail('new@x.example'), phone('020 7946 0303')],
      null,
    ],
    ['two customers in one row', [mail('critical@x.example'), mail('high@x.example')], null],
    ['one customer by two identifiers', [mail('critical@x.example'), phone('020 7946 0303')], 'at-risk'],
  ])('%s', async (_, person, level) => {
    expect(await levels(TAB, [person])).toEqual({ state: 'levels', levels: [level], wait: null });
  });

  it('come in the order asked for, all from two reads', async () => {
    const answer = await levels(TAB, [
      ...people(0, 48),
      [mail('high@x.example')],
      [mail('elevated@x.example')],
    ]);
    expect(answer).toMatchObject({ levels: [...Array(48).fill(null), 'at-risk', 'watch'] });
    expect(reads).toEqual(['lookup', 'getAll']);
  });

  it('are none where the organisation has switched them off for this computer, whatever the rep has set', async () => {
    badgesInPages = false;
    expect(await levels(TAB, people(0, 3))).toEqual({ state: 'off' });
    expect(reads).toEqual([]);
  });

  it('are not told where they are switched off, or nobody is signed in', async () => {
    settings = { ...settings, shown: false };
    expect(await levels(TAB, people(0, 3))).toEqual({ state: 'off' });
    settings = { ...settings, shown: true };
    unlocked = false;
    expect(await levels(TAB, people(0, 3))).toEqual({ state: 'off' });
    expect(reads).toEqual([]);
  });
});

describe('how much a tab may ask', () => {
  const answered = async (tabId: number, from: number, to: number) => {
    const answer = await levels(tabId, people(from, to));
    return answer.state === 'levels' ? { n: answer.levels.length, wait: answer.wait } : answer;
  };

  it('is three hundred new identifiers a minute; then nothing is looked up until it is over', async () => {
    expect(await answered(TAB, 0, 200)).toEqual({ n: 200, wait: null });
    now += 10_000;
    expect(await answered(TAB, 200, 350)).toEqual({ n: 100, wait: 50_000 });
    expect(settings.pausedAt).toBe('2026-11-27T10:00:00.000Z');
    reads = [];
    expect(await answered(TAB, 400, 450)).toEqual({ n: 0, wait: 50_000 });
    expect(reads).toEqual([]);
    now += 50_000;
    expect(await answered(TAB, 400, 450)).toEqual({ n: 50, wait: null });
  });

  it('counts identifiers, not persons, and each once', async () => {
    const two = Array.from({ length: 150 }, (_, i) => [mail(`a${i}@x.example`), phone(`0207946${1000 + i}`)]);
    expect(await levels(TAB, two)).toMatchObject({ wait: null });
    expect(await levels(TAB, two)).toMatchObject({ wait: null });
    expect(await answered(TAB, 0, 1)).toMatchObject({ n: 0 });
  });

  it('counts each tab by itself, and a tab that is closed no more', async () => {
    await answered(TAB, 0, 200);
    await answered(TAB, 200, 300);
    expect(await answered(TAB + 1, 300, 320)).toEqual({ n: 20, wait: null });
    expect(await answered(TAB, 300, 320)).toMatchObject({ n: 0 });
    await pace.forget(TAB);
    expect(await answered(TAB, 300, 320)).toEqual({ n: 20, wait: null });
  });

  it('is a hundred and twenty questions a minute, whatever they are about', async () => {
    for (let i = 0; i < 120; i++) expect(await answered(TAB, 0, 1)).toEqual({ n: 1, wait: null });
    expect(await answered(TAB, 0, 1)).toEqual({ n: 0, wait: 60_000 });
  });
});
