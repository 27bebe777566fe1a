import { describe, expect, it } from 'vitest';
import { addCounts, closingLine, readClosingLine } from '@/tests/support/counts';

describe('the closing line of a run', () => {
  it.each([
    [{ passed: 12, failed: 0, skipped: 0 }, '12 passed, 0 failed'],
    [{ passed: 1, failed: 2, skipped: 30 }, '1 passed, 2 failed, 30 skipped'],
  ])('%o is said as "%s", and read back', (counts, line) => {
    expect(closingLine(counts)).toBe(line);
    expect(readClosingLine(line)).toEqual(counts);
  });

  it.each(['', 'Tests  12 passed (12)', '12 passed, 0 failed, and more'])('is not "%s"', (line) => {
    expect(readClosingLine(line)).toBeNull();
  });

  it('of two runs says what came of both', () => {
    const both = addCounts({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 });
    expect(both).toEqual({ passed: 11, failed: 22, skipped: 33 });
  });
});
