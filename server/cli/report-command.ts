import type { NpsReport } from '@/lib/protocol/nps-report';
import { readNpsReport } from '@/server/read-nps-report';
import { formatTable } from './format-table';
import type { Store } from './with-store';

type Row = NpsReport['rows'][number];

const groups: Record<Row['group'], string> = {
  'all-answers': 'all answers pooled',
  'latest-per-customer': 'latest per customer',
  about: '',
};

/** Below thirty answers there are counts and no score; where few answered in confidence, neither. */
function scoreCells({ state, nps, low, high }: Row): string[] {
  if (state === 'suppressed') return ['suppressed', ''];
  if (nps === null || low === null || high === null) return ['too few', ''];
  return [nps.toFixed(2), `[${low.toFixed(2)}, ${high.toFixed(2)}]`];
}

/** `heed report nps`: each row with its counts, the raw score and the ends of the adjusted-Wald 95 % interval. */
export async function npsReportText({ db, clock }: Store): Promise<string> {
  const { rows } = await readNpsReport(db, clock.now());
  if (rows.length === 0) return 'There is no answer yet.';
  return formatTable(
    ['survey', 'group', 'promoters', 'passives', 'detractors', 'n', 'NPS', '95 % interval'],
    rows.map((row) => [
      row.kind,
      row.about ?? groups[row.group],
      ...[row.promoters, row.passives, row.detractors, row.n].map((count) => String(count ?? '–')),
      ...scoreCells(row),
    ]),
  );
}
