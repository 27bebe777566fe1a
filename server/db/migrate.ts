import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as init from './migrations/0001-init';
import * as auth from './migrations/0002-auth';
import * as responseOwners from './migrations/0003-response-owners';
import * as offerFlag from './migrations/0004-offer-flag';
import * as noteVersions from './migrations/0005-note-versions';
import * as importedNotes from './migrations/0006-imported-notes';
import * as book from './migrations/0007-book';
import * as crmAdapters from './migrations/0008-crm-adapters';
import * as accountNumbers from './migrations/0009-account-numbers';
import * as playbookLog from './migrations/0010-playbook-log';
import * as organisationRules from './migrations/0011-organisation-rules';
import * as doubtsAndRespondents from './migrations/0012-doubts-and-respondents';
import * as approvals from './migrations/0013-approvals';
import * as reasonModel from './migrations/0014-reason-model';
import * as handovers from './migrations/0015-handovers';
import * as outreach from './migrations/0016-outreach';
import * as signals from './migrations/0017-signals';
import * as tighterLimits from './migrations/0018-tighter-limits';
import * as pace from './migrations/0019-pace';
import * as openQuestions from './migrations/0020-open-questions';
import * as signalsSeen from './migrations/0021-signals-seen';
import * as desk from './migrations/0022-desk';
import * as teams from './migrations/0023-teams';
import * as removedPeople from './migrations/0024-removed-people';

/** Every migration there is, in order. A new one gets the next number; an old one is never touched. */
export const migrations: Record<string, Migration> = {
  '0001-init': init,
  '0002-auth': auth,
  '0003-response-owners': responseOwners,
  '0004-offer-flag': offerFlag,
  '0005-note-versions': noteVersions,
  '0006-imported-notes': importedNotes,
  '0007-book': book,
  '0008-crm-adapters': crmAdapters,
  '0009-account-numbers': accountNumbers,
  '0010-playbook-log': playbookLog,
  '0011-organisation-rules': organisationRules,
  '0012-doubts-and-respondents': doubtsAndRespondents,
  '0013-approvals': approvals,
  '0014-reason-model': reasonModel,
  '0015-handovers': handovers,
  '0016-outreach': outreach,
  '0017-signals': signals,
  '0018-tighter-limits': tighterLimits,
  '0019-pace': pace,
  '0020-open-questions': openQuestions,
  '0021-signals-seen': signalsSeen,
  '0022-desk': desk,
  '0023-teams': teams,
  '0024-removed-people': removedPeople,
};

/** Brings the database to the newest schema. One process at a time: Kysely takes a lock where there can be several. */
export async function migrateToLatest<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
