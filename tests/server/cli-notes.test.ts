import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '@/lib/protocol/roles';
import { createUser } from '@/server/auth/create-user';
import { type OpenDatabase, openDatabase } from '@/server/db/open-database';
import { readAllCards } from '@/tests/support/read-all-cards';
import { describeEachServer, type TestDatabase } from './support/databases';
import { makeMutation } from './support/make-mutation';
import { runCli } from './support/run-cli';

describeEachServer('heed import notes', (kind) => {
  let database: TestDatabase;
  let store: OpenDatabase;
  let folder = '';
  let rep = '';
  const emailOf = (role: Role) => `${role}@example.org`;

  beforeAll(async () => {
    database = await kind.create();
    store = await openDatabase({ databaseUrl: database.databaseUrl ?? '' });
    folder = mkdtempSync(join(tmpdir(), 'heed-cli-notes-'));
    for (const role of ['rep', 'supervisor'] as const) {
      const user = {
        email: emailOf(role),
        name: `The ${role}`,
        password: 'a-long-password-1',
        role,
        team: 'N',
      };
      const id = await createUser(store.db, user, new Date());
      if (role === 'rep') rep = id;
    }
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const heed = (path: string, as: Role = 'supervisor') =>
    runCli(['import', 'notes', path, '--as', emailOf(as)], { database });
  function fileOf(content: unknown): string {
    const path = join(folder, 'unsent.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  }
  const exported = (...mutations: unknown[]) => {
    const at = new Date().toISOString();
    const notes = mutations.map((mutation) => ({ name: 'Ada', at, state: 'waiting', code: null, mutation }));
    return { heed: 'unsent-notes', exportedAt: at, author: { id: rep, name: 'The rep' }, notes };
  };
  const note = (email: string) =>
    makeMutation({ userId: rep, customer: { identifiers: [{ kind: 'email', value: email }] } });
  const notes = () => store.db.selectFrom('notes').selectAll().execute();

  it('is refused to a rep, and to nobody at all, before anything is read', async () => {
    const path = fileOf(exported(note('ada@example.org')));
    const refused = await heed(path, 'rep');
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('rep may not import notes')]);
    const nobody = await heed(path, 'administrator');
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('there is no such user')]);
    expect((await runCli(['import', 'notes', path], { database })).err).toContain('--as');
    expect(await notes()).toEqual([]);
  });

  it.each([
    ['is no JSON', 'Name;Note', 'is no JSON file. Only a file that'],
    ['is another file', { heed: 'customers' }, 'is no file of unsent notes, see: heed'],
    ['is too large', ' '.repeat(5 * 1024 * 1024 + 1), 'at most'],
  ])('names a file that %s, and the remedy', async (_, content, said) => {
    const { code, err } = await heed(fileOf(content));
    expect([code, err]).toEqual([1, expect.stringContaining(said)]);
    expect(err).toContain('unsent.json');
    expect(err).toContain('“Save as file”');
  });

  it('names a file that is none', async () => {
    const { code, err } = await heed(join(folder, 'none.json'));
    expect([code, err]).toEqual([1, expect.stringContaining('There is no file')]);
  });

  it('stores them once, puts them on the cards, and says what became of each', async () => {
    const path = fileOf(exported(note('ada@example.org'), note('ben@example.org')));
    const first = await heed(path);
    expect([first.code, first.out]).toEqual([0, 'unsent.json: 2 stored, 0 there already, 0 refused\n']);
    expect(first.err).toContain('notes of The rep; imported by The supervisor');
    const second = await heed(path);
    expect([second.code, second.out]).toEqual([0, 'unsent.json: 0 stored, 2 there already, 0 refused\n']);
    const stored = await notes();
    expect(stored.map((n) => n.author_id)).toEqual([rep, rep]);
    expect((await readAllCards(store.db)).map((card) => card.contacts90)).toEqual([1, 1]);
  });

  it('ends with 1 when a note was refused, stores the others, and says why', async () => {
    const good = note('cleo@example.org');
    const { code, out } = await heed(fileOf(exported({ name: 'saveNote' }, good, null)));
    expect(code).toBe(1);
    expect(out).toContain('1 stored, 0 there already, 2 refused');
    expect(out).toMatch(/note 1: bad-input: does not fit its schema at: mutation/);
    expect(out).toMatch(/note 3: unreadable: /);
    expect((await notes()).map((n) => n.note_id)).toContain(good.args.noteId);
  });
});
