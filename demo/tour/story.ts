import type { Kysely } from 'kysely';
import { badgeLevel } from '@/lib/domain/badge-level';
import { scoreAge } from '@/lib/domain/score-age';
import { SECOND } from '@/lib/platform/clock';
import { decodeCard } from '@/lib/protocol/card-codec';
import type { Database } from '@/server/db/schema';
import { readCard } from '@/server/publish/read-card';
import { readCustomerDetail } from '@/server/read-customer-detail';

/** Whom the tour is about, and what the store knows of them: the pages must show this, and nothing else. */
export type Story = {
  /** number in the CRM */
  customerId: string;
  name: string;
  badge: string;
  /** their score is too old to say anything */
  expired: boolean;
  /** their latest words */
  verbatim: string;
  /** the note that the rep writes in the tour; its reference is new in each tour */
  note: string;
};

const WORDS = { 'at-risk': 'At risk', watch: 'Watch', ok: 'OK', unknown: 'Unknown' };

async function readPerson(db: Kysely<Database>, customerId: string) {
  const row = await db
    .selectFrom('identifiers')
    .innerJoin('customers', 'customers.customer_id', 'identifiers.customer_id')
    .select(['customers.customer_id', 'customers.name'])
    .where('identifiers.kind', '=', 'externalId')
    .where('identifiers.system', '=', 'demo')
    .where('identifiers.value', '=', customerId)
    .executeTakeFirst();
  const card = row && (await readCard(db, row.customer_id));
  return row && card ? { name: row.name, card } : null;
}

/**
 * The word that the badge must show for what the store has published last.
 * @throws when it has no card for that number in the CRM
 */
export async function readBadge(db: Kysely<Database>, customerId: string): Promise<string> {
  const row = await readPerson(db, customerId);
  if (!row) throw new Error(`The store has no card for ${customerId}`);
  return WORDS[badgeLevel(row.card.risk.level)];
}

/** @throws when the store knows no such customer, or nothing that they said */
export async function tellStory(
  { db, now }: { db: Kysely<Database>; now: Date },
  customerId: string,
): Promise<Story> {
  const row = await readPerson(db, customerId);
  const detail = row && (await readCustomerDetail(db, row.card.number, { reader: null, now }));
  if (!row || !detail) throw new Error(`The store has no card for ${customerId}`);
  const verbatim = detail.responses.find((r) => r.verbatim !== '')?.verbatim;
  if (verbatim === undefined) throw new Error(`${customerId} has said nothing in words`);
  const reference = Date.now().toString(36).toUpperCase();
  return {
    customerId,
    name: row.name,
    badge: WORDS[badgeLevel(row.card.risk.level)],
    expired: row.card.score !== null && scoreAge(row.card.score.at, now) === 'expired',
    verbatim,
    note: `Told them what happens next and who does it. Our reference is ${reference}.`,
  };
}

/** As a card has it. */
const inWholeSeconds = (at: Date) => new Date(Math.floor(at.getTime() / SECOND) * SECOND).toISOString();

/** A detractor with words of their own and the highest points: the one that an outreach list would put first. */
export async function pickDetractor(db: Kysely<Database>, now: Date): Promise<string> {
  const rows = await db
    .selectFrom('responses')
    .innerJoin('identifiers', 'identifiers.customer_id', 'responses.customer_id')
    .innerJoin('published_cards', 'published_cards.customer_id', 'responses.customer_id')
    .select(['identifiers.value', 'responses.verbatim', 'responses.answered_at', 'published_cards.body'])
    .where('identifiers.system', '=', 'demo')
    .where('responses.score', '<=', 6)
    .where('responses.verbatim', '<>', '')
    .where('responses.confidentiality', '=', 'attributable')
    .where('responses.answered_at', '<=', now)
    .execute();
  // Long enough to say something, short enough to be read in a picture; and their latest answer.
  const telling = rows
    .filter((r) => r.verbatim.length >= 60 && r.verbatim.length <= 240)
    .map((r) => ({ ...r, card: decodeCard(new Uint8Array(r.body)) }))
    .filter((r) => r.card.score?.at === inWholeSeconds(r.answered_at));
  telling.sort((a, b) => b.card.risk.points - a.card.risk.points || (a.value < b.value ? -1 : 1));
  const first = telling[0];
  if (!first) throw new Error('None of the answers is an unhappy one with words to it');
  return first.value;
}
