import type { Outbox } from '@/lib/cache/outbox';
import type { OutboxEntry } from '@/lib/cache/outbox-rows';
import { type Clock, SECOND } from '@/lib/platform/clock';
import type { Exclusive } from '@/lib/platform/storage-area';
import { type Mutation, type MutationResult, pushResponseSchema } from '@/lib/protocol/mutation';
import type { Account } from '@/lib/sync/account/account';
import type { Outcome } from '@/lib/sync/network/transport';

type PushDeps = {
  account: Pick<Account, 'request' | 'state'>;
  outbox: Pick<Outbox, 'due' | 'remove' | 'needsAttention' | 'failed'>;
  exclusive: Exclusive;
  clock: Clock;
  /** some have left and others follow; at most once a second, so that whoever watches sees the number fall */
  onFewer(): void;
  /** waits some milliseconds */
  pause?(ms: number): Promise<void>;
  /** 0 to 1 */
  random?(): number;
};

/** `ok` when nothing is left waiting; `sent` when there was anything to send; `fewer` when some has left. */
export type PushEnd = { outcome: Outcome<unknown>; sent: boolean; fewer: boolean };

/** `userId` is the row's owner, `NoteUser.id`. */
type Sendable = { id: string; userId: string; mutation: Mutation };

/** The most that the store takes at once. */
const BATCH = 100;
/** The store read the batch and won't take it: one of its notes may be why, so it is asked for in ever smaller parts. */
const ABOUT_CONTENT = new Set([400, 403, 409, 413, 422]);
/** Between tries, while the queue moves; each is shortened by up to half at random. */
const PAUSES = [SECOND / 4, SECOND / 2, SECOND];
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
/** Code of a row that can't be opened any more: it is kept and shown, though nobody can send it. */
const UNREADABLE = 'unreadable';

/** How a batch ended; `partly` when the store took at least one of it, and not all. */
type Sent = Outcome<unknown> | { kind: 'partly' };
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
 * Sends what the signed-in user's own outbox holds, the least troubled first, then the oldest. A row leaves only when the store says that it has it; what it
 * rejects is kept for a person; one bad note never holds up the others. One flight at a time.
 */
export function createPush({ account, outbox, exclusive, clock, onFewer, ...timing }: PushDeps) {
  const { pause = sleep, random = Math.random } = timing;
  /** how many rows have left, in this worker's life */
  let gone = 0;

  /** A batch has one owner. Somebody else may be signed in by the time it is sent, at another store even. */
  const send = (entries: readonly Sendable[]) => {
    const body = { mutations: entries.map((e) => e.mutation) };
    return account.request({ path: '/v1/mutations', schema: pushResponseSchema, body }, entries[0]?.userId);
  };

  /** @returns ids of rows that got no answer: the store could not apply them now */
  async function settle(
    entries: readonly Sendable[],
    results: readonly MutationResult[],
  ): Promise<readonly string[]> {
    const asked = new Set(entries.map((e) => e.id));
    const answered = results.filter((r) => asked.delete(r.id));
    const stored = new Set(answered.filter((r) => r.status !== 'rejected').map((r) => r.id));
    const edits = entries.filter((e) => e.mutation.name === 'editNote' && stored.has(e.id));
    await outbox.remove(
      [...stored],
      edits.map((e) => e.id),
    );
    gone += stored.size;
    for (const result of answered)
      if (result.status === 'rejected') await outbox.needsAttention(result.id, result.code, result.theirs);
    return [...asked];
  }

  async function sendAlone(entry: Sendable): Promise<Outcome<unknown>> {
    const outcome = await send([entry]);
    if (refusesContent(outcome)) {
      await outbox.needsAttention(entry.id, outcome.code ?? String(outcome.status));
      return { kind: 'ok', value: null };
    }
    const left = outcome.kind === 'ok' ? await settle([entry], outcome.value.results) : [];
    return left.length > 0 ? { kind: 'server-error' } : outcome;
  }

  /**
   * The store failed on a batch. Two server errors in a row mean the store, not a note: then it is left for later. A
   * note that troubles the store goes behind the others.
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

  /** The store took some of a batch; what it left out troubles it, and goes behind the others. */
  async function settleBatch(
    entries: readonly Sendable[],
    results: readonly MutationResult[],
  ): Promise<Sent> {
    const left = await settle(entries, results);
    if (left.length === 0) return { kind: 'ok', value: null };
    if (left.length === entries.length) return { kind: 'server-error' };
    for (const id of left) await outbox.failed(id);
    return { kind: 'partly' };
  }

  async function sendByHalves(entries: readonly Sendable[]): Promise<Sent> {
    const middle = Math.ceil(entries.length / 2);
    const first = await sendBatch(entries.slice(0, middle));
    if (first.kind !== 'ok' && first.kind !== 'partly') return first;
    const second = await sendBatch(entries.slice(middle));
    return second.kind === 'ok' ? first : second;
  }

  async function sendBatch(entries: readonly Sendable[]): Promise<Sent> {
    if (entries.length < 2) return sendOneByOne(entries);
    const outcome = await send(entries);
    if (outcome.kind === 'ok') return settleBatch(entries, outcome.value.results);
    if (outcome.kind === 'server-error') return sendOneByOne(entries);
    return refusesContent(outcome) ? sendByHalves(entries) : outcome;
  }

  async function sendable(userId: string, due: readonly OutboxEntry[]): Promise<Sendable[]> {
    const all = due.map(({ id, mutation, doubt, handover }) => ({
      ...{ id, userId, mutation: mutation ?? doubt ?? handover ?? null },
    }));
    for (const { id, mutation } of all) if (!mutation) await outbox.needsAttention(id, UNREADABLE);
    return all.flatMap(({ mutation, ...row }) => (mutation ? [{ ...row, mutation }] : []));
  }

  /** @returns when it was told last. A clock that jumps tells once too often, or once too late. */
  function tell(toldAt: number): number {
    const now = clock.now().getTime();
    if (Math.abs(now - toldAt) < SECOND) return toldAt;
    onFewer();
    return now;
  }

  /**
   * Round after round, until nothing is left. Where some of the queue has left, the store is there: an answer that is
   * lost then is tried for again after a moment, or a long queue would wait minutes for each.
   */
  async function pushAll(): Promise<PushEnd> {
    let toldAt = clock.now().getTime();
    let failures = 0;
    const atFirst = gone;
    for (let sent = false; ; sent = true) {
      const who = await account.state();
      const end = { sent, fewer: gone > atFirst };
      if (who.state !== 'signed-in') return { outcome: { kind: 'signed-out' }, ...end };
      const due = await outbox.due(who.user.id, BATCH, clock.now());
      if (due.length === 0) return { outcome: { kind: 'ok', value: null }, ...end };
      const before = gone;
      const outcome = await sendBatch(await sendable(who.user.id, due));
      if (outcome.kind !== 'ok' && outcome.kind !== 'partly') {
        failures = gone > before ? 0 : failures + 1;
        const wait = PAUSES[Math.max(0, failures - 1)];
        if (gone === atFirst || wait === undefined || outcome.kind !== 'offline')
          return { outcome, sent: true, fewer: gone > atFirst };
        await pause(wait * (1 - random() / 2));
      } else failures = 0; // What is left of it is behind the others now; it took at least one off.
      toldAt = tell(toldAt);
    }
  }

  return (): Promise<PushEnd> => exclusive('heed-push', pushAll);
}
