import type { Kysely } from 'kysely';
import { DAY, MINUTE, systemClock } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';
import { buildSnapshot } from './build-snapshot';
import { forgetOrphans } from './forget-orphans';
import { forgetSuperseded } from './forget-superseded';
import { isSnapshotDue } from './is-snapshot-due';
import { asOneBuilder } from './one-builder';
import type { PackStore } from './pack-store';

const LOOK_EVERY = MINUTE / 4;

const codeOf = (error: unknown): string =>
  error instanceof Error ? String('code' in error ? error.code : error.name) : typeof error;

type KeeperDeps = {
  db: Kysely<Database>;
  packs: PackStore;
  databaseKind: 'postgres' | 'pglite';
  log: { info(fields: object, text: string): void; error(fields: object, text: string): void };
  /** milliseconds from one look to the next */
  every?: number;
};

/** At the start and once a day: a bucket that won't be listed keeps no snapshot from being made. */
function forgetDaily(log: KeeperDeps['log']) {
  let doneAt = Number.NEGATIVE_INFINITY;
  return async (deps: Parameters<typeof forgetOrphans>[0]): Promise<void> => {
    if (deps.now.getTime() - doneAt < DAY) return;
    doneAt = deps.now.getTime();
    await forgetOrphans(deps).catch((error: unknown) =>
      log.error({ code: codeOf(error) }, 'packs that no snapshot needs could not be deleted'),
    );
  };
}

/**
 * Builds a snapshot when one is due, beside the traffic. By the real clock: what day the business takes for today says
 * nothing of how old files are.
 * @returns stops it, and waits for the pack under way
 */
export function keepSnapshots({
  db,
  packs,
  databaseKind,
  log,
  every = LOOK_EVERY,
}: KeeperDeps): () => Promise<void> {
  let underWay: Promise<unknown> | null = null;
  let atStart = true;

  const forget = forgetDaily(log);

  const build = async (deps: Parameters<typeof buildSnapshot>[0]) => {
    const start = performance.now();
    await buildSnapshot(deps);
    await forgetSuperseded(deps);
    log.info({ ms: Math.round(performance.now() - start) }, 'a snapshot of the book is ready');
  };
  const look = async () => {
    const deps = { db, packs, now: systemClock.now() };
    const due = await isSnapshotDue(deps, { atStart });
    if (due === 'due') await build(deps);
    // Whether packs are where they should be was told; while others build, or much is changing, nobody looked.
    if (due !== 'ask-again') atStart = false;
    await forget(deps);
  };
  const begin = () => {
    underWay ??= asOneBuilder({ db, kind: databaseKind }, look)
      .catch((error: unknown) =>
        log.error({ code: codeOf(error) }, 'no snapshot could be made; it will be tried again'),
      )
      .finally(() => {
        underWay = null;
      });
  };

  begin();
  const timer = setInterval(begin, every);
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
