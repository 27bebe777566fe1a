import { encode } from '@msgpack/msgpack';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CardContent, cardContentSchema, contracts, driverCodes, riskLevels } from '@/lib/domain/card';
import { surveyKinds, surveyModes } from '@/lib/domain/response';
import { AppError } from '@/lib/platform/app-error';
import { murmur3 } from '@/lib/platform/murmur3';
import { decodeCard, encodeCard } from '@/lib/protocol/card-codec';

const damaged = expect.objectContaining({ code: 'damaged' });

const typical: CardContent = {
  score: { value: 3, at: '2026-11-02T08:15:30.000Z', kind: 'transactional', mode: 'email' },
  earlier: [
    { value: 6, at: '2026-05-11T10:00:00.000Z' },
    { value: 8, at: '2025-11-20T16:45:12.000Z' },
  ],
  risk: {
    level: 'high',
    points: 70,
    drivers: [
      { code: 'score-detractor', points: 35 },
      { code: 'contract-monthly', points: 20 },
      { code: 'promise-broken', points: 15 },
    ],
    at: '2026-11-22T09:00:00.000Z',
  },
  tier: 'Gold',
  since: '2019-03-01',
  contract: 'monthly',
  contacts90: 2,
  lastContactAt: '2026-11-19T13:20:00.000Z',
  lastReasons: ['billing', 'outage'],
  brokenPromises: 1,
  openCase: { dueAt: '2026-11-25T17:00:00.000Z' },
  complaintOpen: true,
  supportNeeded: false,
  doNotContact: true,
};

/** `typical`, as the first version of the format wrote it. */
const typicalBytes =
  '01ce43865b9f9403ce6ae846a20100929206ce6a01a8a09208ce691f459803469392002392041492080fce6b02af10a4476f6c64cd46240002ce6afef78092a762696c6c696e67a66f757461676501ce6b07141005';

const span = { min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true };
const instant = fc
  .tuple(fc.date(span), fc.constantFrom('Z', '+02:00', '-11:30'))
  .map(([at, zone]) => at.toISOString().replace('Z', zone));
const whole = fc.oneof(fc.nat(100), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
const value = fc.nat(10);
const text = (longest: number) => fc.string({ unit: 'binary', maxLength: longest / 2 });

const anyCard: fc.Arbitrary<CardContent> = fc.record({
  score: fc.option(
    fc.record({
      value,
      at: instant,
      kind: fc.constantFrom(...surveyKinds),
      mode: fc.constantFrom(...surveyModes),
    }),
  ),
  earlier: fc.array(fc.record({ value, at: instant }), { maxLength: 4 }),
  risk: fc.record({
    level: fc.constantFrom(...riskLevels),
    points: whole,
    drivers: fc.array(fc.record({ code: fc.constantFrom(...driverCodes), points: whole }), { maxLength: 6 }),
    at: instant,
  }),
  tier: fc.option(text(40)),
  since: fc.option(fc.date(span).map((day) => day.toISOString().slice(0, 10))),
  contract: fc.option(fc.constantFrom(...contracts)),
  contacts90: whole,
  lastContactAt: fc.option(instant),
  lastReasons: fc.array(text(60), { maxLength: 3 }),
  brokenPromises: whole,
  openCase: fc.option(fc.record({ dueAt: instant })),
  complaintOpen: fc.boolean(),
  supportNeeded: fc.boolean(),
  doNotContact: fc.boolean(),
});

const toSecond = (at: string) => `${new Date(at).toISOString().slice(0, 19)}.000Z`;

function toSeconds(card: CardContent): CardContent {
  const { score, risk, openCase, lastContactAt } = card;
  return {
    ...card,
    score: score && { ...score, at: toSecond(score.at) },
    earlier: card.earlier.map((e) => ({ ...e, at: toSecond(e.at) })),
    risk: { ...risk, at: toSecond(risk.at) },
    lastContactAt: lastContactAt && toSecond(lastContactAt),
    openCase: openCase && { dueAt: toSecond(openCase.dueAt) },
  };
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

/** Version, checksum and all, around fields that no encoder of ours would write. */
function withFields(fields: unknown): Uint8Array {
  const body = encode(fields);
  const bytes = Uint8Array.of(1, 0, 0, 0, 0, ...body);
  new DataView(bytes.buffer).setUint32(1, murmur3(body, 0x68656564));
  return bytes;
}

const fields: readonly unknown[] = [null, [], 0, 0, [], 0, null, null, null, 0, null, [], 0, null, 0];

describe('a card as bytes', () => {
  it('comes back as it was, to the second', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(cardContentSchema.safeParse(card).success).toBe(true);
        expect(decodeCard(encodeCard(card))).toEqual(toSeconds(card));
      }),
      { numRuns: 500 },
    );
  });

  it('is read as the first Heed wrote it: lists of codes only ever grow at their end', () => {
    expect(Buffer.from(encodeCard(typical)).toString('hex')).toBe(typicalBytes);
    expect(decodeCard(Buffer.from(typicalBytes, 'hex'))).toEqual(typical);
  });

  it('keeps what fell on the first second of 1970', () => {
    const epoch = '1970-01-01T00:00:00.000Z';
    const card = { ...typical, since: '1970-01-01', lastContactAt: epoch, openCase: { dueAt: epoch } };
    expect(decodeCard(encodeCard(card))).toEqual(card);
  });

  it('is read out of the middle of a block', () => {
    const bytes = encodeCard(typical);
    const block = Uint8Array.of(9, 9, 9, ...bytes, 9);
    expect(decodeCard(block.subarray(3, 3 + bytes.length))).toEqual(typical);
  });

  it('is small: a typical one within 100 bytes, and the longest far from what a block can hold', () => {
    expect(encodeCard(typical).length).toBeLessThanOrEqual(100);
    const longest = { tier: '€'.repeat(40), lastReasons: ['a', 'b', 'c'].map((c) => c.padEnd(60, '€')) };
    expect(encodeCard({ ...typical, ...longest }).length).toBeLessThan(1000);
    expect(cardContentSchema.safeParse({ ...typical, lastReasons: ['a'.repeat(61)] }).success).toBe(false);
  });
});

