import type { Kysely } from 'kysely';
import { type Playbook, playbookSchema } from '@/lib/domain/playbook';
import type { Database } from './schema';

/** The newest version of the organisation's playbook. */
export async function readPlaybook(db: Kysely<Database>): Promise<Playbook> {
  const { content } = await db
    .selectFrom('playbooks')
    .select('content')
    .where('playbook_id', '=', 'default')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  // One of before a rule was asked for says nothing of it, which is what the rule's default says.
  return playbookSchema.parse(content);
}
