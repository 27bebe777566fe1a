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

/** What an unsent row is, and says. One that can't be read any more is listed as a note. */
function shownOf({ mutation, doubt, handover }: OutboxEntry): Pick<Unsent, 'kind' | 'summary' | 'doubt'> {
  if (doubt) return { kind: 'doubt', summary: doubt.args.text, doubt: doubt.args.kind };
  if (handover) return { kind: 'handover', summary: handover.args.content.summary };
  const kind = mutation?.name === 'editNote' ? 'edit' : 'note';
  return { kind, summary: mutation?.args.content.summary ?? '' };
}

/** What the author has not sent yet, to be shown: a conflict with both texts. */
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
        const { id, name, at, state, code } = entry;
        return { id, name, at, state, code, ...shownOf(entry), conflict: await conflictOf(userId, entry) };
      }),
    );
  };
}
