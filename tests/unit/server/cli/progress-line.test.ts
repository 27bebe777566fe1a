import { describe, expect, it } from 'vitest';
import { createProgressLine } from '@/server/cli/progress-line';

function run(isTTY: boolean): string {
  let text = '';
  let now = 0;
  const output = { isTTY, write: (more: string) => (text += more) };
  const line = createProgressLine(output, 'c.csv', { now: () => new Date(now) });
  for (let rows = 500; rows <= 3000; rows += 500) {
    line.show({ rows, bytesRead: rows, bytes: 3000 });
    now += 700;
  }
  line.end();
  return text;
}

describe('progress', () => {
  it('is one line that changes on a terminal', () => {
    expect(run(true).split('\r')).toHaveLength(7);
    expect(run(true).endsWith('c.csv: 3,000 rows, 100 %\n')).toBe(true);
  });

  it('is a line every two seconds, and the last, in a log', () => {
    expect(run(false)).toBe('c.csv: 500 rows, 16 %\nc.csv: 2,000 rows, 66 %\nc.csv: 3,000 rows, 100 %\n');
  });
});
