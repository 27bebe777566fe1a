import { exportedNoteSchema, type ImportResult, type UnsentNotesFile } from '@/lib/protocol/imported-notes';
import type { Mutation, MutationResult, SaveNote } from '@/lib/protocol/mutation';
import { maySeeNotesOf, type Viewer } from '@/server/desk/whose-notes';
import { type ApplyDeps, settle } from './apply-mutations';
import { saveNote } from './save-note';

type Refused = { code: Extract<ImportResult, { status: 'refused' }>['code']; message: string };
type Author = {
  /** for people to read: as whose the notes are stored */
  shown: string;
  /** a user here, but not by the name that the file gives */
  isAnother: boolean;
  /** in no team that the importer supervises: a user of another team, or nobody at all */
  isElsewhere: boolean;
};
type Place = { file: UnsentNotesFile; author: Author; position: number; importer: Viewer };
/** What became of each note, and as whose they were stored. */
export type NotesImport = { author: string; results: ImportResult[] };

const isNewNote = (mutation: Mutation): mutation is SaveNote => mutation.name === 'saveNote';

/** The note at this place of the file, or why nothing can be done with it. */
function readNote({ file, author, position }: Place): SaveNote | Refused {
  const parsed = exportedNoteSchema.safeParse(file.notes[position - 1]);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    const message = `does not fit its schema at: ${where}. Export the notes anew, and don’t edit the file.`;
    return { code: 'bad-input', message };
  }
  const { mutation } = parsed.data;
  if (!mutation) {
    const message = 'could not be read on the computer that exported it: its words are not in the file.';
    return { code: 'unreadable', message };
  }
  if (mutation.name === 'reportDoubt') {
    const message = 'is word to a supervisor that something looks wrong, and no note: read it in the file.';
    return { code: 'not-a-note', message };
  }
  if (mutation.name === 'handOver') {
    const message =
      'is a half-written note that was handed to a colleague, which only its author’s own computer can send: read it in the file.';
    return { code: 'not-a-note', message };
  }
  if (!isNewNote(mutation)) {
    const message = 'is an edit of a stored note, which only its own author’s computer can send.';
    return { code: 'not-a-note', message };
  }
  if (mutation.userId !== file.author.id) {
    const message = 'is by another author than the file: have each author export their own.';
    return { code: 'not-allowed', message };
  }
  if (author.isElsewhere) {
    const message = 'is by nobody of a team that you supervise: have an administrator import the file.';
    return { code: 'not-allowed', message };
  }
  if (author.isAnother) {
    const message =
      'is of an author whose name here is not the one in the file: have them export their notes anew, and don’t edit the file.';
    return { code: 'not-allowed', message };
  }
  return mutation;
}

function toImportResult(position: number, result: MutationResult | null): ImportResult {
  if (!result) return { position, status: 'failed' };
  if (result.status === 'applied') return { position, status: 'stored' };
  if (result.status === 'duplicate') return { position, status: 'there-already' };
  return { position, status: 'refused', code: result.code, message: `${result.message}.` };
}

/**
 * An id says nothing to who imports the file; so it must be the one that goes with the name which they read. Of whoever is
 * in another team the importer learns no more than of nobody.
 */
async function findAuthor(
  { db }: ApplyDeps,
  importer: Viewer,
  { id, name }: UnsentNotesFile['author'],
): Promise<Author> {
  const asTheFileSays = `${name} (as the file says)`;
  if (!(await maySeeNotesOf(db, importer, id)))
    return { shown: asTheFileSays, isAnother: false, isElsewhere: true };
  const user = await db.selectFrom('user').select('name').where('id', '=', id).executeTakeFirst();
  const isKnown = user?.name === name;
  const isAnother = user !== undefined && !isKnown;
  return { shown: isKnown ? name : asTheFileSays, isAnother, isElsewhere: false };
}

async function importOne(deps: ApplyDeps, place: Place): Promise<ImportResult> {
  const { position, file, importer } = place;
  const note = readNote(place);
  if ('message' in note) return { position, status: 'refused', ...note };
  const imported = { by: importer.id, author: file.author.name };
  const result = await settle(deps, note.id, () =>
    saveNote(deps.db, note, { at: deps.clock.now(), imported }),
  );
  return toImportResult(position, result);
}

/**
 * Stores the notes of an exported file, each by itself and at most once, whether it comes in a file, in the same file
 * again, or from its author's own computer. The caller has made sure that this user may do so.
 * @returns a result for every note of the file, in order, and as whose they were stored
 */
export async function importNotes(
  deps: ApplyDeps,
  importer: Viewer,
  file: UnsentNotesFile,
): Promise<NotesImport> {
  const author = await findAuthor(deps, importer, file.author);
  const results: ImportResult[] = [];
  for (const i of file.notes.keys())
    results.push(await importOne(deps, { file, author, importer, position: i + 1 }));
  return { author: author.shown, results };
}
