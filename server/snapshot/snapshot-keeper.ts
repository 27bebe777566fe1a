import type { Kysely } from 'kysely';
import { MINUTE, systemClock } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';
import { buildSnapshot } from './build-snapshot';
import { forgetSuperseded } from './forget-superseded';
import { isSnapshotDue } from './is-snapshot-due';
import { asOneBuilder } from './one-builder';
import type { PackStore } from './pack-store';

const LOOK_EVERY = MINUTE / 4;

type KeeperDeps = {
  db: Kysely<Database>;
  packs: PackStore;
  databaseKind: 'postgres' | 'pglite';
  log: { info(fields: object, text: string): void; error(fields: object, text: string): void };
};

/**
 * Builds a snapshot when one is due, beside the traffic. By the real clock: what day the business takes for today says
 * nothing of how old files are.
 * @returns stops it, and waits for the pack under way
 */
export function keepSnapshots({ db, packs, databaseKind, log }: KeeperDeps): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  let atStart = true;

  const look = async () => {
    const deps = { db, packs, now: systemClock.now() };
    if (!(await isSnapshotDue(deps, { atStart }))) return;
    const start = performance.now();
    await buildSnapshot(deps);
    await forgetSuperseded(deps);
    log.info({ ms: Math.round(performance.now() - start) }, 'a snapshot of the book is ready');
  };
  const begin = () => {
    underWay ??= asOneBuilder({ db, kind: databaseKind }, look)
      .then(() => {
        atStart = false;
      })
      .catch((error: unknown) => {
        const code =
          error instanceof Error ? String('code' in error ? error.code : error.name) : typeof error;
        log.error({ code }, 'no snapshot could be made; it will be tried again');
      })
      .finally(() => {
        underWay = null;
      });
  };

  begin();
  const timer = setInterval(begin, LOOK_EVERY);
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
