import { type Kysely, sql } from 'kysely';
import { summariseNps } from '@/lib/domain/nps';
import type { SurveyKind } from '@/lib/domain/response';
import type { NpsReport } from '@/lib/protocol/nps-report';
import type { Database } from './db/schema';
import { type Cell, suppressSmallCells } from './suppress-small-cells';

type Row = NpsReport['rows'][number];
type Counted = { kind: SurveyKind; about: string | null } & Cell;

const band = {
  promoters: sql<number>`count(*) filter (where score >= 9)`.as('promoters'),
  passives: sql<number>`count(*) filter (where score between 7 and 8)`.as('passives'),
  detractors: sql<number>`count(*) filter (where score <= 6)`.as('detractors'),
  aggregateOnly: sql<number>`count(*) filter (where confidentiality = 'aggregate-only')`.as('aggregateOnly'),
};
const counts = [band.promoters, band.passives, band.detractors, band.aggregateOnly];

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
    .select(counts)
    .groupBy('kind')
    .orderBy('kind')
    .execute();
}

function countByAbout(db: Kysely<Database>, now: Date) {
  return scored(db, now)
    .select(['kind', 'about'])
    .select(counts)
    .where('about', 'is not', null)
    .groupBy(['kind', 'about'])
    .orderBy('kind')
    .orderBy('about')
    .execute();
}

function countLatest(db: Kysely<Database>, now: Date) {
  const latest = scored(db, now)
    .distinctOn(['customer_id', 'kind'])
    .select(['customer_id', 'kind', 'score', 'confidentiality'])
    .orderBy('customer_id')
    .orderBy('kind')
    .orderBy('answered_at', 'desc')
    .orderBy('response_id', 'desc');
  return db
    .selectFrom(latest.as('latest'))
    .select(['kind', sql<null>`null`.as('about')])
    .select(counts)
    .groupBy('kind')
    .orderBy('kind')
    .execute();
}

const nothing = {
  promoters: null,
  passives: null,
  detractors: null,
  n: null,
  nps: null,
  low: null,
  high: null,
};

function row(group: Row['group'], counted: Counted, hidden: ReadonlySet<Counted>): Row {
  const { kind, about, promoters, passives, detractors } = counted;
  if (hidden.has(counted)) return { kind, group, about, state: 'suppressed', ...nothing };
  const bands = { promoters, passives, detractors };
  const summary = summariseNps(bands);
  const score =
    summary.show === 'score'
      ? { nps: summary.nps, low: summary.low, high: summary.high }
      : { nps: null, low: null, high: null };
  return { kind, group, about, state: 'shown', ...bands, n: summary.n, ...score };
}

type Groups = { all: Counted[]; latest: Counted[]; byAbout: Counted[] };

/** Kinds are never pooled, so each is looked at by itself. */
function hiddenOf({ all, latest, byAbout }: Groups): Set<Counted> {
  const hidden = all.flatMap((total) => {
    const own = (cell: Counted) => cell.kind === total.kind;
    const cells = { all: total, latest: latest.find(own) ?? total, byAbout: byAbout.filter(own) };
    return [...suppressSmallCells(cells)];
  });
  return new Set(hidden);
}

/**
 * The organisation's score: pooled, by customer and by journey stage, for each kind of survey. Rows that would give
 * away what a few said in confidence are suppressed.
 */
export async function readNpsReport(db: Kysely<Database>, now: Date): Promise<NpsReport> {
  const all = await countAll(db, now);
  const latest = await countLatest(db, now);
  const byAbout = await countByAbout(db, now);
  const hidden = hiddenOf({ all, latest, byAbout });
  return {
    rows: [
      ...all.map((c) => row('all-answers', c, hidden)),
      ...latest.map((c) => row('latest-per-customer', c, hidden)),
      ...byAbout.map((c) => row('about', c, hidden)),
    ],
  };
}
