/** One measured figure; `baseline` and `ratio` where something was measured beside it in the same run. */
export type Figure = { name: string; value: number; unit: string; baseline?: number; ratio?: number };

/** The p-quantile (0 to 1) of a sample, nearest rank. Not defined for an empty one. */
export function quantile(sample: readonly number[], p: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))];
  if (value === undefined) throw new Error('No measurement to take a quantile of');
  return value;
}

const shown = (n: number | undefined) =>
  n === undefined ? '' : Number.isInteger(n) ? String(n) : n.toFixed(2);

/** Prints a table, or with `json` one line per figure. */
export function printFigures(figures: readonly Figure[], json: boolean): void {
  if (json) {
    for (const figure of figures) console.log(JSON.stringify(figure));
    return;
  }
  const rows = figures.map((f) => [f.name, shown(f.value), f.unit, shown(f.baseline), shown(f.ratio)]);
  const table = [['name', 'value', 'unit', 'baseline', 'ratio'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((i) => Math.max(...table.map((row) => row[i]?.length ?? 0)));
  for (const row of table) {
    console.log(
      row
        .map((cell, i) => (i === 0 || i === 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    );
  }
}
