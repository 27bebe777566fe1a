import type { Kysely } from 'kysely';
import type { Playbook } from '@/lib/domain/playbook';
import type { Database } from '@/server/db/schema';
import { defaultActions } from './default-actions';
import { defaultOfferRules } from './default-offer-rules';
import { defaultPrompts } from './default-prompts';
import { playbookDigest } from './playbook-digest';
import { actionLabels } from './prompts/action-labels';

/** The default playbook, as a store gets it today. Its version rises whenever what it says changes. */
export function defaultPlaybook(currency: string): Playbook {
  return {
    id: 'default',
    version: 2,
    limitMinor: 5000,
    currency,
    prompts: defaultPrompts,
    actions: defaultActions.map((action) => ({ ...action, labels: actionLabels[action.code] ?? {} })),
    ...defaultOfferRules,
  };
}

/** Default playbooks of before as they were handed out: a store that still has one of these has never changed it. */
const untouched: ReadonlySet<string> = new Set([
  // All of them were called version 1.
  '2bc1de6634444b25d86a3c924221c1592158059d177d9ce0f6c69a99df8c0ca4',
  'ca08518b0f762d9a7754c026e22448a0310360f37b959d70a3254a8e9e1225ac',
  '223ac9875e445cdc87bb64a1aaab836f633cc7ca36c7a8488ca3e9606cb84b7a',
]);

/**
 * Gives a store the default playbook: a new one, and one that has an older default as it came. What an organisation
 * wrote itself is the newest version there, and stays that; the older version stays beside a new one, for what was
 * logged under it.
 */
export async function seedPlaybook(db: Kysely<Database>, currency: string): Promise<void> {
  const newest = await db
    .selectFrom('playbooks')
    .select(['version', 'content'])
    .where('playbook_id', '=', 'default')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const playbook = defaultPlaybook(newest?.content.currency ?? currency);
  if (newest && (newest.version >= playbook.version || !untouched.has(playbookDigest(newest.content))))
    return;
  await db
    .insertInto('playbooks')
    .values({ playbook_id: playbook.id, version: playbook.version, content: JSON.stringify(playbook) })
    .onConflict((c) => c.columns(['playbook_id', 'version']).doNothing())
    .execute();
}
