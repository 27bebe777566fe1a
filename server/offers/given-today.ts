import type { Kysely } from 'kysely';
import { daysBefore } from '@/lib/domain/day-in';
import { givenToday } from '@/lib/domain/offer-room';
import type { Playbook } from '@/lib/domain/playbook';
import type { Database } from '@/server/db/schema';

type Asked = { userId: string; now: Date; exceptNote?: string };

/** What a rep gave by their own leave on the organisation's day, in all notes but this one. */
export async function readGivenToday(
  db: Kysely<Database>,
  playbook: Pick<Playbook, 'dayZone'>,
  { userId, now, exceptNote = '' }: Asked,
): Promise<number> {
  const rows = await db
    .selectFrom('offers')
    .select(['amount_minor as amountMinor', 'state', 'at', 'approval_id as approvalId'])
    .where('given_by', '=', userId)
    .where('at', '>', daysBefore(now, 2))
    .where('note_id', '!=', exceptNote)
    .execute();
  return givenToday(
    playbook,
    rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    now,
  );
}
