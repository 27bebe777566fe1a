import type { Kysely } from 'kysely';
import type { NpsReport } from '@/lib/protocol/nps-report';
import type { Database } from '@/server/db/schema';
import { readNpsReport } from '@/server/read-nps-report';

type Row = NpsReport['rows'][number];

function nameOf({ group, about, n }: Row): string {
  if (group === 'all-answers') return 'all answers pooled';
  return group === 'latest-per-customer' ? `latest per customer, n = ${n ?? '–'}` : (about ?? '');
}

function scoreOf({ nps, low, high }: Row): string {
  if (nps === null || low === null || high === null) return 'too few answers for a score';
  return `${nps.toFixed(2)}  [${low.toFixed(2)}, ${high.toFixed(2)}]`;
}

/** The score table as the store computes it: promoters / passives / detractors, NPS, adjusted-Wald 95 % interval. */
export async function npsLines(db: Kysely<Database>, now: Date): Promise<string[]> {
  const { rows } = await readNpsReport(db, now);
  const counts = ({ promoters, passives, detractors }: Row) =>
    `${promoters ?? '–'} / ${passives ?? '–'} / ${detractors ?? '–'}`;
  return [
    'Group                           Promoters / passives / detractors   NPS  [95 % interval]',
    ...rows.map((r) => `${nameOf(r).padEnd(32)}${counts(r).padEnd(36)}${scoreOf(r)}`),
  ];
}
