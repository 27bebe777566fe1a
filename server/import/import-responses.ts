import type { Kysely } from 'kysely';
import { type Clock, DAY, systemClock } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';
import type { ImportReport, Progress } from './import-report';
import type { ResponseMapping } from './mapping';
import type { CsvFile } from './open-csv';
import type { DateOrder } from './parse-time';
import { type ResponseRow, readResponseRow } from './response-row';
import { runImport } from './run-import';
import { type Survey, writeResponses } from './write-responses';
import { zonedTime } from './zoned-time';

export type ResponseImport = {
  db: Kysely<Database>;
  clock: Clock;
  csv: CsvFile;
  mapping: ResponseMapping;
  survey: Survey;
  /** IANA time zone of times that name none */
  zone: string;
  region?: string | undefined;
  dateOrder?: DateOrder | undefined;
  reportPath: string;
  onProgress?: ((progress: Progress) => void) | undefined;
};

/** Under `--as-of` the business may stand long before its own answers; none can be from after today, though. */
function latestPossible(clock: Clock): Date {
  return new Date(Math.max(clock.now().getTime(), systemClock.now().getTime()) + DAY);
}

/** Adds the file's answers and changes those that are there already. Re-score afterwards, as with customers. */
export async function importResponses(options: ResponseImport): Promise<ImportReport> {
  const { db, clock, mapping, survey, dateOrder = null } = options;
  const organisation = await db
    .selectFrom('organisation')
    .select('default_region')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  const context = {
    mapping,
    region: options.region ?? organisation.default_region,
    zone: zonedTime(options.zone),
    dateOrder,
    latest: latestPossible(clock),
  };
  const now = clock.now();
  return runImport<ResponseRow>(
    {
      read(row, cell) {
        const { response, issues } = readResponseRow(row, cell, context);
        return { record: response, issues };
      },
      idsOf: ({ sourceId }) => [{ id: sourceId, column: mapping.responseId ?? '', value: sourceId }],
      write: (trx, responses) => writeResponses(trx, responses, { survey, now }),
    },
    options,
  );
}
