import { AppError } from '@/lib/platform/app-error';
import { importedNotesSchema, type NotesImported } from '@/lib/protocol/imported-notes';
import type { Account } from '@/lib/sync/account/account';
import { outcomeError } from '@/lib/sync/network/outcome-error';

type ImportDeps = { account: Pick<Account, 'request'> };

/**
 * Hands an exported file to the store, which says as whose it took the notes, and what became of each. Sent once, and
 * never by itself again: whoever asked for it is there to ask again.
 */
export function createNotesImport({ account }: ImportDeps) {
  /** @throws {AppError} `bad-input` for what is no such file, `not-allowed` for another role; see `outcomeError` */
  return async (json: string): Promise<NotesImported> => {
    let body: unknown;
    try {
      body = JSON.parse(json);
    } catch {
      throw new AppError('bad-input', 'not JSON');
    }
    const answer = await account.request({ path: '/v1/imported-notes', schema: importedNotesSchema, body });
    if (answer.kind === 'ok') return answer.value;
    if (answer.kind === 'refused' && (answer.status === 400 || answer.status === 413))
      throw new AppError('bad-input', 'the store takes no such file');
    throw outcomeError(answer);
  };
}
