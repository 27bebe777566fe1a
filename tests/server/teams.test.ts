import { afterAll, beforeAll, expect, it } from 'vitest';
import { uuidv7 } from '@/lib/platform/ids';
import { customerDetailSchema } from '@/lib/protocol/customer-detail';
import { handoversSchema } from '@/lib/protocol/handover';
import { sessionSchema } from '@/lib/protocol/session';
import { teamsSchema } from '@/lib/protocol/teams';
import { wireErrorSchema } from '@/lib/protocol/wire-error';
import { peopleToAsk } from '@/server/approvals/people-to-ask';
import { placeInTeam } from '@/server/teams/change-teams';
import { addPerson, type Person } from './support/add-person';
import { describeEachDatabase, describeEachServer } from './support/databases';
import { teamIdOf } from './support/team-id-of';
import { startTestStore, type TestStore } from './support/test-store';
import { addSouth } from './support/two-teams';

describeEachDatabase('teams', (kind) => {
  let store: TestStore;
  let nia: Person;
  beforeAll(async () => {
    store = await startTestStore(kind);
    nia = await addPerson(store, { name: 'Nia', role: 'rep', team: '' });
  });
  afterAll(() => store.stop());

  const newId = () => uuidv7(new Date());
  const post = (path: string, body: object) => store.as('administrator', `/v1/teams${path}`, body);
  const list = async () => teamsSchema.parse(await (await store.as('administrator', '/v1/teams')).json());
  const team = async (id: string) => (await list()).teams.find((one) => one.id === id);
  const firstTeamOf = async (person: Person) =>
    sessionSchema.parse(await (await person.call('/v1/session')).json()).user.team;
  async function make(name: string): Promise<string> {
    const id = newId();
    expect((await post('', { id, name })).status).toBe(200);
    return id;
  }
  const place = (teamId: string, userId: string, part: object) =>
    post('/people', { teamId, userId, member: false, supervises: false, ...part });

  it('are made once under their id, listed by name with who is in them, and given another name', async () => {
    const id = await make('East');
    expect((await post('', { id, name: 'East' })).status).toBe(200);
    await place(id, nia.id, { member: true });
    await place(id, store.users.supervisor, { supervises: true });
    expect(await team(id)).toEqual({
      ...{ id, name: 'East', members: [nia.id], supervisors: [store.users.supervisor] },
    });
    expect((await list()).teams.map(({ name }) => name)).toEqual(['East', 'North']);
    expect((await list()).people).toContainEqual({
      ...{ id: nia.id, name: 'Nia', email: 'nia@example.org', role: 'rep' },
    });
    await post('', { id, name: ' Far East ' });
    expect((await team(id))?.name).toBe('Far East');
    expect(await firstTeamOf(nia)).toBe('Far East');
    await post('/remove', { id });
  });

  it.each([
    ['the name of another', { name: 'North' }, 409],
    ['no name', { name: '  ' }, 400],
    ['a name with what is not seen', { name: 'No\u200brth' }, 400],
    ['a name that has no end', { name: 'x'.repeat(81) }, 400],
  ])('are not made with %s', async (_, part, status) => {
    const answer = await post('', { id: newId(), ...part });
    expect(answer.status).toBe(status);
    expect(wireErrorSchema.parse(await answer.json()).error.code).toBe('bad-input');
  });

  it('are not renamed to another’s name', async () => {
    const id = await make('West');
    expect((await post('', { id, name: 'North' })).status).toBe(409);
    expect((await team(id))?.name).toBe('West');
    await post('/remove', { id });
  });

  it('one of a person’s goes first: the one they were in first, and while they are in it', async () => {
    const [first, second] = [await make('Zeta'), await make('Alpha')];
    await place(first, nia.id, { member: true });
    await place(second, nia.id, { member: true });
    expect(await firstTeamOf(nia)).toBe('Zeta');
    await place(first, nia.id, {});
    expect(await firstTeamOf(nia)).toBe('Alpha');
    await place(first, nia.id, { member: true });
    expect(await firstTeamOf(nia)).toBe('Alpha');
    expect((await post('/remove', { id: second })).status).toBe(200);
    expect(await firstTeamOf(nia)).toBe('Zeta');
    await post('/remove', { id: first });
    expect(await firstTeamOf(nia)).toBe('');
  });

  it('that are removed take nobody’s account or note along', async () => {
    const south = await addSouth(store);
    const noteId = await south.write('South');
    await post('/remove', { id: await teamIdOf(store.server.db, 'South') });
    expect(await firstTeamOf(south.rep)).toBe('');
    const { number } = await store.server.db
      .selectFrom('card_numbers')
      .select('number')
      .executeTakeFirstOrThrow();
    const answer = await south.rep.call(`/v1/customers/${number}/detail`);
    const { notes } = customerDetailSchema.parse(await answer.json());
    expect(notes.map((note) => note.noteId)).toContain(noteId);
  });

  it('are supervised by supervisors alone', async () => {
    const id = await make('East');
    for (const userId of [nia.id, store.users.executive, store.users.administrator])
      expect((await place(id, userId, { supervises: true, member: true })).status).toBe(400);
    expect(await team(id)).toMatchObject({ members: [], supervisors: [] });
    await post('/remove', { id });
  });

  it('that there aren’t, and people that there aren’t, are said not to be', async () => {
    const north = await teamIdOf(store.server.db, 'North');
    const asked = [
      post('/remove', { id: newId() }),
      place(newId(), nia.id, { member: true }),
      place(north, newId(), { member: true }),
    ];
    for (const answer of await Promise.all(asked)) {
      expect(answer.status).toBe(404);
      expect(wireErrorSchema.parse(await answer.json()).error.code).toBe('not-found');
    }
  });

  it('a question goes first to whoever supervises any team of who asks, then to other supervisors', async () => {
    const [east, west] = [await make('East'), await make('West')];
    for (const teamId of [east, west]) await place(teamId, nia.id, { member: true });
    const ada = await addPerson(store, { name: 'Ada', role: 'supervisor', team: 'North' });
    const zoe = await addPerson(store, { name: 'Zoe', role: 'supervisor', team: 'Other' });
    const first = async () => (await peopleToAsk(store.server.db, nia.id))[0];
    expect(await first()).toBe(ada.id);
    await place(west, zoe.id, { supervises: true });
    expect(await first()).toBe(zoe.id);
    await place(west, nia.id, {});
    expect(await first()).toBe(ada.id);
    for (const id of [east, west]) await post('/remove', { id });
  });
});

