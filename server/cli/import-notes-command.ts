import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Kysely } from 'kysely';
import {
  type ImportResult,
  LARGEST_NOTES_FILE,
  type UnsentNotesFile,
  unsentNotesFileSchema,
} from '@/lib/protocol/imported-notes';
import { importerRoles, may, type Role } from '@/lib/protocol/roles';
import type { Database } from '@/server/db/schema';
import { importNotes } from '@/server/mutations/import-notes';
import { rescoreAll } from '@/server/rescore-all';
import type { Terminal } from './terminal';
import type { Store } from './with-store';

export type ImportNotesFlags = { as: string };

const MADE_BY = 'Only a file that Heed’s “Save as file” made, under Unsent notes, can be imported.';

function parseFile(path: string, text: string): UnsentNotesFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(`${path} is no JSON file. ${MADE_BY}`);
  }
  const parsed = unsentNotesFileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => issue.path.join('.') || 'its top').join(', ');
  throw new Error(`${path} is no file of unsent notes, see: ${where}. ${MADE_BY}`);
}

/** @throws Error that names the file and the remedy */
async function readNotesFile(path: string): Promise<UnsentNotesFile> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new Error(`There is no file ${path}.`);
  if (found.size > LARGEST_NOTES_FILE) {
    throw new Error(`${path} has ${found.size} bytes; ${LARGEST_NOTES_FILE} at most. ${MADE_BY}`);
  }
  return parseFile(path, await readFile(path, 'utf8'));
}

type Importer = { id: string; name: string; role: Role };

/** @throws Error where this person may not import another's notes */
async function findImporter(db: Kysely<Database>, address: string): Promise<Importer> {
  const email = address.trim().toLowerCase();
  const user = await db
    .selectFrom('user')
    .select(['id', 'name', 'role'])
    .where('email', '=', email)
    .executeTakeFirst();
  if (!user) throw new Error(`--as ${email}: there is no such user. “heed user add” adds one.`);
  if (may(user.role, importerRoles)) return user;
  throw new Error(
    `--as ${email}: the role ${user.role} may not import notes. Name a supervisor or an administrator.`,
  );
}

function describe(path: string, results: readonly ImportResult[]): string {
  const of = (status: ImportResult['status']) => results.filter((r) => r.status === status).length;
  const lines = [
    `${basename(path)}: ${of('stored')} stored, ${of('there-already')} there already, ${of('refused')} refused`,
    ...results.flatMap((r) =>
      r.status === 'refused' ? [`note ${r.position}: ${r.code}: ${r.message}`] : [],
    ),
  ];
  if (of('failed') > 0) {
    lines.push(`NOT STORED NOW: ${of('failed')}. Run it again: nothing is stored twice.`);
  }
  return lines.join('\n');
}

/**
 * `heed import notes FILE.json --as EMAIL`
 * @returns whether every note of the file is in the store now
 */
export async function importNotesCommand(
  path: string,
  { as }: ImportNotesFlags,
  { store, terminal }: { store: Store; terminal: Terminal },
): Promise<boolean> {
  const importer = await findImporter(store.db, as);
  const file = await readNotesFile(path);
  const log = { error: (fields: object, text: string) => terminal.say(`${text}: ${JSON.stringify(fields)}`) };
  const { author, results } = await importNotes({ ...store, log }, importer, file);
  terminal.say(`notes of ${author}; imported by ${importer.name}`);
  if (results.some((r) => r.status === 'stored')) await rescoreAll(store);
  terminal.print(describe(path, results));
  return results.every((r) => r.status === 'stored' || r.status === 'there-already');
}
