import { join } from 'node:path';
import { importCustomers } from '@/server/import/import-customers';
import type { ImportReport } from '@/server/import/import-report';
import { importResponses } from '@/server/import/import-responses';
import { mergeCustomerMapping, mergeResponseMapping } from '@/server/import/map-file';
import { guessCustomerMapping, guessResponseMapping } from '@/server/import/mapping';
import { openCsv } from '@/server/import/open-csv';
import type { RunningServer } from '@/server/start-server';
import type { DemoOptions } from '../options';

/** The files' ids are taken for the demo CRM's, since that is where the tour opens them. */
const ID_KIND = { system: 'demo', recordType: 'customer' };
const SURVEY = { kind: 'transactional', mode: 'web', confidentiality: 'attributable' } as const;
const ZONE = 'Europe/London';

function outcome(
  what: string,
  { rows, added, refusedRows, refusedFields, reportPath }: ImportReport,
): string {
  const refused =
    refusedRows + refusedFields > 0
      ? `, ${refusedRows} rows and ${refusedFields} values refused (see ${reportPath})`
      : '';
  return `  ${rows} ${what} read, ${added} added${refused}`;
}

/**
 * Imports the two files as an administrator would, with the columns guessed from their headers.
 * @throws Error that says which column could not be found
 */
export async function fillFromFiles(
  store: RunningServer,
  files: NonNullable<DemoOptions['files']>,
  { reportDir, say }: { reportDir: string; say(line: string): void },
): Promise<void> {
  const { db, clock } = store;
  const customers = await openCsv(files.customers);
  const customerGuess = guessCustomerMapping(customers.header, ID_KIND);
  const known = await importCustomers({
    db,
    clock,
    csv: customers,
    mapping: mergeCustomerMapping(customerGuess, {}, customers.header),
    reportPath: join(reportDir, 'customers-refused.csv'),
  });
  say(outcome('customers', known));
  const responses = await openCsv(files.responses);
  const answers = await importResponses({
    db,
    clock,
    csv: responses,
    mapping: mergeResponseMapping(guessResponseMapping(responses.header, ID_KIND), {}, responses.header),
    survey: SURVEY,
    zone: ZONE,
    reportPath: join(reportDir, 'responses-refused.csv'),
  });
  say(outcome('answers', answers));
  say(
    `  taken as ${SURVEY.kind}, answered on the ${SURVEY.mode}, times of ${ZONE}, ${SURVEY.confidentiality}; ` +
      '"npm run heed -- import" asks',
  );
  await store.rescore();
}
