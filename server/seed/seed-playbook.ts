import type { Kysely } from 'kysely';
import type { Playbook } from '@/lib/domain/playbook';
import { publishPlaybook } from '@/server/db/publish-playbook';
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
    version: 4,
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
  // And these version 2.
  '19240a575b9b988a3bd7101ad192ddd096cd1b88f57af1125d305768b5254617',
  'e91119f56d6c6bba19243e57647f925180f48070d525abcc169b7a47901f6d8b',
  'e7ab9b89998847160474c0d26697f7c97d45b1a2d085f983325e825fe642b1be',
  '9d6dbd6c4ca2aeaca41478c4feeaf67831d2ba74fda998426ad877fae99994b3',
  // And this version 3.
  'abfe5739bd9e4818486cbd5b554bccb95b278c133e34bf0cad1870bed724f79c',
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
  await publishPlaybook(db, playbook);
}
