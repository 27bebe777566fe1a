import type { Kysely } from 'kysely';
import { givenMinor, roomLeft } from '@/lib/domain/offer-room';
import type { Playbook } from '@/lib/domain/playbook';
import { daysBefore } from '@/lib/platform/clock';
import { type ApprovalFacts, MOST_GIVEN, MOST_LATE } from '@/lib/protocol/approval';
import { decodeCard } from '@/lib/protocol/card-codec';
import { readPlaybook } from '@/server/db/read-playbook';
import type { Database } from '@/server/db/schema';
import { groupBy } from '@/server/group-by';
import { countedOffers } from '@/server/offers/counted-offers';
import { readGivenToday } from '@/server/offers/given-today';
import type { ApprovalRow } from './approval-row';

/** As they were published last: what the badge in the CRM says, too. */
async function readCards(db: Kysely<Database>, ids: readonly string[]) {
  const rows = await db
    .selectFrom('published_cards')
    .select(['customer_id', 'body'])
    .where('kind', '=', 'card')
    .where('customer_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.customer_id, decodeCard(new Uint8Array(row.body))]));
}

async function readOpenPromises(db: Kysely<Database>, ids: readonly string[], now: Date) {
  const rows = await db
    .selectFrom('promises')
    .select(['customer_id', 'what', 'due_on as dueOn'])
    .where('customer_id', 'in', ids)
    .where('state', '=', 'due')
    .orderBy('due_on')
    .orderBy('promise_id')
    .execute();
  const today = now.toISOString().slice(0, 10);
  return groupBy(
    rows.map((row) => ({ ...row, isBroken: row.dueOn < today })),
    (row) => row.customer_id,
  );
}

/** Since when the most urgent of a customer's open cases is overdue. */
async function readOverdue(db: Kysely<Database>, ids: readonly string[], now: Date) {
  const rows = await db
    .selectFrom('cases')
    .select(['customer_id', 'due_at'])
    .where('customer_id', 'in', ids)
    .where('closed_at', 'is', null)
    .where('due_at', '<', now)
    .orderBy('due_at', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.customer_id, row.due_at.toISOString()]));
}

/** What these customers were given, whoever allowed it, within the days that count; the newest first. */
async function readGiven(db: Kysely<Database>, ids: readonly string[], since: Date) {
  const rows = await countedOffers(db)
    .select(['offers.customer_id', 'offers.note_id', 'offers.action_code as actionCode', 'counted_at'])
    .where('offers.customer_id', 'in', ids)
    .where('offers.state', '!=', 'declined')
    .where('counted_at', '>', since)
    .orderBy('counted_at', 'desc')
    .execute();
  return groupBy(rows, (row) => row.customer_id);
}

type Given = NonNullable<ReturnType<Awaited<ReturnType<typeof readGiven>>['get']>>;

type Open = NonNullable<ReturnType<Awaited<ReturnType<typeof readOpenPromises>>['get']>>;

function promiseFacts(open: Open): ApprovalFacts['promises'] {
  const broken = open.filter(({ isBroken }) => isBroken);
  const late = broken.slice(0, MOST_LATE).map(({ what, dueOn }) => ({ what, dueOn }));
  return { due: open.length - broken.length, broken: broken.length, late };
}

const givenFacts = (given: Given, days: number): ApprovalFacts['given'] => ({
  minor: given.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0),
  days,
  last: given.slice(0, MOST_GIVEN).map(({ actionCode, amountMinor, counted_at }) => ({
    ...{ actionCode, amountMinor },
    at: counted_at.toISOString(),
  })),
});

/**
 * What the rep could give in that call without asking. Of the call the store knows what its note said when it was saved
 * last, if it was: the page says so.
 * @param today what the rep gave today in other calls
 */
function room(playbook: Playbook, row: ApprovalRow, given: Given, today: number): ApprovalFacts['room'] {
  const here = given.filter(({ note_id }) => note_id === row.note_id);
  const elsewhere = given.filter(({ note_id }) => note_id !== row.note_id);
  return roomLeft(playbook, { offers: here, counted: here, today, lately: givenMinor(elsewhere) });
}

/** What whoever may decide these questions has to know of their customers and of those who ask, by the question's id. */
export async function approvalFacts(
  db: Kysely<Database>,
  rows: readonly ApprovalRow[],
  now: Date,
): Promise<Map<string, ApprovalFacts>> {
  if (rows.length === 0) return new Map();
  const ids = [...new Set(rows.map((row) => row.customer_id))];
  const playbook = await readPlaybook(db);
  const cards = await readCards(db, ids);
  const promises = await readOpenPromises(db, ids, now);
  const overdue = await readOverdue(db, ids, now);
  const given = await readGiven(db, ids, daysBefore(now, playbook.customerDays));
  const today = new Map<string, number>();
  for (const { approval_id, asked_by: userId, note_id: exceptNote } of rows)
    today.set(approval_id, await readGivenToday(db, { userId, now, exceptNote }));
  return new Map(
    rows.map((row) => {
      const card = cards.get(row.customer_id);
      const theirs = given.get(row.customer_id) ?? [];
      return [
        row.approval_id,
        {
          level: card?.risk.level ?? 'unknown',
          tier: card?.tier ?? null,
          complaintOpen: card?.complaintOpen ?? false,
          promises: promiseFacts(promises.get(row.customer_id) ?? []),
          caseOverdueSince: overdue.get(row.customer_id) ?? null,
          given: givenFacts(theirs, playbook.customerDays),
          room: room(playbook, row, theirs, today.get(row.approval_id) ?? 0),
        },
      ];
    }),
  );
}
