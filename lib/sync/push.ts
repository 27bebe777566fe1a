import type { Outbox } from '@/lib/cache/outbox';
import type { OutboxEntry } from '@/lib/cache/outbox-rows';
import type { Exclusive } from '@/lib/platform/storage-area';
import { type Mutation, type MutationResult, pushResponseSchema } from '@/lib/protocol/mutation';
import type { Account } from './account';
import type { Outcome } from './transport';

type PushDeps = {
  account: Pick<Account, 'request' | 'state'>;
  outbox: Pick<Outbox, 'due' | 'remove' | 'needsAttention' | 'failed'>;
  exclusive: Exclusive;
};

/** `ok` when nothing is left waiting; `sent` when there was anything to send. */
export type PushEnd = { outcome: Outcome<unknown>; sent: boolean };

/** `userId` is the row's owner, `NoteUser.id`. */
type Sendable = { id: string; userId: string; mutation: Mutation };

const BATCH = 20;
/** The store read the batch and won't take it: one of its notes may be why, so each is asked for by itself. */
const ABOUT_CONTENT = new Set([400, 403, 409, 413, 422]);
/** Code of a row that can't be opened any more: it is kept and shown, though nobody can send it. */
const UNREADABLE = 'unreadable';

type Refused = Extract<Outcome<unknown>, { kind: 'refused' }>;

/**
 * Does the store itself refuse the contents, rather than us, the address or the moment? A refusal without the store's
 * own code comes from something in between (a proxy, a portal); only "too large" is theirs to say, too.
 */
export function refusesContent(outcome: Outcome<unknown>): outcome is Refused {
  if (outcome.kind !== 'refused' || outcome.code === 'outdated') return false;
  return ABOUT_CONTENT.has(outcome.status) && (outcome.code !== null || outcome.status === 413);
}

/**
 * Sends the signed-in user's own notes, oldest first. A row leaves only when the store says that it has it; what it
 * rejects is kept for a person; one bad note never holds up the others. One flight at a time.
 */
export function createPush({ account, outbox, exclusive }: PushDeps) {
  /** A batch has one owner. Somebody else may be signed in by the time it is sent, at another store even. */
  const send = (entries: readonly Sendable[]) => {
    const body = { mutations: entries.map((e) => e.mutation) };
    return account.request({ path: '/v1/mutations', schema: pushResponseSchema, body }, entries[0]?.userId);
  };

  async function settle(result: MutationResult): Promise<void> {
    if (result.status === 'rejected') await outbox.needsAttention(result.id, result.code, result.theirs);
    else await outbox.remove(result.id);
  }

  /** @returns whether every row got its answer */
  async function settleAll(
    entries: readonly Sendable[],
    results: readonly MutationResult[],
  ): Promise<boolean> {
    const asked = new Set(entries.map((e) => e.id));
    const answered = results.filter((r) => asked.delete(r.id));
    for (const result of answered) await settle(result);
    return asked.size === 0;
  }

  async function sendAlone(entry: Sendable): Promise<Outcome<unknown>> {
    const outcome = await send([entry]);
    if (refusesContent(outcome)) {
      await outbox.needsAttention(entry.id, outcome.code ?? String(outcome.status));
      return { kind: 'ok', value: null };
    }
    const settled = outcome.kind === 'ok' && (await settleAll([entry], outcome.value.results));
    if (outcome.kind === 'ok' && !settled) return { kind: 'server-error' };
    return outcome;
  }

  /**
   * A batch failed for what may be in it. Two server errors in a row mean the store, not a note: then it is left for
   * later. A note that troubles the store goes behind the others.
   */
  async function sendOneByOne(entries: readonly Sendable[]): Promise<Outcome<unknown>> {
    let errors = 0;
    let last: Outcome<unknown> = { kind: 'ok', value: null };
    for (const entry of entries) {
      const outcome = await sendAlone(entry);
      if (outcome.kind === 'server-error') {
        await outbox.failed(entry.id);
        last = outcome;
        errors += 1;
        if (errors === 2) return outcome;
        continue;
      }
      if (outcome.kind !== 'ok') return outcome;
      errors = 0;
    }
    return last;
  }

  async function sendBatch(entries: readonly Sendable[]): Promise<Outcome<unknown>> {
    if (entries.length < 2) return sendOneByOne(entries);
    const outcome = await send(entries);
    if (outcome.kind === 'ok')
      return (await settleAll(entries, outcome.value.results)) ? outcome : { kind: 'server-error' };
    const blame = refusesContent(outcome) || outcome.kind === 'server-error';
    return blame ? sendOneByOne(entries) : outcome;
  }

  async function sendable(userId: string, due: readonly OutboxEntry[]): Promise<Sendable[]> {
    for (const { id, mutation } of due) if (!mutation) await outbox.needsAttention(id, UNREADABLE);
    return due.flatMap(({ id, mutation }) => (mutation ? [{ id, userId, mutation }] : []));
  }

  async function pushAll(): Promise<PushEnd> {
    for (let sent = false; ; sent = true) {
      const who = await account.state();
      if (who.state !== 'signed-in') return { outcome: { kind: 'signed-out' }, sent };
      const due = await outbox.due(who.user.id, BATCH);
      if (due.length === 0) return { outcome: { kind: 'ok', value: null }, sent };
      const outcome = await sendBatch(await sendable(who.user.id, due));
      if (outcome.kind !== 'ok') return { outcome, sent: true };
    }
  }

  return (): Promise<PushEnd> => exclusive('heed-push', pushAll);
}