describe('bytes that are not a card as it was written', () => {
  it('are never read as another card, whichever bit has turned', () => {
    const bytes = encodeCard(typical);
    for (let bit = 8; bit < bytes.length * 8; bit += 1)
      expect(() => decodeCard(flipped(bytes, bit)), `bit ${bit}`).toThrow(damaged);
    for (let bit = 0; bit < 8; bit += 1) expect(() => decodeCard(flipped(bytes, bit))).toThrow(AppError);
    fc.assert(
      fc.property(anyCard, fc.nat(), (card, n) => {
        const whole = encodeCard(card);
        expect(() => decodeCard(flipped(whole, n % (whole.length * 8)))).toThrow(AppError);
      }),
    );
  });

  it('are never read as another card, wherever they were cut or went on', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const bytes = encodeCard(card);
        for (let length = 0; length < bytes.length; length += 1)
          expect(() => decodeCard(bytes.subarray(0, length))).toThrow(damaged);
        expect(() => decodeCard(Uint8Array.of(...bytes, 0))).toThrow(damaged);
      }),
      { numRuns: 20 },
    );
  });

  it('are told from those of a newer Heed', () => {
    const [, ...rest] = encodeCard(typical);
    expect(() => decodeCard(Uint8Array.of(2, ...rest))).toThrow(
      expect.objectContaining({ code: 'outdated' }),
    );
    expect(() => decodeCard(Uint8Array.of(0, ...rest))).toThrow(damaged);
  });

  it.each<[string, unknown]>([
    ['no list', 7],
    ['no MessagePack of ours', { score: null }],
    ['an empty list', []],
    ['a field too few: nobody may be contacted because a flag is missing', fields.slice(0, -1)],
    ['a level that nobody knows', fields.with(2, riskLevels.length)],
    ['a level before the first', fields.with(2, -1)],
    ['a contract that nobody knows', fields.with(8, contracts.length)],
    ['a score above ten', fields.with(0, [11, 0, 0, 0])],
    ['an instant past the end of time', fields.with(5, 1e15)],
    ['an instant that is no number', fields.with(5, Number.NaN)],
    ['a day past the end of time', fields.with(7, 1e15)],
  ])('are damaged when their checksum fits and they hold %s', (_what, written) => {
    expect(() => decodeCard(withFields(fields))).not.toThrow();
    expect(() => decodeCard(withFields(written))).toThrow(damaged);
  });
});
