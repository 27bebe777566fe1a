import { errorCode } from '@/lib/platform/app-error';
import {
  exportedNoteSchema,
  type ImportResult,
  LARGEST_NOTES_FILE,
  unsentNotesFileSchema,
} from '@/lib/protocol/imported-notes';
import type { Host } from './host';

/** Why nothing of a file was imported, as far as we know. */
export type WhyNotImported =
  | 'too-large'
  | 'no-such-file'
  | 'not-allowed'
  | 'signed-out'
  | 'no-answer'
  | 'went-wrong';

/** `author` is whose the store took them for; `name` is the customer's, as the file has it. */
export type NotesImported =
  | { state: 'done'; author: string | null; results: (ImportResult & { name: string })[] }
  | { state: 'not-imported'; why: WhyNotImported };

export type NotesImporter = (file: File) => Promise<NotesImported>;

function whyOf(error: unknown): WhyNotImported {
  switch (errorCode(error)) {
    case 'bad-input':
      return 'no-such-file';
    case 'not-allowed':
      return 'not-allowed';
    case 'signed-out':
    case 'session-expired':
      return 'signed-out';
    case 'offline':
    case 'server-error':
      return 'no-answer';
    default:
      return 'went-wrong';
  }
}

/** The customers' names by place; null where the text is no such file. */
function namesIn(json: string): string[] | null {
  try {
    const file = unsentNotesFileSchema.parse(JSON.parse(json));
    const name = exportedNoteSchema.pick({ name: true });
    return file.notes.map((note) => name.safeParse(note).data?.name ?? '');
  } catch {
    return null;
  }
}

/** Imports a file that a rep saved. What is no such file never leaves this page. Never throws. */
export function createNotesImporter(host: Pick<Host, 'call'>): NotesImporter {
  return async (file) => {
    if (file.size > LARGEST_NOTES_FILE) return { state: 'not-imported', why: 'too-large' };
    try {
      const json = await file.text();
      const names = namesIn(json);
      if (!names) return { state: 'not-imported', why: 'no-such-file' };
      const { author = null, results } = await host.call('notes.import', { json });
      const named = results.map((r) => ({ ...r, name: names[r.position - 1] ?? '' }));
      return { state: 'done', author, results: named };
    } catch (error) {
      return { state: 'not-imported', why: whyOf(error) };
    }
  };
}
