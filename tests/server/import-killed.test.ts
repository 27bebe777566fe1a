import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '@/server/db/open-database';
import { describeEachDatabase, type TestDatabase } from './support/databases';
import { runCli } from './support/run-cli';

/** Progress is told, and committed, every 500 rows: three of that, so that a kill at the first leaves most of it. */
const CUSTOMERS = 1700;
const RESPONSES = 1300;
const DAY = ['--as-of', '2018-06-30'];
const IDS = ['--id-system', 'demo', '--id-type', 'customer'];
const SURVEY = ['--kind', 'transactional', '--mode', 'web', '--zone', 'Europe/London', '--attributable'];

function customerFile(): string {
  const rows = Array.from(
    { length: CUSTOMERS },
    (_, i) =>
      `C-${i},Name ${i},n${i % 1650}@example.org,212 555 ${String(i % 9999).padStart(4, '0')},${i % 70}`,
  );
  return ['customer_id,name,email,phone,tenure_months', ...rows, ''].join('\n');
}

function responseFile(): string {
  const rows = Array.from(
    { length: RESPONSES },
    (_, i) => `R-${i},C-${(i * 7) % CUSTOMERS},${i % 11},2018-0${1 + (i % 6)}-15 10:00`,
  );
  return ['response_id,customer_id,score,answered_at', ...rows, ''].join('\n');
}

/** Everything that was imported, without the ids that the store makes up. */
async function contentOf({ dataDir, databaseUrl }: TestDatabase): Promise<unknown> {
  const { db, close } = await openDatabase(databaseUrl === undefined ? { dataDir } : { databaseUrl });
  try {
    const query = sql<{ digest: string; rows: number }>`
      select md5(string_agg(line, '\n' order by line)) as digest, count(*) as rows from (
        select concat_ws('|', c.name, c.since, i.kind, i.value, i.shown, r.source_id, r.score, r.answered_at) as line
        from customers c
        join identifiers i on i.customer_id = c.customer_id
        left join responses r on r.customer_id = c.customer_id
      ) lines`;
    const owners = await db.selectFrom('identifier_owners').select('lookup').execute();
    const cards = await db.selectFrom('published_cards').select('number').execute();
    return [(await query.execute(db)).rows[0], owners.length, cards.length];
  } finally {
    await close();
  }
}

describeEachDatabase('an import killed in the middle', (kind) => {
  const databases: TestDatabase[] = [];
  let folder = '';
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'heed-kill-'));
    databases.push(await kind.create(), await kind.create());
  });
  afterEach(async () => {
    for (const database of databases.splice(0)) await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('and run again comes to the end it would have come to', { timeout: 600_000 }, async () => {
    const [killed, whole] = databases;
    if (!killed || !whole) throw new Error('no database');
    const customers = join(folder, 'customers.csv');
    const responses = join(folder, 'responses.csv');
    writeFileSync(customers, customerFile());
    writeFileSync(responses, responseFile());
    const commands = [
      ['import', 'customers', customers, ...DAY, ...IDS],
      ['import', 'responses', responses, ...DAY, ...IDS, ...SURVEY],
    ];
    for (const args of commands) {
      const cut = await runCli(args, {
        database: killed,
        onStderr: (child) => child.kill('SIGKILL'),
      });
      expect(cut.code).toBeNull();
      expect(cut.err).toMatch(/: 500 rows/);
      const again = await runCli(args, { database: killed });
      expect(again.err).not.toContain('rror');
      const [, added, unchanged] = /: (\d+) new, 0 changed, (\d+) unchanged/.exec(again.out) ?? [];
      expect(Number(unchanged)).toBeGreaterThanOrEqual(500);
      expect(Number(added)).toBeGreaterThan(0);
      expect(again.code).toBe(0);
      expect((await runCli(args, { database: whole })).code).toBe(0);
    }
    expect(await contentOf(killed)).toEqual(await contentOf(whole));
    expect(await contentOf(whole)).toMatchObject([
      { rows: expect.anything() },
      expect.any(Number),
      CUSTOMERS,
    ]);
  });
});
