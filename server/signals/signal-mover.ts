import type { Kysely } from 'kysely';
import { type Clock, HOUR } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';
import { moveSignals } from './move-signals';

type MoverDeps = {
  db: Kysely<Database>;
  clock: Clock;
  log: { error(fields: object, text: string): void };
};

/**
 * Looks each hour whether a day has begun.
 * @returns stops it, and waits for what is under way
 */
export function keepSignalsMoved({ db, clock, log }: MoverDeps): () => Promise<void> {
  let underWay: Promise<unknown> = Promise.resolve();
  const look = () => {
    underWay = underWay
      .then(() => moveSignals(db, clock.now()))
      .catch((error: unknown) => {
        const code = error instanceof Error ? error.name : typeof error;
        log.error({ code }, 'signals without a name could not be moved; it will be tried again');
      });
  };
  look();
  const timer = setInterval(look, HOUR);
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
