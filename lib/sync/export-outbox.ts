import type { Outbox } from '@/lib/cache/outbox';
import type { Clock } from '@/lib/platform/clock';
import type { Account } from './account';

type ExportDeps = {
  account: Pick<Account, 'author'>;
  outbox: Pick<Outbox, 'list'>;
  clock: Clock;
};

/** The author's own unsent notes as JSON text, to keep or to hand to a supervisor. */
export function createOutboxExport({ account, outbox, clock }: ExportDeps) {
  return async (): Promise<string> => {
    const author = await account.author();
    const entries = await outbox.list(author.id);
    const exported = {
      heed: 'unsent-notes',
      exportedAt: clock.now().toISOString(),
      author: { id: author.storeUserId, name: author.name },
      notes: entries.map(({ id: _, ...note }) => note),
    };
    return JSON.stringify(exported, null, 2);
  };
}
