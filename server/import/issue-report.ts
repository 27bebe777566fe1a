import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { maskCardNumbers } from '@/lib/domain/mask-card-numbers';
import type { Issue } from './issue';

export type IssueReport = { write(issues: readonly Issue[]): void; close(): void };

const LONGEST_VALUE = 200;

/** A spreadsheet would run a cell that begins so as a formula; behind an apostrophe it is text. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function csvCell(text: string): string {
  const safe = harmless(text);
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function line({ row, column, value, reason, refused }: Issue): string {
  const shown = maskCardNumbers(value).slice(0, LONGEST_VALUE);
  return `${[String(row), column, shown, reason, refused].map(csvCell).join(',')}\n`;
}

/**
 * The file that says what was refused: row (the header is row 1), column, value, reason, and whether the whole row or
 * the field alone. It holds customers' data: only its owner may read it.
 */
export function createIssueReport(path: string): IssueReport {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, 'w', 0o600);
  writeSync(file, 'row,column,value,reason,refused\n');
  return {
    write(issues) {
      const inOrder = [...issues].sort((a, b) => a.row - b.row);
      if (inOrder.length > 0) writeSync(file, inOrder.map(line).join(''));
    },
    close: () => closeSync(file),
  };
}
