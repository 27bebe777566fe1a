import { type Kysely, sql } from 'kysely';
import { type BandCounts, summariseNps } from '@/lib/domain/nps';
import type { SurveyKind } from '@/lib/domain/response';
import type { NpsReport } from '@/lib/protocol/nps-report';
import type { Database } from './db/schema';

type Row = NpsReport['rows'][number];
type Counted = { kind: SurveyKind; about: string | null } & BandCounts;

const band = {
  promoters: sql<number>`count(*) filter (where score >= 9)`.as('promoters'),
  passives: sql<number>`count(*) filter (where score between 7 and 8)`.as('passives'),
  detractors: sql<number>`count(*) filter (where score <= 6)`.as('detractors'),
};

/** Answers with a score, in and out of the attributable ones. What a rep collected on a call runs higher: left out. */
function scored(db: Kysely<Database>, now: Date) {
  return db
    .selectFrom('responses')
    .where('score', 'is not', null)
    .where('mode', '<>', 'rep-collected')
    .where('answered_at', '<=', now);
}

function countAll(db: Kysely<Database>, now: Date) {
  return scored(db, now)
    .select(['kind', sql<null>`null`.as('about')])
    .select([band.promoters, band.passives, band.detractors])
    .groupBy('kind')
    .orderBy('kind')
    .execute();
}

function countByAbout(db: Kysely<Database>, now: Date) {
  return scored(db, now)
    .select(['kind', 'about'])
    .select([band.promoters, band.passives, band.detractors])
    .where('about', 'is not', null)
    .groupBy(['kind', 'about'])
    .orderBy('kind')
    .orderBy('about')
    .execute();
}

function countLatest(db: Kysely<Database>, now: Date) {
  const latest = scored(db, now)
    .distinctOn(['customer_id', 'kind'])
    .select(['customer_id', 'kind', 'score'])
    .orderBy('customer_id')
    .orderBy('kind')
    .orderBy('answered_at', 'desc')
    .orderBy('response_id', 'desc');
  return db
    .selectFrom(latest.as('latest'))
    .select(['kind', sql<null>`null`.as('about')])
    .select([band.promoters, band.passives, band.detractors])
    .groupBy('kind')
    .orderBy('kind')
    .execute();
}

function row(group: Row['group'], { kind, about, promoters, passives, detractors }: Counted): Row {
  const counts = { promoters, passives, detractors };
  const summary = summariseNps(counts);
  const score =
    summary.show === 'score'
      ? { nps: summary.nps, low: summary.low, high: summary.high }
      : { nps: null, low: null, high: null };
  return { kind, group, about, ...counts, n: summary.n, ...score };
}

/** The organisation's score: pooled, by customer and by journey stage, for each kind of survey. */
export async function readNpsReport(db: Kysely<Database>, now: Date): Promise<NpsReport> {
  const all = await countAll(db, now);
  const latest = await countLatest(db, now);
  const byAbout = await countByAbout(db, now);
  return {
    rows: [
      ...all.map((c) => row('all-answers', c)),
      ...latest.map((c) => row('latest-per-customer', c)),
      ...byAbout.map((c) => row('about', c)),
    ],
  };
}
