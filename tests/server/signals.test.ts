import { randomUUID } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_NAMELESS } from '@/lib/domain/signal';
import { DAY, systemClock } from '@/lib/platform/clock';
import type { Role } from '@/lib/protocol/roles';
import { signalKeySchema, signalListSchema, tokenAnswerSchema } from '@/lib/protocol/signals';
import { createUser } from '@/server/auth/create-user';
import { moveSignals } from '@/server/signals/move-signals';
import { describeEachDatabase } from './support/databases';
import { getTokens } from './support/oauth-flow';
import { emailOf, PASSWORD, startTestStore, type TestStore } from './support/test-store';

const suite = RSABSSA.SHA384.PSS.Randomized();
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

type Token = { team: string; month: string; token: string; signature: string };

describeEachDatabase('signals', (kind) => {
  let store: TestStore;
  const logged: string[] = [];
  const write = (fields: object, text: string) => void logged.push(JSON.stringify({ ...fields, text }));
  const log = { info: write, warn: write, error: write };

  beforeAll(async () => {
    store = await startTestStore(kind, { log });
  });
  afterAll(() => store.stop());

  const today = () => new Date().toISOString().slice(0, 10);
  const said = (part: object = {}) => ({
    ...{
      id: randomUUID(),
      kind: 'competitor',
      line: 'They say the other shop delivers on Sundays.',
      day: today(),
    },
    ...part,
  });
  const post = (path: string, body: object, authorization?: string) =>
    fetch(store.server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: JSON.stringify(body),
    });

  /** What an extension does once a month. @returns a token; `blinded` to ask with again */
  async function fetchToken(
    authorization: string,
  ): Promise<Token & { again(): Promise<Response>; other: number }> {
    const answer = await fetch(`${store.server.url}/v1/signals/key`, { headers: { authorization } });
    const { publicKey, team, month } = signalKeySchema.parse(await answer.json());
    const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
    const key = await crypto.subtle.importKey('jwk', publicKey, algorithm, true, ['verify']);
    const blind = async () => {
      const message = suite.prepare(crypto.getRandomValues(new Uint8Array(32)));
      return { message, ...(await suite.blind(key, message)) };
    };
    const { message, blindedMsg, inv } = await blind();
    const ask = (blinded: Uint8Array) =>
      post('/v1/signals/token', { month, blinded: base64(blinded) }, authorization);
    const { signature } = tokenAnswerSchema.parse(await (await ask(blindedMsg)).json());
    const final = await suite.finalize(key, message, bytes(signature), inv);
    const other = (await ask((await blind()).blindedMsg)).status;
    return {
      team,
      month,
      token: base64(message),
      signature: base64(final),
      again: () => ask(blindedMsg),
      other,
    };
  }
  const give = ({ team, token, signature }: Token, part: object = {}) =>
    post('/v1/signals/nameless', said({ team, token, signature, ...part }));
  /** Each call a day later than the last one. */
  let days = 0;
  const nextDay = async () => {
    days += 1;
    const now = new Date(Date.now() + days * DAY);
    await moveSignals(store.server.db, now);
    return now;
  };
  const listed = async (role: Role = 'supervisor') =>
    signalListSchema.parse(await (await store.as(role, '/v1/signals')).json()).signals;
  /** Of a team whose id is its name, as of those that are older than ids. */
  const member = async (email: string, team: string) => {
    await store.server.db
      .insertInto('teams')
      .values({ team_id: team, name: team })
      .onConflict((c) => c.doNothing())
      .execute();
    await createUser(
      store.server.db,
      { email, name: `Rep ${email}`, password: PASSWORD, role: 'rep', team },
      systemClock.now(),
    );
    return `Bearer ${(await getTokens(store.server.url, { email, password: PASSWORD })).access_token}`;
  };

  /** Every row of every table as text. */
  async function dump(): Promise<string[]> {
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(store.server.db);
    const all: string[] = [];
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`
        select ${sql.ref(`t`)}::text as row from ${sql.table(name)} as t`.execute(store.server.db);
      all.push(...rows.map(({ row }) => `${name} ${row}`));
    }
    return all;
  }

  describe('with a name', () => {
    it.each<Role>(['rep', 'supervisor', 'executive', 'administrator'])(
      'a %s gives one, once',
      async (role) => {
        const signal = said({ line: `From the ${role}` });
        expect((await store.as(role, '/v1/signals', signal)).status).toBe(200);
        expect((await store.as(role, '/v1/signals', signal)).status).toBe(200);
        const mine = (await listed()).filter(({ line }) => line === signal.line);
        expect(mine).toEqual([{ ...signal, team: 'North', givenBy: `The ${role}` }]);
      },
    );

    it.each([
      ['no such kind', { kind: 'gossip' }],
      ['nothing said', { line: '  ' }],
      ['a day long ago', { day: '2020-01-01' }],
      ['a day to come', { day: '2099-01-01' }],
    ])('not with %s', async (_what, part) => {
      expect((await store.as('rep', '/v1/signals', said(part))).status).toBe(400);
    });
  });

  it.each<[Role, number]>([
    ['rep', 403],
    ['supervisor', 200],
    ['executive', 200],
    ['administrator', 200],
  ])('the list answers a %s with %i', async (role, status) => {
    expect((await store.as(role, '/v1/signals')).status).toBe(status);
  });

  describe('without a name', () => {
    it('nothing in the database or a log names the giver, or says when in the day', async () => {
      const token = await fetchToken(await store.tokenOf('rep'));
      const signal = { line: 'I wait twenty minutes myself when I call us.', kind: 'own-experience' };
      const id = randomUUID();
      const [before, loggedBefore] = [await dump(), logged.length];
      expect((await give(token, { ...signal, id })).status).toBe(200);
      const rows = (await dump()).filter((row) => !before.includes(row));
      const news = [...rows, ...logged.slice(loggedBefore)].join('\n');
      expect(rows.map((row) => row.split(' ')[0]).sort()).toEqual(['signal_givers', 'signal_inbox']);
      expect(rows.join('\n')).toContain(id);
      const { rep } = store.users;
      for (const trace of [rep, 'The rep', emailOf('rep'), token.token, token.signature, 'extension'])
        expect(news, trace).not.toContain(trace);
      // The day, and no time of it.
      expect(rows.join('\n')).not.toMatch(/\d\d:\d\d/);
      expect(logged.slice(loggedBefore)).toEqual([]);
      // What is counted and what was said have nothing in common.
      const [givers = '', stored = ''] = rows.sort();
      const hash = /[0-9a-f]{64}/.exec(givers)?.[0] ?? '';
      expect(hash).toHaveLength(64);
      expect(stored).not.toContain(hash);
    });

    it('one token for each person and month, and the same again for who asks the same', async () => {
      const token = await fetchToken(await member('mo@example.org', 'South'));
      expect(token.other).toBe(403);
      expect((await token.again()).status).toBe(200);
      expect((await store.as('rep', '/v1/signals/token', { month: '2020-01', blinded: 'AAAA' })).status).toBe(
        400,
      );
    });

    it.each<Role>(['supervisor', 'executive', 'administrator'])(
      'a %s, who reads the list, gets no token: they would be one of the five who hide the others',
      async (role) => {
        const authorization = await store.tokenOf(role);
        await expect(fetchToken(authorization)).rejects.toThrow();
        const month = today().slice(0, 7);
        expect((await post('/v1/signals/token', { month, blinded: 'AAAA' }, authorization)).status).toBe(403);
      },
    );

    it('the list of what came is forgotten when none of it can come again', async () => {
      const seen = () => store.server.db.selectFrom('signals_seen').selectAll().execute();
      await store.server.db.insertInto('signals_seen').values({ month: '2020-01', signal_id: 'a' }).execute();
      await nextDay();
      expect((await seen()).filter(({ month }) => month === '2020-01')).toEqual([]);
    });

    it('strangers are kept out: no signature, one of another team, of another month, or of another token', async () => {
      const token = await fetchToken(await member('ny@example.org', 'South'));
      expect((await give({ ...token, signature: 'AAAA' })).status).toBe(403);
      const key = await (await store.as('rep', '/v1/signals/key')).json();
      const { team: north } = signalKeySchema.parse(key);
      expect((await give({ ...token, team: north })).status).toBe(403);
      expect((await give({ ...token, team: 'Nowhere' })).status).toBe(403);
      expect((await give({ ...token, token: base64(new Uint8Array(64)) })).status).toBe(403);
      const other = new Date(Date.now() - 32 * 86_400_000).toISOString().slice(0, 10);
      expect((await give(token, { day: other })).status).toBe(403);
      expect((await give(token)).status).toBe(200);
    });

    it('sent again, there is one; and five of one giver are still one giver', async () => {
      const token = await fetchToken(await member('pia@example.org', 'West'));
      const id = randomUUID();
      for (let n = 0; n < 5; n += 1) await give(token, { id });
      for (let n = 0; n < 5; n += 1) await give(token);
      const rows = await store.server.db
        .selectFrom('signal_inbox')
        .selectAll()
        .where('team', '=', 'West')
        .execute();
      expect(rows).toHaveLength(6);
      await nextDay();
      for (let n = 0; n < 5; n += 1) await give(token, { id });
      await nextDay();
      const stored = store.server.db.selectFrom('signals').selectAll().where('team', '=', 'West');
      expect(await stored.execute()).toHaveLength(6);
      expect((await listed()).filter(({ team }) => team === 'West')).toEqual([]);
    });

    it('one token brings so many signals a month and not one more, and one sent again is none more', async () => {
      const token = await fetchToken(await member('rob@example.org', 'Far'));
      const id = randomUUID();
      await give(token, { id });
      for (let n = 1; n < MOST_NAMELESS; n += 1) expect((await give(token)).status).toBe(200);
      expect((await give(token)).status).toBe(403);
      expect((await give(token, { id })).status).toBe(200);
      await nextDay();
      expect((await give(token)).status).toBe(403);
      const stored = store.server.db.selectFrom('signals').selectAll().where('team', '=', 'Far');
      expect(await stored.execute()).toHaveLength(MOST_NAMELESS);
    });

    it('neither table lies in the order in which they came, and one transaction wrote all of a day', async () => {
      const people = ['v', 'w', 'x', 'y', 'z'].map((name) => member(`${name}@order.example.org`, 'Order'));
      const ids: string[] = Array.from({ length: people.length }, () => randomUUID())
        .sort()
        .reverse();
      for (const [i, person] of people.entries()) await give(await fetchToken(await person), { id: ids[i] });
      await nextDay();
      const lying = async (table: 'signals' | 'signals_seen' | 'signal_givers', column: string) => {
        const { rows } = await sql<{ id: string; xmin: string }>`
          select ${sql.ref(column)} as id, xmin::text as xmin from ${sql.table(table)}
          ${table === 'signals_seen' ? sql`` : sql`where team = 'Order'`} order by ctid`.execute(
          store.server.db,
        );
        return rows;
      };
      const signals = await lying('signals', 'signal_id');
      const seen = await lying('signals_seen', 'signal_id');
      const givers = await lying('signal_givers', 'token_hash');
      expect([signals.length, givers.length]).toEqual([5, 5]);
      for (const rows of [signals, seen, givers])
        expect(rows.map((row) => row.id)).toEqual(rows.map((row) => row.id).sort());
      expect(new Set([...signals, ...seen, ...givers].map((row) => row.xmin)).size).toBe(1);
      expect(await store.server.db.selectFrom('signal_inbox').selectAll().execute()).toEqual([]);
      // What lies in a browser leads to no row of what was said.
      expect(seen.map((row) => row.id)).toEqual(expect.arrayContaining(ids));
      expect(signals.map((row) => row.id).filter((id) => ids.includes(id))).toEqual([]);
    });

    it('is moved once a day, whichever process asks', async () => {
      const now = await nextDay();
      expect(await moveSignals(store.server.db, now)).toBe(false);
    });

    it('is shown once five different people of the team gave in that month, not before the next day, and no other team’s with it', async () => {
      const people = ['a', 'b', 'c', 'd', 'e'].map((name) => member(`${name}@east.example.org`, 'East'));
      const tokens: Token[] = [];
      for (const person of people) tokens.push(await fetchToken(await person));
      const shown = async () => (await listed('executive')).filter(({ givenBy }) => givenBy === null);
      const east = async () => (await shown()).filter(({ team }) => team === 'East');
      for (const token of tokens.slice(0, 4)) await give(token);
      await nextDay();
      expect(await east()).toEqual([]);
      const fifth = tokens[4];
      if (fifth) await give(fifth);
      expect(await east()).toEqual([]);
      await nextDay();
      const others = (await shown()).filter(({ team }) => team === 'West' || team === 'Far');
      expect(others).toEqual([]);
      expect((await east()).map(({ team }) => team)).toEqual(['East', 'East', 'East', 'East', 'East']);
    });
  });
});
