import { basename, extname, join } from 'node:path';
import type { Kysely } from 'kysely';
import { systemClock } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';
import { describeCustomerMapping, describeResponseMapping } from '@/server/import/describe-mapping';
import { importCustomers } from '@/server/import/import-customers';
import type { ImportReport } from '@/server/import/import-report';
import { importResponses } from '@/server/import/import-responses';
import type { CsvFile } from '@/server/import/open-csv';
import type { DateOrder } from '@/server/import/parse-time';
import { prepareCustomerFile, prepareResponseFile } from '@/server/import/prepare-file';
import { rescoreAll } from '@/server/rescore-all';
import { describeLevels } from './describe-levels';
import { formatTable } from './format-table';
import { customerIdKind, type IdFlags, responseIdKind } from './id-kind';
import { createProgressLine } from './progress-line';
import { completeSurvey, type SurveyFlags } from './survey-questions';
import type { Terminal } from './terminal';
import type { Store } from './with-store';

export type ImportFlags = IdFlags & {
  map?: string;
  region?: string;
  dateOrder?: NonNullable<DateOrder>;
  report?: string;
};

const count = (n: number, one: string, more: string) => `${n.toLocaleString('en')} ${n === 1 ? one : more}`;

function describeResult(path: string, r: ImportReport): string {
  const lines = [
    `${basename(path)}: ${count(r.rows, 'row', 'rows')}: ${r.added} new, ${r.changed} changed, ${r.unchanged} unchanged`,
    `refused: ${count(r.refusedRows, 'row', 'rows')}, ${count(r.refusedFields, 'field', 'fields')} (see ${r.reportPath})`,
  ];
  if (r.cutShortAt !== null) {
    lines.push(
      `NOT READ TO ITS END: from row ${r.cutShortAt} on the file can't be read. Mend it and run it again.`,
    );
  }
  return lines.join('\n');
}

/** In the data folder, which is private: what was refused are customers' data too. */
function reportPath(path: string, flags: ImportFlags, { env }: Store): string {
  return flags.report ?? join(env.HEED_DATA, 'reports', `${basename(path, extname(path))}.report.csv`);
}

async function defaultRegion(db: Kysely<Database>): Promise<string> {
  const row = await db.selectFrom('organisation').select('default_region').executeTakeFirstOrThrow();
  return row.default_region;
}

/** The same for both kinds of file: show, run, re-score, tell. */
async function carryOut(
  what: { path: string; csv: CsvFile; table: [string, string][] },
  { store, terminal }: { store: Store; terminal: Terminal },
  run: (onProgress: ReturnType<typeof createProgressLine>['show']) => Promise<ImportReport>,
): Promise<ImportReport> {
  terminal.print(formatTable([`column (${what.csv.encoding})`, 'becomes'], what.table));
  const progress = createProgressLine(process.stderr, basename(what.path), systemClock);
  const result = await run(progress.show);
  progress.end();
  terminal.say('working out risks and publishing cards');
  await rescoreAll(store);
  terminal.print(describeResult(what.path, result));
  terminal.print(await describeLevels(store.db));
  return result;
}

/** `heed import customers FILE.csv` */
export async function importCustomersCommand(
  path: string,
  flags: ImportFlags,
  context: { store: Store; terminal: Terminal },
): Promise<ImportReport> {
  const { store, terminal } = context;
  const idKind = () => customerIdKind(flags, terminal);
  const { csv, mapping } = await prepareCustomerFile({ path, idKind, mapPath: flags.map });
  const region = flags.region ?? (await defaultRegion(store.db));
  const table = describeCustomerMapping(csv.header, mapping, region);
  return carryOut({ path, csv, table }, context, (onProgress) =>
    importCustomers({
      ...store,
      csv,
      mapping,
      region,
      dateOrder: flags.dateOrder,
      reportPath: reportPath(path, flags, store),
      onProgress,
    }),
  );
}

/** `heed import responses FILE.csv` */
export async function importResponsesCommand(
  path: string,
  flags: ImportFlags & SurveyFlags,
  context: { store: Store; terminal: Terminal },
): Promise<ImportReport> {
  const { store, terminal } = context;
  const idKind = () => responseIdKind(flags, terminal, store.db);
  const { csv, mapping } = await prepareResponseFile({ path, idKind, mapPath: flags.map });
  const { survey, zone } = await completeSurvey(flags, terminal);
  const table = describeResponseMapping(csv.header, mapping, zone);
  return carryOut({ path, csv, table }, context, (onProgress) =>
    importResponses({
      ...store,
      csv,
      mapping,
      survey,
      zone,
      region: flags.region,
      dateOrder: flags.dateOrder,
      reportPath: reportPath(path, flags, store),
      onProgress,
    }),
  );
}
