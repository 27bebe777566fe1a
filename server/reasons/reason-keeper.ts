import type { Kysely } from 'kysely';
import { type Clock, HOUR } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';
import { isLearningDue, learnReasons } from './learn-reasons';

type KeeperDeps = {
  db: Kysely<Database>;
  clock: Clock;
  log: { info(fields: object, text: string): void; error(fields: object, text: string): void };
};

/**
 * Learns once a day. Two processes that do it at once cost a core for seconds, and the later one counts.
 * @returns stops it, and waits for what is under way
 */
export function keepReasonModel({ db, clock, log }: KeeperDeps): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  const look = async () => {
    if (!(await isLearningDue({ db, clock }))) return;
    const notes = await learnReasons({ db, clock });
    log.info({ notes }, 'notes were learned from');
  };
  const begin = () => {
    underWay ??= look()
      .catch((error: unknown) => {
        const code = error instanceof Error ? error.name : typeof error;
        log.error({ code }, 'nothing could be learned from notes; it will be tried again');
      })
      .finally(() => {
        underWay = null;
      });
  };
  begin();
  const timer = setInterval(begin, HOUR);
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