describeEachDatabase('a call that was handed to a team', (kind) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await startTestStore(kind);
  });
  afterAll(() => store.stop());

  it('is there for whoever belongs to it, also beside another team, and for nobody who only supervises it', async () => {
    const south = await addSouth(store);
    const { handoverId, cardNumber } = await south.work('South');
    const nia = await addPerson(store, { name: 'Nia', role: 'rep', team: 'North' });
    const { db } = store.server;
    const teamId = await teamIdOf(db, 'South');
    const place = (userId: string, part: object) =>
      placeInTeam(db, { teamId, userId, member: false, supervises: false, ...part });
    const found = async (call: Person['call']) => {
      const customer = { cardNumber, identifiers: [] };
      const answer = await call('/v1/handovers/find', { customer });
      const { handovers } = handoversSchema.parse(await answer.json());
      return handovers.map((one) => [one.handoverId, one.to.name]);
    };
    const asSupervisor: Person['call'] = (path, body) => store.as('supervisor', path, body);
    expect(await found(nia.call)).toEqual([]);
    await place(nia.id, { member: true });
    await place(store.users.supervisor, { supervises: true });
    expect(await found(nia.call)).toEqual([[handoverId, 'South']]);
    expect(await found(asSupervisor)).toEqual([]);
    expect((await asSupervisor('/v1/handovers/take', { handoverId })).status).toBe(404);
    expect((await nia.call('/v1/handovers/take', { handoverId })).status).toBe(200);
  });
});

describeEachDatabase('a call that was handed to a team that is removed', (kind) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await startTestStore(kind);
  });
  afterAll(() => store.stop());

  it('waits for nobody any more', async () => {
    const south = await addSouth(store);
    const { handoverId } = await south.work('South');
    const { db } = store.server;
    const waits = async () =>
      (
        await db
          .selectFrom('handovers')
          .select('expires_at')
          .where('handover_id', '=', handoverId)
          .executeTakeFirstOrThrow()
      ).expires_at > new Date();
    expect(await waits()).toBe(true);
    const id = await teamIdOf(db, 'South');
    expect((await store.as('administrator', '/v1/teams/remove', { id })).status).toBe(200);
    expect(await waits()).toBe(false);
  });
});

describeEachServer('two administrators at once', (kind) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await startTestStore(kind);
  });
  afterAll(() => store.stop());

  it('who put somebody into one team and take them out of the other leave them in a first team that is theirs', async () => {
    const { db } = store.server;
    const nia = await addPerson(store, { name: 'Nia', role: 'rep', team: 'A' });
    await addPerson(store, { name: 'Ben', role: 'rep', team: 'B' });
    const [a, b] = [await teamIdOf(db, 'A'), await teamIdOf(db, 'B')];
    const place = (teamId: string, member: boolean) =>
      placeInTeam(db, { teamId, userId: nia.id, member, supervises: false });
    for (let n = 0; n < 10; n += 1) {
      const [into, from] = n % 2 === 0 ? [b, a] : [a, b];
      await Promise.all([place(into, true), place(from, false)]);
      const { team } = await db
        .selectFrom('user')
        .select('team')
        .where('id', '=', nia.id)
        .executeTakeFirstOrThrow();
      expect(team).toBe(into);
    }
  });
});
