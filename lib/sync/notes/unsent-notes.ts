import type { Conflicts } from '@/lib/cache/conflicts';
import type { Outbox } from '@/lib/cache/outbox';
import type { OutboxEntry } from '@/lib/cache/outbox-rows';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { Account } from '@/lib/sync/account/account';

type UnsentDeps = {
  account: Pick<Account, 'author'>;
  outbox: Pick<Outbox, 'list'>;
  conflicts: Pick<Conflicts, 'get'>;
};
type Unsent = RpcOutput<'outbox.list'>[number];

const kinds = { saveNote: 'note', editNote: 'edit', handOver: 'handover' } as const;

/** The author's own unsent notes, to be shown: a conflict with both texts. */
export function createUnsentNotes({ account, outbox, conflicts }: UnsentDeps) {
  async function conflictOf(userId: string, { id, theirs }: OutboxEntry): Promise<Unsent['conflict']> {
    const conflict = theirs && (await conflicts.get(userId, id));
    return conflict ? { mine: conflict.mine?.args.content ?? null, theirs: conflict.theirs } : null;
  }

  return async (): Promise<Unsent[]> => {
    const { id: userId } = await account.author();
    const entries = await outbox.list(userId);
    return Promise.all(
      entries.map(async (entry) => {
        const { id, name, at, state, code, mutation } = entry;
        const summary = mutation?.args.content.summary ?? '';
        const kind = kinds[mutation?.name ?? 'saveNote'];
        return { id, name, at, state, code, summary, kind, conflict: await conflictOf(userId, entry) };
      }),
    );
  };
}
