import { describe, expect, it } from 'vitest';
import type { PersonFound } from '@/lib/sync/look-up-people';
import { newcomerAmong } from '@/lib/sync/newcomer';

type Raw = PersonFound[number];
const raw = (...spellings: [string, number[]][]): Raw => ({
  kind: 'phone',
  spellings: spellings.map(([value, numbers]) => ({ identifier: { kind: 'phone', value }, numbers })),
});
const known = raw(['+442079460202', [1]]);
const stranger = raw(['+442079460909', []]);

describe('someone new, on a page that leads to customers', () => {
  it('is the one of whom the page says what leads to nobody', () => {
    expect(newcomerAmong([[known], [stranger]])).toEqual([[stranger]]);
    expect(newcomerAmong([[known, stranger]])).toEqual([[stranger]]);
  });

  it('takes no number of a customer’s, though it can be read as another’s too', () => {
    expect(newcomerAmong([[raw(['+442079460202', [1]], ['+492079460202', []])]])).toEqual([]);
  });

  it('is nobody whom a note can be for where all are known, or several are new', () => {
    expect(newcomerAmong([[known]])).toEqual([]);
    expect(newcomerAmong([[stranger], [raw(['+442079460808', []])]])).toEqual([]);
  });
});
