import { describe, expect, it } from 'vitest';
import { createSeenIds } from '@/server/import/seen-ids';

describe('ids that were seen', () => {
  it('are told with their row, among many', () => {
    const seen = createSeenIds();
    for (let i = 0; i < 20_000; i++) expect(seen.rowOf(`id-${i}`, i + 2)).toBeNull();
    for (let i = 0; i < 20_000; i++) expect(seen.rowOf(`id-${i}`, 99_999)).toBe(i + 2);
    expect(seen.rowOf('id-20000', 7)).toBeNull();
  });
});
