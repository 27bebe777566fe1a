import type { Kysely } from 'kysely';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { type CallingHours, callingHoursSchema, defaultHours } from '@/lib/domain/calling-hours';
import type { CallingHoursByRegion, Database } from '@/server/db/schema';

/** ECMA-402's Intl Locale Info, which TypeScript's library doesn't have yet. */
type LocaleInfo = Intl.Locale & { getTimeZones?(): string[] | undefined };

/** Every time zone of a region: where there are several, a call is right in all of them or in none. */
function zonesOf(region: string): string[] {
  const locale: LocaleInfo = new Intl.Locale(`und-${region}`);
  return locale.getTimeZones?.() ?? [];
}

/** The region whose plan a number is of; the calling code's main one where the plan doesn't know the number. */
function regionOf(e164: string): string | null {
  const phone = parsePhoneNumberFromString(e164, { extract: false });
  return phone?.country ?? phone?.getPossibleCountries()[0] ?? null;
}

export type HoursOf = (phones: readonly string[]) => CallingHours[];

export async function readCallingHours(db: Kysely<Database>): Promise<CallingHoursByRegion> {
  const { calling_hours } = await db
    .selectFrom('organisation')
    .select('calling_hours')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  return calling_hours ?? {};
}

/** A region of which nobody knows what time it is there: it is never open. */
const NEVER: CallingHours = { ...defaultHours(['UTC']), days: [] };

/**
 * When a customer may be called: in the hours of every region that one of their numbers is of. A number says where it is
 * from, not where its owner is; it is the best that is known.
 */
export async function createHoursOf(db: Kysely<Database>): Promise<HoursOf> {
  const said = await readCallingHours(db);
  const known = new Map<string, CallingHours>();
  const hoursIn = (region: string): CallingHours => {
    const hours = said[region] ?? callingHoursSchema.safeParse(defaultHours(zonesOf(region))).data ?? NEVER;
    known.set(region, hours);
    return hours;
  };
  return (phones) => {
    const regions = [...new Set(phones.map(regionOf))];
    return regions.map((region) => (region === null ? NEVER : (known.get(region) ?? hoursIn(region))));
  };
}
