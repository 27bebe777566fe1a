import type { Kysely } from 'kysely';
import { inTransaction } from '@/server/db/in-transaction';
import type { Database } from '@/server/db/schema';
import type { ReadCell } from './customer-row';
import type { BatchReport, ImportReport, Progress } from './import-report';
import type { Issue } from './issue';
import { createIssueReport, type IssueReport } from './issue-report';
import { type CsvFile, type CsvRow, UnreadableRow } from './open-csv';
import { createSeenIds, type SeenIds } from './seen-ids';

const ROWS_PER_BATCH = 500;

/** What differs between customers and responses. */
export type Importing<T> = {
  read(row: number, cell: ReadCell): { record: T | null; issues: Issue[] };
  /** what may stand in the file once only, and the column it is in */
  idsOf(record: T): { id: string; column: string; value: string }[];
  write(trx: Kysely<Database>, records: readonly T[]): Promise<BatchReport>;
};

export type ImportRun = {
  db: Kysely<Database>;
  csv: CsvFile;
  reportPath: string;
  onProgress?: ((progress: Progress) => void) | undefined;
};

/** A row with more or fewer cells than the header is a shifted or a torn one: who knows whose data stands where. */
function misshapen({ row, cells }: CsvRow, columns: number): Issue | null {
  if (cells.length === columns) return null;
  const reason = `it has ${cells.length} cells, the header ${columns}`;
  return { row, column: '', value: '', reason, refused: 'row' };
}

function repeated<T>(record: T, row: number, of: Importing<T>, seen: SeenIds): Issue | null {
  for (const { id, column, value } of of.idsOf(record)) {
    const earlier = seen.rowOf(id, row);
    if (earlier !== null)
      return { row, column, value, reason: `row ${earlier} has it already`, refused: 'row' };
  }
  return null;
}

/** Reads rows into records that may be written together, telling what can't be. */
function rowReader<T>(header: readonly string[], of: Importing<T>) {
  const places = new Map(header.map((name, i) => [name, i]));
  const seen = createSeenIds();
  return (csvRow: CsvRow): { record: T | null; issues: Issue[] } => {
    const shape = misshapen(csvRow, header.length);
    if (shape) return { record: null, issues: [shape] };
    const cell: ReadCell = (column) => csvRow.cells[places.get(column) ?? -1]?.trim() ?? '';
    const { record, issues } = of.read(csvRow.row, cell);
    const again = record === null ? null : repeated(record, csvRow.row, of, seen);
    return again ? { record: null, issues: [again] } : { record, issues };
  };
}

/** Writes batches and keeps count of what became of the rows. */
function batchWriter<T>(of: Importing<T>, { db, csv, onProgress }: ImportRun, report: IssueReport) {
  const counts = { rows: 0, added: 0, changed: 0, unchanged: 0, refusedRows: 0, refusedFields: 0 };
  const count = (written: BatchReport) => {
    counts.added += written.added;
    counts.changed += written.changed;
    counts.unchanged += written.unchanged;
  };
  return {
    counts,
    async write(records: readonly T[], found: readonly Issue[], bytesRead: number): Promise<void> {
      const written = records.length > 0 ? await inTransaction(db, (trx) => of.write(trx, records)) : null;
      if (written) count(written);
      const issues = [...found, ...(written?.issues ?? [])];
      counts.refusedRows += new Set(issues.filter((i) => i.refused === 'row').map((i) => i.row)).size;
      counts.refusedFields += issues.filter((i) => i.refused === 'field').length;
      report.write(issues);
      onProgress?.({ rows: counts.rows, bytesRead, bytes: csv.bytes });
    },
  };
}

type Writer<T> = ReturnType<typeof batchWriter<T>>;

/** @returns the row from which on the file can't be read, if there is one */
async function readAll<T>(of: Importing<T>, csv: CsvFile, writer: Writer<T>): Promise<number | null> {
  const read = rowReader(csv.header, of);
  let cutShortAt: number | null = null;
  let records: T[] = [];
  let issues: Issue[] = [];
  try {
    for await (const csvRow of csv.rows()) {
      writer.counts.rows += 1;
      const { record, issues: found } = read(csvRow);
      issues.push(...found);
      if (record !== null) records.push(record);
      if (writer.counts.rows % ROWS_PER_BATCH !== 0) continue;
      await writer.write(records, issues, csvRow.bytesRead);
      [records, issues] = [[], []];
    }
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error;
    cutShortAt = error.row;
    const reason = `${error.message}: this row and all after it were not read`;
    issues.push({ row: error.row, column: '', value: '', reason, refused: 'row' });
  }
  await writer.write(records, issues, csv.bytes);
  return cutShortAt;
}

/**
 * Reads a file to its end in batches, each a transaction of its own: killed in the middle and run again, it comes to
 * the same end. What can't be taken over is in the report.
 */
export async function runImport<T>(of: Importing<T>, run: ImportRun): Promise<ImportReport> {
  const report = createIssueReport(run.reportPath);
  try {
    const writer = batchWriter(of, run, report);
    const cutShortAt = await readAll(of, run.csv, writer);
    return { ...writer.counts, cutShortAt, reportPath: run.reportPath };
  } finally {
    report.close();
  }
}
