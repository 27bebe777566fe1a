import { z } from 'zod';
import type { ReasonModel } from '@/lib/domain/reasons/reason-model';

const base64 = z.base64().max(8_000_000);

/**
 * `GET /v1/reason-model`: what was learned from the organisation's notes, small enough to send. `rarity` is 4 bytes for
 * each name; `weights` is for each name a scale of 4 bytes, then one signed byte for each code. No number is big-endian.
 */
export const packedModelSchema = z.object({
  /** another one means that it was learned anew */
  version: z.string().min(1).max(100),
  codes: z.array(z.string().max(60)).min(1).max(500),
  names: z.array(z.string().min(1).max(200)).max(50_000),
  rarity: base64,
  weights: base64,
  bias: z.array(z.number()).max(500),
});
export type PackedModel = z.infer<typeof packedModelSchema>;

/** How many features are sent: the rest says the least. About 0.6 MB with twenty reasons. */
export const MOST_FEATURES = 20_000;

const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

const SCALE = 4;

/** How much a feature can say: the furthest that two of its weights are apart, by how rare it is. */
function spread({ weights, codes, vocabulary }: ReasonModel, id: number): number {
  const own = weights.subarray(id * codes.length, (id + 1) * codes.length);
  return (Math.max(...own) - Math.min(...own)) * (vocabulary.rarity[id] ?? 0);
}

function packWeights(own: Float64Array): Uint8Array {
  const bytes = new Uint8Array(SCALE + own.length);
  const view = new DataView(bytes.buffer);
  const scale = Math.max(...own.map(Math.abs)) / 127 || 1;
  view.setFloat32(0, scale, true);
  own.forEach((weight, k) => {
    view.setInt8(SCALE + k, Math.round(weight / scale));
  });
  return bytes;
}

/** What is worth sending of a model. */
export function packModel(model: ReasonModel, version: string, most = MOST_FEATURES): PackedModel {
  const { codes, vocabulary, weights, bias } = model;
  const names = [...vocabulary.ids.keys()];
  const kept = names
    .map((_, id) => ({ id, says: spread(model, id) }))
    .sort((a, b) => b.says - a.says)
    .slice(0, most)
    .map(({ id }) => id)
    .sort((a, b) => a - b);
  const row = SCALE + codes.length;
  const packed = new Uint8Array(kept.length * row);
  kept.forEach((id, i) => {
    packed.set(packWeights(weights.subarray(id * codes.length, (id + 1) * codes.length)), i * row);
  });
  const rarity = Float32Array.from(kept, (id) => vocabulary.rarity[id] ?? 0);
  return {
    version,
    codes: [...codes],
    names: kept.map((id) => names[id] ?? ''),
    rarity: toBase64(new Uint8Array(rarity.buffer)),
    weights: toBase64(packed),
    bias: [...bias],
  };
}

/** @throws RangeError when its parts are of different lengths */
export function unpackModel({ codes, names, bias, ...packed }: PackedModel): ReasonModel {
  const [rarityBytes, rows] = [fromBase64(packed.rarity), fromBase64(packed.weights)];
  const row = SCALE + codes.length;
  const fits = rarityBytes.length === names.length * 4 && rows.length === names.length * row;
  if (!fits || bias.length !== codes.length) throw new RangeError('not a whole model');
  const view = new DataView(rows.buffer);
  const weights = new Float64Array(names.length * codes.length);
  for (let id = 0; id < names.length; id += 1) {
    const scale = view.getFloat32(id * row, true);
    for (let k = 0; k < codes.length; k += 1)
      weights[id * codes.length + k] = scale * view.getInt8(id * row + SCALE + k);
  }
  const rarity = new DataView(rarityBytes.buffer);
  return {
    codes,
    weights,
    bias: Float64Array.from(bias),
    vocabulary: {
      ids: new Map(names.map((name, id) => [name, id])),
      rarity: Float64Array.from(names, (_, id) => rarity.getFloat32(id * 4, true)),
    },
  };
}
