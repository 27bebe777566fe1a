import { describe, expect, it } from 'vitest';
import { getsNoSuggestion } from '@/lib/domain/reasons/gets-no-suggestion';
import { uuidv7 } from '@/lib/platform/ids';

describe('one note in ten', () => {
  it('gets no suggestion, whenever it began', () => {
    const ids = Array.from({ length: 20_000 }, (_, n) => uuidv7(new Date(1_790_000_000_000 + n)));
    const share = ids.filter(getsNoSuggestion).length / ids.length;
    // Five standard deviations of a fair draw.
    expect(Math.abs(share - 0.1)).toBeLessThan(0.011);
  });

  it('is the same each time that it is asked for', () => {
    const id = uuidv7(new Date());
    expect(getsNoSuggestion(id)).toBe(getsNoSuggestion(id));
  });
});
