import { mergeCustomerMapping, mergeResponseMapping, readCustomerMap, readResponseMap } from './map-file';
import {
  type CustomerMapping,
  guessCustomerMapping,
  guessResponseMapping,
  hasIdColumn,
  type IdKind,
  type ResponseMapping,
} from './mapping';
import { type CsvFile, openCsv } from './open-csv';

export type FileChoice = {
  path: string;
  /** which CRM and record type the id column is of; asked only when there is one and the map file doesn't say it */
  idKind: () => Promise<IdKind>;
  mapPath?: string | undefined;
};

/** Opens a file of customers and says which column becomes what. @throws Error that names the column or key that is wrong */
export async function prepareCustomerFile({
  path,
  idKind,
  mapPath,
}: FileChoice): Promise<{ csv: CsvFile; mapping: CustomerMapping }> {
  const csv = await openCsv(path);
  const map = mapPath === undefined ? {} : await readCustomerMap(mapPath);
  const kind = !map.ids && hasIdColumn(csv.header, 'customers') ? await idKind() : null;
  return { csv, mapping: mergeCustomerMapping(guessCustomerMapping(csv.header, kind), map, csv.header) };
}

/** Opens a file of answers and says which column becomes what. @throws Error that names the column or key that is wrong */
export async function prepareResponseFile({
  path,
  idKind,
  mapPath,
}: FileChoice): Promise<{ csv: CsvFile; mapping: ResponseMapping }> {
  const csv = await openCsv(path);
  const map = mapPath === undefined ? {} : await readResponseMap(mapPath);
  const kind = !map.customer && hasIdColumn(csv.header, 'responses') ? await idKind() : null;
  return { csv, mapping: mergeResponseMapping(guessResponseMapping(csv.header, kind), map, csv.header) };
}
