import { answersIn, type BandCounts } from '@/lib/domain/nps';

/** Answers counted together, and how many of them were promised to be reported in aggregate only. */
export type Cell = BandCounts & { aggregateOnly: number };

/** The cells of one kind of survey. `byAbout` leaves out the answers about nothing named, which no row shows. */
export type Cells<C extends Cell = Cell> = { all: C; latest: C; byAbout: readonly C[] };

const FEWEST_ANSWERS = 10;
/** Supervisors see the attributable answers, and so can take them away from any count. */
const FEWEST_AGGREGATE_ONLY = 5;

function isUnsafe(cell: Cell): boolean {
  if (cell.aggregateOnly === 0) return false;
  return answersIn(cell) < FEWEST_ANSWERS || cell.aggregateOnly < FEWEST_AGGREGATE_ONLY;
}

/** What is left of `whole` for somebody who is shown `parts`. */
function without(whole: Cell, parts: readonly Cell[]): Cell {
  const less = (of: keyof Cell) => parts.reduce((left, part) => left - part[of], whole[of]);
  return {
    promoters: less('promoters'),
    passives: less('passives'),
    detractors: less('detractors'),
    aggregateOnly: less('aggregateOnly'),
  };
}

/**
 * Cells that may not be shown: those that give away confidential answers by themselves, and those that would by being
 * taken away from a total beside them. With any journey stage the next smallest goes too, and on until what is hidden
 * together tells nothing.
 */
export function suppressSmallCells<C extends Cell>({ all, latest, byAbout }: Cells<C>): Set<C> {
  const hidden = new Set([all, latest, ...byAbout].filter(isUnsafe));
  if (isUnsafe(without(all, [latest]))) hidden.add(latest);
  const stages = [...byAbout].sort((a, b) => answersIn(a) - answersIn(b));
  const shown = stages.filter((stage) => !hidden.has(stage));
  let owed = shown.length < stages.length ? 1 : 0;
  while (shown.length > 0 && (owed > 0 || isUnsafe(without(all, shown)))) {
    const next = shown.shift();
    if (next) hidden.add(next);
    owed = 0;
  }
  return hidden;
}
