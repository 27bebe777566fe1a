import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestReasons } from '@/lib/domain/reasons/suggest-reasons';
import { trainReasons } from '@/lib/domain/reasons/train-reasons';
import { packedModelSchema, packModel, unpackModel } from '@/lib/protocol/reason-model';

const reasons = [
  { code: 'billed-twice', words: 'Billing: billed twice or wrongly' },
  { code: 'engineer-missed', words: 'Delivery: engineer did not come' },
  { code: 'slow-internet', words: 'Product: slow or unsteady connection' },
];
const model = trainReasons(reasons, [
  { text: 'Nobody turned up', code: 'engineer-missed' },
  { text: 'Charged again for May', code: 'billed-twice' },
]);
const packed = packModel(model, 'v1');
const sent = () => packedModelSchema.parse(JSON.parse(JSON.stringify(packed)));

describe('a model on its way', () => {
  it('suggests the same as before, and for the same words', () => {
    const there = unpackModel(sent());
    const texts = ['nobody turned up again', 'charged twice in May', 'so slow', 'the engineer'];
    const said = (m: typeof model) =>
      texts.map((text) => suggestReasons(m, text).map(({ code, because }) => [code, because]));
    expect(said(there)).toEqual(said(model));
  });

  it('keeps what says most when it must be small', () => {
    const small = packModel(model, 'v1', 40);
    expect(small.names).toHaveLength(40);
    expect(small.names).toContain('words:bill');
    expect(unpackModel(small).vocabulary.ids.size).toBe(40);
  });

  it.each([
    ['a name too few', { names: packed.names.slice(1) }],
    ['weights cut off', { weights: packed.weights.slice(0, -8) }],
    ['a reason that nothing is known of', { codes: [...packed.codes, 'other'] }],
    ['no bias', { bias: [] }],
  ])('is refused with %s', (_, part) => {
    expect(() => unpackModel({ ...sent(), ...part })).toThrow(RangeError);
  });

  it('is never anything but a model or refused, whatever the bytes are', () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((b) => Buffer.from(b).toString('base64'));
    fc.assert(
      fc.property(bytes, bytes, (rarity, weights) => {
        try {
          expect(unpackModel({ ...sent(), rarity, weights }).codes).toEqual(packed.codes);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});
