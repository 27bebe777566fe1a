import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type Playbook, playbookSchema } from '@/lib/domain/playbook';
import type { Database } from './schema';

/** A playbook as far as this store can read it, with what all its entries are called, those that it can't read too. */
export type StoredPlaybook = { playbook: Playbook; promptIds: string[]; actionCodes: string[] };

const namesSchema = z.object({
  prompts: z.array(z.object({ id: z.string() }).catch({ id: '' })),
  actions: z.array(z.object({ code: z.string() }).catch({ code: '' })),
});

/** The newest version of the organisation's playbook. */
export async function readStoredPlaybook(db: Kysely<Database>): Promise<StoredPlaybook> {
  const { content } = await db
    .selectFrom('playbooks')
    .select('content')
    .where('playbook_id', '=', 'default')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const { prompts, actions } = namesSchema.parse(content);
  return {
    // One of before a rule was asked for says nothing of it, which is what the rule's default says.
    playbook: playbookSchema.parse(content),
    promptIds: prompts.map(({ id }) => id),
    actionCodes: actions.map(({ code }) => code),
  };
}

/** As far as this store can read it. */
export const readPlaybook = async (db: Kysely<Database>): Promise<Playbook> =>
  (await readStoredPlaybook(db)).playbook;
