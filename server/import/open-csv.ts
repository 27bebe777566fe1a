import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { type CsvError, type Options, type Parser, parse } from 'csv-parse';
import { parse as parseText } from 'csv-parse/sync';

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A row of the file. The header is row 1, as in a spreadsheet. */
export type CsvRow = { row: number; cells: string[]; bytesRead: number };

export type CsvFile = {
  path: string;
  bytes: number;
  encoding: CsvEncoding;
  delimiter: string;
  header: string[];
  /** Every row after the header, without the empty ones. @throws UnreadableRow */
  rows(): AsyncGenerator<CsvRow>;
};

/** The file can't be read any further from this row on. */
export class UnreadableRow extends Error {
  override readonly name = 'UnreadableRow';
  constructor(
    readonly row: number,
    message: string,
  ) {
    super(message);
  }
}

const SAMPLE_BYTES = 64 * 1024;
/** An open quotation mark swallows the file; this is where it is noticed. */
const LONGEST_ROW = 1_000_000;
/** Of two that stand as often the first wins: a comma is the likeliest to be part of a name. */
const DELIMITERS = ['\t', ';', '|', ','];

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** By its byte order mark; without one it is UTF-8 if all of it is, else what older spreadsheets write in the West. */
async function encodingOf(path: string, start: Buffer): Promise<CsvEncoding> {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return (await isUtf8(path)) ? 'utf-8' : 'windows-1252';
}

/** What stands most often outside quotation marks in the first line. */
function delimiterOf(text: string): string {
  const firstLine = text.replace(/"[^"]*"?/g, '').split(/[\r\n]/, 1)[0] ?? '';
  const count = (delimiter: string) => firstLine.split(delimiter).length;
  return DELIMITERS.reduce((best, d) => (count(d) > count(best) ? d : best));
}

function faultOf(error: CsvError, row: number): UnreadableRow {
  const reason =
    error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
      ? 'a quotation mark is opened here and not closed'
      : `it can't be read as CSV (${error.code})`;
  return new UnreadableRow(row, reason);
}

type Reading = { path: string; encoding: CsvEncoding; options: Options };

/**
 * A stream that fails throws away the rows it has parsed and not yet handed out. So the fault is only noted, the
 * reading ends there, and it is thrown after the last good row.
 */
async function* readRows({ path, encoding, options }: Reading): AsyncGenerator<CsvRow> {
  const state: { bytesRead: number; fault: CsvError | null } = { bytesRead: 0, fault: null };
  async function* decoded() {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of createReadStream(path)) {
      if (state.fault) return; // nothing after it counts: spare the reading
      state.bytesRead += chunk.length;
      yield decoder.decode(chunk, { stream: true }).replaceAll('\0', '');
    }
    yield decoder.decode();
  }
  const parser: Parser = parse({
    ...options,
    skip_records_with_error: true,
    on_skip: (error) => {
      state.fault ??= error ?? null;
      return undefined;
    },
  });
  pipeline(Readable.from(decoded()), parser, () => {});
  let row = 0;
  for await (const cells of parser as AsyncIterable<string[]>) {
    row += 1;
    if (row > 1 && cells.some((cell) => cell !== '')) yield { row, cells, bytesRead: state.bytesRead };
  }
  if (state.fault) throw faultOf(state.fault, row + 1);
}

/**
 * Looks at a CSV file: encoding, delimiter, header. Memory stays the same however long it is.
 * @throws Error when there is no such file or it has no header; UnreadableRow
 */
export async function openCsv(path: string): Promise<CsvFile> {
  const { size: bytes } = await stat(path).catch(() => {
    throw new Error(`There is no file ${path}, or it may not be read.`);
  });
  const start = await readStart(path);
  const encoding = await encodingOf(path, start);
  const text = new TextDecoder(encoding).decode(start, { stream: true }).replaceAll('\0', '');
  const delimiter = delimiterOf(text);
  const options: Options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
  };
  const first = parseText(text.slice(0, LONGEST_ROW), { ...options, to: 1 })[0] as string[] | undefined;
  const header = first?.map((name) => name.trim()) ?? [];
  if (header.every((name) => name === '')) throw new Error(`${path} has no header: its first row is empty.`);
  return { path, bytes, encoding, delimiter, header, rows: () => readRows({ path, encoding, options }) };
}
