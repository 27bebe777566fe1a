import type { Kysely } from 'kysely';
import { type OrganisationRules, organisationRulesSchema } from '@/lib/domain/organisation-rules';
import type { Database } from './db/schema';

/** Newer than what TypeScript knows of it. */
type Zoned = Intl.Locale & { getTimeZones?(): string[] | undefined };

/** What a clock there shows in winter and in summer. */
function hoursOf(timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  return ['2026-01-01T12:00:00Z', '2026-07-01T12:00:00Z'].map((at) => format.format(new Date(at))).join();
}

/** The time zone of a region that has one; UTC where there are several, until an administrator says which. */
export function zoneOfRegion(region: string): string {
  const locale: Zoned = new Intl.Locale('und', { region });
  const zones = locale.getTimeZones?.() ?? [];
  const [first] = zones;
  return first !== undefined && new Set(zones.map(hoursOf)).size === 1 ? first : 'UTC';
}

/** The rules as far as somebody has said them, and for the rest what an organisation starts with. */
export function rulesOf(stored: Record<string, unknown>, region: string): OrganisationRules {
  const { calendar } = stored;
  const said = typeof calendar === 'object' ? calendar : {};
  return organisationRulesSchema.parse({ ...stored, calendar: { zone: zoneOfRegion(region), ...said } });
}

/** The rules that hold now. */
export async function readOrganisationRules(db: Kysely<Database>): Promise<OrganisationRules> {
  const row = await db
    .selectFrom('organisation')
    .select(['rules', 'default_region'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  return rulesOf(row.rules, row.default_region);
}
