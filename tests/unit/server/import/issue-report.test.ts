import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { createIssueReport } from '@/server/import/issue-report';

const issue = (row: number, value: string) =>
  ({ row, column: 'phone', value, reason: 'not a phone number', refused: 'field' }) as const;

function written(values: string[]): string[][] {
  const path = join(mkdtempSync(join(tmpdir(), 'heed-report-')), 'new', 'r.csv');
  const report = createIssueReport(path);
  report.write(values.map((value, i) => issue(i + 2, value)));
  report.close();
  expect(statSync(path).mode & 0o077).toBe(0);
  return parse(readFileSync(path, 'utf8'));
}

describe('the report', () => {
  it.each(['=1+1', '+49', '-5', '@SUM(A1)', '\tx', '=HYPERLINK("http://x","y")'])(
    'makes %j text, not a formula',
    (value) => {
      const cell = written([value])[1]?.[2];
      expect(cell).toBe(`'${value}`);
    },
  );

  it('holds what was in the cell, in quotation marks where it must, in the order of the rows', () => {
    expect(written(['a,b', 'say "hi"', 'two\nlines', 'a;b'])).toEqual([
      ['row', 'column', 'value', 'reason', 'refused'],
      ...['a,b', 'say "hi"', 'two\nlines', 'a;b'].map((v, i) => [
        String(i + 2),
        'phone',
        v,
        'not a phone number',
        'field',
      ]),
    ]);
  });

  it('hides card numbers and cuts what is long', () => {
    expect(written(['4111 1111 1111 1111'])[1]?.[2]).toBe('•••• 1111');
    expect(written(['x'.repeat(5000)])[1]?.[2]).toHaveLength(200);
  });
});
