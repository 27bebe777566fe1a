import type { Kysely } from 'kysely';
import { type Clock, HOUR, SECOND } from '@/lib/platform/clock';
import type { Database } from './db/schema';
import { publishCards } from './publish/publish-cards';
import { rememberBook } from './publish/put-back';
import { isRescoringDue, rescoreAll } from './rescore-all';

export type Publisher = {
  /** look for changes now, without waiting for them */
  wake(): void;
  /** stop looking, and wait for what is under way */
  stop(): Promise<void>;
};

type PublisherDeps = {
  db: Kysely<Database>;
  clock: Clock;
  /** where the mark of how far the book is lies */
  dataDir: string;
  log: { error(fields: object, text: string): void };
};

/** Other processes change customers too, and can't wake this one. */
const LOOK_EVERY = SECOND;
const CHECK_DAY_EVERY = HOUR;

/**
 * Keeps the cards in step with the rows: when woken, and each second. Re-scores everybody at the start when nobody did
 * so today, and when a new day has begun.
 */
export function startPublisher({ db, clock, dataDir, log }: PublisherDeps): Publisher {
  let underWay: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  const run = async (work: () => Promise<void>) => {
    try {
      await work();
      await rememberBook({ db, dataDir });
    } catch (error) {
      // Its name at most: a database's message may hold a row's values.
      const code = error instanceof Error ? String('code' in error ? error.code : error.name) : typeof error;
      log.error({ code }, 'cards could not be published; they will be tried again');
    }
  };
  const begin = (work: () => Promise<void>) => {
    if (stopped) return;
    if (underWay) {
      again = true;
      return;
    }
    underWay = run(work).finally(() => {
      underWay = null;
      if (!again) return;
      again = false;
      begin(publish);
    });
  };
  const publish = async () => {
    const { refused } = await publishCards({ db, clock });
    if (refused > 0) log.error({ code: 'key-collision', refused }, 'keys are another identifier’s already');
  };
  const rescoreWhenDue = async () => {
    if (await isRescoringDue({ db, clock })) await rescoreAll({ db, clock });
    else await publish();
  };

  begin(rescoreWhenDue);
  const timers = [
    setInterval(() => begin(publish), LOOK_EVERY),
    setInterval(() => begin(rescoreWhenDue), CHECK_DAY_EVERY),
  ];
  return {
    wake: () => begin(publish),
    async stop() {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      await underWay;
      // What was published beside it, by a re-scoring say.
      await run(async () => {});
    },
  };
}
