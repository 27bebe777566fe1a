import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '@/server/db/open-database';
import { describeEachDatabase, describeEachServer, type TestDatabase } from './support/databases';
import { type CliResult, runCli } from './support/run-cli';

const IDS = ['--id-system', 'demo', '--id-type', 'customer'];
const CUSTOMERS = 'customer_id,name,senior,phone\nC-1,Ada,PROTECTED,020 7946 0018\nC-2,Ben,PROTECTED,nix\n';
const RESPONSES =
  'customer_id,score,answered_at,stage\nC-1,2,2018-06-01 10:00,Order\nC-2,12,2018-06-02 10:00,Order\n';

describeEachServer('heed', (kind) => {
  let database: TestDatabase;
  let store: OpenDatabase;
  let folder = '';
  beforeAll(async () => {
    database = await kind.create();
    store = await openDatabase({ databaseUrl: database.databaseUrl ?? '' });
    folder = mkdtempSync(join(tmpdir(), 'heed-cli-'));
    writeFileSync(join(folder, 'customers.csv'), CUSTOMERS);
    writeFileSync(join(folder, 'responses.csv'), RESPONSES);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const heed = (args: string[], env = {}): Promise<CliResult> => runCli(args, { database, env });
  const customers = () => join(folder, 'customers.csv');
  const responses = () => join(folder, 'responses.csv');
  const survey = ['--kind', 'transactional', '--mode', 'web', '--zone', 'Europe/London'];

  it('import customers asks whose ids they are before it takes any over', async () => {
    const { code, err } = await heed(['import', 'customers', customers()]);
    expect([code, err]).toEqual([1, expect.stringContaining('--id-system')]);
    expect(await store.db.selectFrom('customers').selectAll().execute()).toEqual([]);
  });

  it('import customers shows what each column becomes, imports, and tells what it refused', async () => {
    const { code, out, err } = await heed(['import', 'customers', customers(), ...IDS, '--region', 'gb']);
    expect(code).toBe(0);
    expect(out).toMatch(/customer_id +id \(demo customer\)/);
    expect(out).toMatch(/senior +left out on purpose/);
    expect(out).toMatch(/phone +phone, of GB/);
    expect(out).toContain('2 rows: 2 new, 0 changed, 0 unchanged');
    expect(out).toContain('refused: 0 rows, 1 field');
    expect(out).toContain('risk: 0 critical, 0 high, 0 elevated, 0 low, 2 unknown');
    expect(err).toContain('customers.csv: 2 rows, 100 %');
    const report = join(database.dataDir, 'reports', 'customers.report.csv');
    expect(readFileSync(report, 'utf8')).toContain('3,phone,nix,');
    expect(out).toContain(report);
  });

  it('import responses names every flag it needs', async () => {
    const { code, err } = await heed(['import', 'responses', responses()]);
    expect(code).toBe(1);
    for (const flag of ['--kind', '--mode', '--zone']) expect(err).toContain(flag);
    expect(await store.db.selectFrom('responses').selectAll().execute()).toEqual([]);
  });

  it('import responses keeps them for totals when nobody says more, and finds whose ids they are', async () => {
    const { code, out, err } = await heed([
      'import',
      'responses',
      responses(),
      ...survey,
      '--as-of',
      '2018-06-30',
    ]);
    expect(code).toBe(0);
    expect(err).toContain('TOTALS ONLY');
    expect(out).toContain('id (demo customer)');
    expect(out).toContain('1 new, 0 changed, 0 unchanged');
    expect(out).toContain('2 unknown');
    const stored = await store.db.selectFrom('responses').select('confidentiality').execute();
    expect(stored).toEqual([{ confidentiality: 'aggregate-only' }]);
  });

  it('import responses --attributable puts them on the cards, at the day that --as-of says', async () => {
    const args = ['import', 'responses', responses(), ...survey, '--attributable'];
    const then = await heed(['--as-of', '2018-06-30', ...args]);
    expect(then.out).toContain('0 new, 1 changed, 0 unchanged');
    expect(then.out).toContain('1 elevated, 0 low, 1 unknown');
    expect((await heed([...args])).out).toContain('0 elevated, 0 low, 2 unknown');
    const both = await heed([...args, '--aggregate-only']);
    expect([both.code, both.err]).toEqual([1, expect.stringContaining('cannot be used with')]);
  });

  it('report nps gives counts, and no score of one answer', async () => {
    const { out } = await heed(['report', 'nps', '--as-of', '2018-06-30']);
    expect(out).toMatch(/transactional +all answers pooled +0 +0 +1 +1 +too few/);
  });

  it('user add takes the password from the environment, never from the command line', async () => {
    const args = [
      'user',
      'add',
      '--email',
      'a@example.org',
      '--name',
      'A',
      '--role',
      'rep',
      '--team',
      'North',
    ];
    const none = await heed(args);
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('HEED_PASSWORD')]);
    expect((await heed([...args, '--password', 'x'.repeat(12)])).code).toBe(1);
    expect(await store.db.selectFrom('user').selectAll().execute()).toEqual([]);
    expect(await heed(args, { HEED_PASSWORD: 'x'.repeat(12) })).toMatchObject({ code: 0 });
    const users = await store.db
      .selectFrom('user')
      .innerJoin('teams', 'teams.team_id', 'user.team')
      .select(['email', 'role', 'teams.name as team'])
      .execute();
    expect(users).toEqual([{ email: 'a@example.org', role: 'rep', team: 'North' }]);
  });

  it('rescore and db migrate say what they did', async () => {
    expect((await heed(['rescore', '--as-of', '2018-06-30'])).out).toBe(
      'risk: 0 critical, 0 high, 1 elevated, 0 low, 1 unknown\n',
    );
    expect((await heed(['db', 'migrate'])).out).toContain('0001-init');
  });

  it('ends with 1 and a sentence for a wrong day, a file that is none, a file cut short', async () => {
    expect(await heed(['rescore', '--as-of', 'June'])).toMatchObject({ code: 1 });
    const nowhere = await heed(['import', 'customers', join(folder, 'none.csv'), ...IDS]);
    expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringContaining('There is no file')]);
    const open = join(folder, 'open.csv');
    writeFileSync(open, 'customer_id,name\nC-1,"Ada\n');
    const cut = await heed(['import', 'customers', open, ...IDS, '--report', join(folder, 'r.csv')]);
    expect([cut.code, cut.out]).toEqual([1, expect.stringContaining('NOT READ TO ITS END: from row 2 on')]);
    expect(existsSync(join(folder, 'r.csv'))).toBe(true);
  });

  it('import responses doesn’t choose between the ids of two CRMs', async () => {
    const other = ['--id-system', 'rt', '--id-type', 'user', '--report', join(folder, 'rt.csv')];
    expect(await heed(['import', 'customers', customers(), ...other])).toMatchObject({ code: 0 });
    const { code, err } = await heed(['import', 'responses', responses(), ...survey, '--attributable']);
    expect([code, err]).toEqual([1, expect.stringContaining('--id-system')]);
  });
});

describeEachDatabase('heed beside a running store', (kind) => {
  it.skipIf(!kind.embedded)('says who has the data folder', async () => {
    const database = await kind.create();
    const { close } = await openDatabase({ dataDir: database.dataDir });
    try {
      const { code, err } = await runCli(['rescore'], { database });
      expect([code, err]).toEqual([1, expect.stringContaining(`in use by process ${process.pid}`)]);
    } finally {
      await close();
      await database.drop();
    }
  });
});
