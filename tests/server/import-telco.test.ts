import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockStartingAt, systemClock } from '@/lib/platform/clock';
import { readNpsReport } from '@/server/read-nps-report';
import { rescoreAll } from '@/server/rescore-all';
import { readAllCards } from '@/tests/support/read-all-cards';
import { describeEachDatabase } from './support/databases';
import { type ImportStore, openImportStore, TELCO } from './support/import-store';

const AS_OF = new Date('2018-06-30T12:00:00Z');
const present = existsSync(TELCO.customers);

/** P / N / D, NPS, interval: `../shared/data/README.md`. */
const oracle = [
  ['all-answers', null, [690, 392, 1271], -24.69, -28.21, -21.11],
  ['latest-per-customer', null, [591, 329, 1095], -25.01, -28.81, -21.14],
  ['about', 'Equipment Received', [39, 22, 170], -56.71, -65.79, -46.17],
  ['about', 'First Payment', [307, 185, 638], -29.29, -34.26, -24.17],
  ['about', 'Order', [341, 184, 437], -9.98, -15.58, -4.31],
  ['about', 'Service in Use', [3, 1, 26], -76.67, -92.29, -47.1],
] as const;

/** A small generator with a seed, so that a red test can be run again (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The files with a tenth of the rows gone and a third of the scores changed. */
function shaken(seed: number) {
  const next = random(seed);
  const keep = (rows: string[][]) => rows.filter((_, i) => i === 0 || next() > 0.1);
  const customers = keep(parse(readFileSync(TELCO.customers, 'utf8')));
  const responses = keep(parse(readFileSync(TELCO.responses, 'utf8'))).map((row, i) => {
    if (i === 0 || next() > 1 / 3) return row;
    const score = next() < 0.05 ? '' : String(Math.floor(next() * 11));
    return row.map((cell, column) => (column === 2 ? score : cell));
  });
  return { customers, responses };
}

const toCsv = (rows: string[][]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');

/** Counted here, with nothing of the product's. */
function countedByHand({ customers, responses }: ReturnType<typeof shaken>) {
  const known = new Set(customers.slice(1).map((row) => row[0]));
  const answers = responses.slice(1).filter((row) => row[2] !== '' && known.has(row[1]));
  const latest = new Map<string, string[]>();
  for (const row of answers) {
    const before = latest.get(row[1] ?? '');
    if (!before || (before[3] ?? '') < (row[3] ?? '')) latest.set(row[1] ?? '', row);
  }
  const bands = (rows: Iterable<string[]>) => {
    const scores = [...rows].map((row) => Number(row[2]));
    const within = (from: number, to: number) => scores.filter((s) => s >= from && s <= to).length;
    return [within(9, 10), within(7, 8), within(0, 6)];
  };
  const refused = responses.slice(1).filter((row) => !known.has(row[1])).length;
  return { all: bands(answers), latest: bands(latest.values()), refused, customers: known.size };
}

describe.skipIf(!present)('the telco files (needs ../shared/data)', () => {
  describeEachDatabase('an import', (kind) => {
    let store: ImportStore;
    beforeAll(async () => {
      store = await openImportStore(kind, AS_OF);
    });
    afterAll(() => store.close());

    const report = async () => (await readNpsReport(store.db, store.clock.now())).rows;

    const importOnce = async () => {
      await store.clear();
      const customers = await store.customers(TELCO.customers);
      return { customers, responses: await store.responses(TELCO.responses) };
    };
    let imported: Awaited<ReturnType<typeof importOnce>>;
    beforeAll(async () => {
      imported = await importOnce();
    });

    it('takes over 7,043 customers and 2,385 answers; their figures are the oracle’s', async () => {
      expect(imported.customers).toMatchObject({
        rows: 7043,
        added: 7043,
        refusedRows: 0,
        refusedFields: 0,
      });
      expect(imported.responses).toMatchObject({ rows: 2385, added: 2385, refusedRows: 0 });
      const rows = await report();
      expect(rows).toHaveLength(oracle.length);
      oracle.forEach(([group, about, bands, nps, low, high], i) => {
        const row = rows[i];
        expect(row).toMatchObject({ kind: 'transactional', group, about });
        expect([row?.promoters, row?.passives, row?.detractors]).toEqual(bands);
        expect(row?.nps).toBeCloseTo(nps, 2);
        expect(row?.low).toBeCloseTo(low, 2);
        expect(row?.high).toBeCloseTo(high, 2);
      });
      const silent = await store.db
        .selectFrom('responses')
        .select('verbatim')
        .where('score', 'is', null)
        .execute();
      expect(silent).toHaveLength(32);
    });

    it('a second time changes nothing, nor does it a day later', async () => {
      await rescoreAll(store);
      const cards = () => store.db.selectFrom('published_cards').selectAll().orderBy('number').execute();
      const before = await cards();
      expect(before).toHaveLength(7043);
      const nothing = { added: 0, changed: 0, refusedRows: 0 };
      expect(await store.customers(TELCO.customers)).toMatchObject({ ...nothing, unchanged: 7043 });
      expect(await store.responses(TELCO.responses)).toMatchObject({ ...nothing, unchanged: 2385 });
      const nextDay = clockStartingAt(new Date('2018-07-01T12:00:00Z'));
      const later = await store.customers(TELCO.customers, { clock: nextDay });
      expect(later).toMatchObject({ ...nothing, unchanged: 7043 });
      expect(await store.db.selectFrom('dirty_customers').selectAll().execute()).toEqual([]);
      await rescoreAll(store);
      expect(await cards()).toEqual(before);
    });

    it('without --as-of every score is expired and nobody is at risk', async () => {
      await rescoreAll({ db: store.db, clock: systemClock });
      const cards = await readAllCards(store.db);
      expect(new Set(cards.map((card) => card.risk.level))).toEqual(new Set(['unknown']));
      expect(cards.filter((card) => card.score !== null).length).toBe(2015);
      expect(cards.flatMap((card) => card.risk.drivers).some((d) => d.code.startsWith('score'))).toBe(false);
    });

    // Each database has a seed of its own: two of them say more than one twice.
    const seed = kind.embedded ? 1 : 2;
    it(`on files shaken with seed ${seed}, figures equal a count by hand`, async () => {
      await store.clear();
      const files = shaken(seed);
      const expected = countedByHand(files);
      const customers = await store.customers(store.file('c.csv', toCsv(files.customers)));
      expect(customers).toMatchObject({ added: expected.customers, refusedRows: 0 });
      const responses = await store.responses(store.file('r.csv', toCsv(files.responses)));
      expect(responses.refusedRows).toBe(expected.refused);
      expect(expected.refused).toBeGreaterThan(50);
      const [all, latest] = await report();
      expect([all?.promoters, all?.passives, all?.detractors]).toEqual(expected.all);
      expect([latest?.promoters, latest?.passives, latest?.detractors]).toEqual(expected.latest);
    });
  });
});
