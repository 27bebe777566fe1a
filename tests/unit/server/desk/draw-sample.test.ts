import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawFor } from '@/server/desk/draw-sample';

const ids = Array.from(
  { length: 20_000 },
  (_, n) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`,
);

describe('what chance says of a note', () => {
  it('is always the same for one seed, however the id is spelled, and another for another seed', () => {
    const [id = ''] = ids;
    const digest = createHmac('sha256', 'seed').update(id).digest('hex').slice(0, 12);
    expect(drawFor('seed', id)).toBe(Number.parseInt(digest, 16) / 2 ** 48);
    expect(drawFor('seed', id.toUpperCase())).toBe(drawFor('seed', id));
    expect(drawFor('another', id)).not.toBe(drawFor('seed', id));
  });

  it('picks as large a share as it is asked for, evenly, and of a smaller share none that a larger hasn’t', () => {
    const drawn = (share: number) => ids.filter((id) => drawFor('seed', id) < share);
    expect(drawn(0)).toEqual([]);
    expect(drawn(1)).toHaveLength(ids.length);
    const [few, more] = [drawn(0.05), drawn(0.2)];
    // Three standard deviations of so many draws.
    expect(Math.abs(few.length - 1000)).toBeLessThan(3 * Math.sqrt(20_000 * 0.05 * 0.95));
    expect(few.filter((id) => !more.includes(id))).toEqual([]);
  });
});
