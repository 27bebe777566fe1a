import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { LimitFunction } from 'p-limit';
import type { Clock } from '@/lib/platform/clock';
import { type Mutation, type MutationResult, mutationSchema } from '@/lib/protocol/mutation';
import { callRoles, may, noteRoles, type Role } from '@/lib/protocol/roles';
import type { SignedInUser } from '@/server/auth/verify-access-token';
import type { Database } from '@/server/db/schema';
import { groupBy } from '@/server/group-by';
import type { Applied } from './applied-mutations';
import { editNote } from './edit-note';
import { handOver } from './hand-over';
import { Rejection } from './rejection';
import { reportDoubt } from './report-doubt';
import { saveNote } from './save-note';

export type ApplyDeps = {
  db: Kysely<Database>;
  clock: Clock;
  log: { error(fields: object, text: string): void };
};

/**
 * What may be over on the next try: a deadlock, a restart, a lost connection, a row that an import made just now, a
 * customer who was merged into another just now.
 */
const PASSING = new Set([
  ...['40P01', '40001', '57P01', '57P03', '08006', '08003', '23505', '23503'],
  ...['ECONNREFUSED', 'ECONNRESET'],
]);
const TRIES = 3;

/** As it came, with at least an id. */
type RawMutation = { id: string; args?: unknown };

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** SQLSTATE classes 22 and 23: this input can't be stored, now or later. */
function isUnstorable(error: unknown): boolean {
  return /^2[23]\w{3}$/.test(codeOf(error));
}

/** A statement that failed may have been committed all the same; every try is idempotent, so trying again is safe. */
async function withRetries<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt === TRIES || !PASSING.has(codeOf(error))) throw error;
      await sleep(50 * attempt);
    }
  }
}

/** An administrator keeps the store, and speaks with no customer. */
const allowed: Record<Mutation['name'], readonly Role[]> = {
  saveNote: noteRoles,
  editNote: noteRoles,
  handOver: callRoles,
  reportDoubt: noteRoles,
};

function apply(deps: ApplyDeps, mutation: Mutation): Promise<Applied> {
  const at = deps.clock.now();
  switch (mutation.name) {
    case 'saveNote':
      return saveNote(deps.db, mutation, { at, imported: null });
    case 'editNote':
      return editNote(deps.db, mutation, at);
    case 'handOver':
      return handOver(deps.db, mutation, at);
    case 'reportDoubt':
      return reportDoubt(deps.db, mutation, at);
  }
}

/**
 * Runs what applies a mutation, again where it failed for a passing reason.
 * @returns null when it failed for now
 */
export async function settle(
  { log }: Pick<ApplyDeps, 'log'>,
  id: string,
  run: () => Promise<Applied>,
): Promise<MutationResult | null> {
  try {
    return { id, status: await withRetries(run) };
  } catch (error) {
    if (error instanceof Rejection) {
      const { code, message, theirs } = error;
      return { id, status: 'rejected', code, message, ...(theirs && { theirs }) };
    }
    if (isUnstorable(error)) {
      log.error({ mutation: id, code: codeOf(error) }, 'a mutation can not be stored');
      return { id, status: 'rejected', code: 'bad-input', message: 'the database can not store this' };
    }
    log.error({ mutation: id, code: codeOf(error), stack: stackOf(error) }, 'a mutation failed');
    return null;
  }
}

async function applyOne(
  deps: ApplyDeps,
  user: SignedInUser,
  raw: RawMutation,
): Promise<MutationResult | null> {
  const { id } = raw;
  const parsed = mutationSchema.safeParse(raw);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    return { id, status: 'rejected', code: 'bad-input', message: `does not fit its schema at: ${where}` };
  }
  if (parsed.data.userId !== user.id) {
    return { id, status: 'rejected', code: 'not-allowed', message: 'the author is not who is signed in' };
  }
  const roles = allowed[parsed.data.name];
  if (!may(user.role, roles)) {
    const message = `${parsed.data.name} needs one of the roles ${roles.join(', ')}`;
    return { id, status: 'rejected', code: 'not-allowed', message };
  }
  return settle(deps, id, () => apply(deps, parsed.data));
}

/** Frames only: the message of a database error may quote what was to be stored. */
function stackOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
}

/** An edit comes after the note itself; other notes have nothing to wait for. */
function noteOf({ id, args }: RawMutation): string {
  const noteId = typeof args === 'object' && args !== null && 'noteId' in args ? args.noteId : null;
  return typeof noteId === 'string' ? noteId : id;
}

/**
 * Applies each mutation by itself, exactly once: those of one note in order, those of several notes side by side.
 * @param deps.sideBySide how many, over all that this user sends at once
 * @returns a result for each that was applied or can never be. One that failed for now has none: the client keeps it
 * and sends it again, and the others are not held up.
 */
export async function applyMutations(
  { sideBySide, ...deps }: ApplyDeps & { sideBySide: LimitFunction },
  user: SignedInUser,
  mutations: readonly RawMutation[],
): Promise<MutationResult[]> {
  const results = new Map<RawMutation, MutationResult | null>();
  const applyInOrder = async (ofNote: readonly RawMutation[]) => {
    for (const mutation of ofNote) results.set(mutation, await applyOne(deps, user, mutation));
  };
  await sideBySide.map(groupBy(mutations, noteOf).values(), applyInOrder);
  return mutations.flatMap((mutation) => results.get(mutation) ?? []);
}
