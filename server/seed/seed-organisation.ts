import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Playbook } from '@/lib/domain/playbook';
import type { Database } from '@/server/db/schema';
import { defaultActions } from './default-actions';
import { defaultOfferRules } from './default-offer-rules';
import { defaultPrompts } from './default-prompts';
import { defaultReasons } from './default-reasons';

export type OrganisationSettings = {
  name: string;
  /** ISO 3166 region that phone numbers without a country are read in */
  defaultRegion: string;
  /** ISO 4217 */
  currency: string;
  /** the data was generated for a demonstration */
  generated: boolean;
};

const DEFAULT_AT_RISK_SHARE = 0.15;

function defaultPlaybook(currency: string): Playbook {
  return {
    id: 'default',
    version: 1,
    limitMinor: 5000,
    currency,
    prompts: defaultPrompts,
    actions: defaultActions,
    ...defaultOfferRules,
  };
}

async function insertLists(db: Kysely<Database>, currency: string): Promise<void> {
  const reasons = defaultReasons.map(({ contactReason, ...reason }, position) => ({
    ...reason,
    contact_reason: contactReason,
    position,
  }));
  await db
    .insertInto('reasons')
    .values(reasons)
    .onConflict((c) => c.column('code').doNothing())
    .execute();
  const playbook = defaultPlaybook(currency);
  await db
    .insertInto('playbooks')
    .values({ playbook_id: playbook.id, version: playbook.version, content: JSON.stringify(playbook) })
    .onConflict((c) => c.columns(['playbook_id', 'version']).doNothing())
    .execute();
}

/**
 * Gives a new store its organisation: the settings, a lookup secret of its own, reasons and a playbook to start with. What
 * is there already stays as it is.
 */
export async function seedOrganisation(
  db: Kysely<Database>,
  { name, defaultRegion, currency, generated }: OrganisationSettings,
): Promise<void> {
  await db
    .insertInto('organisation')
    .values({
      id: 1,
      name,
      default_region: defaultRegion,
      currency,
      generated,
      at_risk_share: DEFAULT_AT_RISK_SHARE,
      lookup_key: randomBytes(32).toString('base64'),
    })
    .onConflict((c) => c.column('id').doNothing())
    .execute();
  await insertLists(db, currency);
}
