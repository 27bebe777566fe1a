import type { Outbox } from '@/lib/cache/outbox';
import type { Clock } from '@/lib/platform/clock';
import type { ExportedNote, UnsentNotesFile } from '@/lib/protocol/imported-notes';
import type { Account } from '@/lib/sync/account/account';

type ExportDeps = {
  account: Pick<Account, 'author'>;
  outbox: Pick<Outbox, 'list'>;
  clock: Clock;
};

/**
 * All that the author has not sent, as JSON text, to keep or to hand to a supervisor who imports it: notes, edits, doubts
 * and handovers, whether they wait, need attention or were dropped lately, and the place of what can't be read any more.
 */
export function createOutboxExport({ account, outbox, clock }: ExportDeps) {
  return async (): Promise<string> => {
    const author = await account.author();
    const entries = await outbox.list(author.id);
    const notes = entries.map(
      ({ name, at, state, code, mutation, doubt, handover }): ExportedNote => ({
        ...{ name, at, state, code },
        mutation: mutation ?? doubt ?? handover ?? null,
      }),
    );
    const exported: UnsentNotesFile = {
      heed: 'unsent-notes',
      exportedAt: clock.now().toISOString(),
      author: { id: author.storeUserId, name: author.name },
      notes,
    };
    return JSON.stringify(exported, null, 2);
  };
}
