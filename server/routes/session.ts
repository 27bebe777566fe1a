import { createRoute, z } from '@hono/zod-openapi';
import type { Kysely } from 'kysely';
import { type Session, sessionSchema } from '@/lib/protocol/session';
import { PROTOCOL_VERSION } from '@/lib/protocol/version';
import { readCrmAdapters } from '@/server/crm-adapters/crm-adapters';
import { readStoredPlaybook } from '@/server/db/read-playbook';
import type { Database } from '@/server/db/schema';
import { rulesOf } from '@/server/organisation-rules';
import { playbookForOlder } from '@/server/playbook/for-older';
import { createWarnOfUnread } from '@/server/playbook/warn-of-unread';
import { createTopContactReasons } from '@/server/read-top-contact-reasons';
import { bearer, errorResponses, type StoreApp, type StoreDeps } from './store-app';

const route = createRoute({
  method: 'get',
  path: '/v1/session',
  summary: 'Who is signed in, and what their extension needs to work',
  security: bearer,
  request: {
    query: z.object({
      sifts: z
        .string()
        .optional()
        .describe('`playbook`: who asks leaves out what they don’t understand of it. Else the store does'),
    }),
  },
  responses: {
    200: { description: 'The session', content: { 'application/json': { schema: sessionSchema } } },
    401: errorResponses[401],
  },
});

async function readOrganisation(db: Kysely<Database>) {
  const row = await db
    .selectFrom('organisation')
    .select(['name', 'default_region', 'currency', 'generated', 'lookup_key', 'rules'])
    .select(['account_system as system', 'account_record_type as recordType'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  const { name, currency, generated, system, recordType } = row;
  return {
    organisation: { name, defaultRegion: row.default_region, currency, generated },
    accountNumbers: system && recordType ? { system, recordType } : null,
    rules: rulesOf(row.rules, row.default_region),
    lookupKey: row.lookup_key,
  };
}

async function readReasons(db: Kysely<Database>): Promise<Session['reasons']> {
  const rows = await db.selectFrom('reasons').selectAll().orderBy('position').execute();
  return rows.map(({ code, category, label, contact_reason }) => ({
    code,
    category,
    label,
    contactReason: contact_reason,
  }));
}

async function readReasonModel(db: Kysely<Database>): Promise<Session['reasonModel']> {
  const row = await db.selectFrom('reason_models').select('version').executeTakeFirst();
  return row?.version ?? null;
}

export function sessionRoute(app: StoreApp, { db, clock, asOf, log }: StoreDeps): void {
  const topContactReasons = createTopContactReasons(db);
  const warnOfUnread = createWarnOfUnread(log);
  app.openapi(route, async (c) => {
    const stored = await readStoredPlaybook(db);
    const { playbook } = stored;
    warnOfUnread(stored);
    const session = {
      protocol: PROTOCOL_VERSION,
      user: { ...c.var.user, team: c.var.user.team.name },
      ...(await readOrganisation(db)),
      reasons: await readReasons(db),
      topContactReasons: await topContactReasons(clock.now()),
      playbook: c.req.valid('query').sifts === 'playbook' ? playbook : playbookForOlder(playbook),
      reasonModel: await readReasonModel(db),
      ...(await readCrmAdapters(db)),
      now: clock.now().toISOString(),
      asOf: asOf?.toISOString().slice(0, 10) ?? null,
    };
    c.header('Cache-Control', 'no-store');
    return c.json(session, 200);
  });
}
