import type { Kysely } from 'kysely';
import type { Playbook } from '@/lib/domain/playbook';
import { publishablePlaybookSchema } from '@/lib/domain/publishable-playbook';
import { AppError } from '@/lib/platform/app-error';
import type { Database } from './schema';

/**
 * Gives reps this version from now on; one that is there already stays as it is.
 * @throws {AppError} `bad-input`, saying all that is wrong with it
 */
export async function publishPlaybook(db: Kysely<Database>, playbook: Playbook): Promise<void> {
  const checked = publishablePlaybookSchema.safeParse(playbook);
  if (!checked.success)
    throw new AppError('bad-input', checked.error.issues.map(({ message }) => message).join('\n'));
  const { id, version } = checked.data;
  await db
    .insertInto('playbooks')
    .values({ playbook_id: id, version, content: JSON.stringify(checked.data) })
    .onConflict((c) => c.columns(['playbook_id', 'version']).doNothing())
    .execute();
}
