import type { RunningServer } from '@/server/start-server';
import { generateOrganisation } from '../organisation/generate-organisation';
import { writeOrganisation } from '../organisation/write-organisation';

/** Fills an empty store with the generated organisation, up to today, and publishes its cards. */
export async function fillWithGenerated(
  store: RunningServer,
  options: { authors: readonly string[]; say(line: string): void },
): Promise<void> {
  const { authors, say } = options;
  const at = store.clock.now();
  const organisation = generateOrganisation({ start: at });
  const { default_region: defaultRegion } = await store.db
    .selectFrom('organisation')
    .select('default_region')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  await writeOrganisation(store.db, organisation, {
    defaultRegion,
    authors,
    at,
    onProgress: (written, total) => {
      if (written === total || written % 1000 === 0)
        say(`  ${written} of ${total} generated customers written`);
    },
  });
  // As an administrator would say it: a rep tells two people of one name on one line apart by these.
  await store.db
    .updateTable('organisation')
    .set({ account_system: 'demo', account_record_type: 'customer' })
    .where('id', '=', 1)
    .execute();
  await store.rescore();
}
