import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { idWordSchema } from '@/lib/domain/identifier';
import { isProtectedHeader } from './header-words';
import type { CustomerMapping, ResponseGuess, ResponseMapping } from './mapping';

const column = z.string().min(1);
const oneOrNone = column.nullable().optional();
const several = z
  .union([column.transform((name) => [name]), z.array(column), z.null().transform(() => [])])
  .optional();
const idKind = { system: idWordSchema, recordType: idWordSchema };

/** `--map`: each field given replaces the guess; null leaves the field out. */
const customerMapSchema = z.strictObject({
  ids: z.array(z.strictObject({ column, ...idKind })).optional(),
  name: several,
  email: several,
  phone: several,
  tier: oneOrNone,
  since: oneOrNone,
  tenureMonths: oneOrNone,
  contract: oneOrNone,
  monthlyValue: oneOrNone,
  status: oneOrNone,
  supportNeeded: oneOrNone,
  doNotContact: oneOrNone,
});

const responseMapSchema = z.strictObject({
  responseId: oneOrNone,
  customer: z
    .discriminatedUnion('by', [
      z.strictObject({ by: z.literal('externalId'), column, ...idKind }),
      z.strictObject({ by: z.enum(['email', 'phone']), column }),
    ])
    .optional(),
  score: column.optional(),
  answeredAt: column.optional(),
  verbatim: oneOrNone,
  about: oneOrNone,
});

export type CustomerMap = z.infer<typeof customerMapSchema>;
export type ResponseMap = z.infer<typeof responseMapSchema>;

function describe(issue: z.core.$ZodIssue, fields: readonly string[]): string {
  if (issue.code === 'unrecognized_keys') {
    return `${issue.keys.map((key) => `"${key}"`).join(', ')} is no field; there are ${fields.join(', ')}`;
  }
  return `"${issue.path.join('.')}": ${issue.message}`;
}

async function readMap<T>(path: string, schema: z.ZodObject & z.ZodType<T>): Promise<T> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`There is no map file ${path}, or it may not be read.`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`The map file ${path} is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => describe(issue, Object.keys(schema.shape)));
  throw new Error(`The map file ${path} can't be used:\n${faults.join('\n')}`);
}

/** @throws Error that names each wrong key */
export const readCustomerMap = (path: string): Promise<CustomerMap> => readMap(path, customerMapSchema);
/** @throws Error that names each wrong key */
export const readResponseMap = (path: string): Promise<ResponseMap> => readMap(path, responseMapSchema);

function given<T extends object>(map: T): Partial<T> {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function requireColumns(columns: readonly (string | null)[], header: readonly string[]): void {
  for (const name of columns) {
    if (name === null) continue;
    const times = header.filter((h) => h === name).length;
    if (times === 0) throw new Error(`No column is called "${name}". There are: ${header.join(', ')}.`);
    if (times > 1) throw new Error(`${times} columns are called "${name}": give each a name of its own.`);
  }
}

/** What a column with a protected attribute may not become, since risk, offers or order depend on it. */
function refuseProtected(columns: readonly (string | null)[]): void {
  const refused = columns.find((name) => name !== null && isProtectedHeader(name));
  if (refused) {
    throw new Error(
      `"${refused}" says who somebody is. Age, gender, household, origin, belief and health play no part in Heed.`,
    );
  }
}

/** The guess with what the map file says instead. @throws Error for a column that isn't there, is there twice or is protected */
export function mergeCustomerMapping(
  guess: CustomerMapping,
  map: CustomerMap,
  header: readonly string[],
): CustomerMapping {
  const merged = { ...guess, ...given(map) } as CustomerMapping;
  if (map.since && map.tenureMonths === undefined) merged.tenureMonths = null;
  if (map.tenureMonths && map.since === undefined) merged.since = null;
  const { ids, name, email, phone, ...single } = merged;
  if (ids.length === 0) {
    throw new Error(`No column has the customer's id. There are: ${header.join(', ')}. Name it with --map.`);
  }
  requireColumns([...ids.map((id) => id.column), ...name, ...email, ...phone], header);
  requireColumns(Object.values(single), header);
  refuseProtected(Object.values(single));
  return merged;
}

/** The guess with what the map file says instead. @throws Error for a column that isn't there, is there twice or is missing */
export function mergeResponseMapping(
  guess: ResponseGuess,
  map: ResponseMap,
  header: readonly string[],
): ResponseMapping {
  const { customer, score, answeredAt, ...rest } = { ...guess, ...given(map) } as ResponseGuess;
  if (!customer || !score || !answeredAt) {
    const missing = [!customer && 'customer', !score && 'score', !answeredAt && 'answeredAt'].filter(Boolean);
    throw new Error(
      `No column looks like: ${missing.join(', ')}. There are: ${header.join(', ')}. Name it with --map.`,
    );
  }
  requireColumns([customer.column, score, answeredAt, ...Object.values(rest)], header);
  return { customer, score, answeredAt, ...rest };
}
