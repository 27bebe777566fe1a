import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { uuidv7 } from '@/lib/platform/ids';
import { type DeskItem, deskListSchema, previewSchema, publishedSchema } from '@/lib/protocol/desk';
import { doubtListSchema } from '@/lib/protocol/doubt-list';
import type { PlaceInTeam } from '@/lib/protocol/teams';
import { placeInTeam, removeTeam } from '@/server/teams/change-teams';
import { addPerson } from './support/add-person';
import { describeEachDatabase, describeEachServer } from './support/databases';
import { teamIdOf } from './support/team-id-of';
import { startTestStore, type TestStore } from './support/test-store';
import { addSouth } from './support/two-teams';

const newId = () => uuidv7(new Date());

/** A store with the teams North and South; `ask` asks as North's supervisor unless it is said otherwise. */
function useTeams(kind: Parameters<Parameters<typeof describeEachDatabase>[1]>[0]) {
  const running = {} as { store: TestStore; south: Awaited<ReturnType<typeof addSouth>> };
  beforeAll(async () => {
    running.store = await startTestStore(kind);
    running.south = await addSouth(running.store);
  });
  afterAll(() => running.store.stop());

  const db = () => running.store.server.db;
  const asSupervisor = (path: string, body?: unknown) => running.store.as('supervisor', path, body);
  const list = async (query = '') =>
    deskListSchema.parse(await (await asSupervisor(`/v1/desk/notes${query}`)).json());
  const seen = async (query = '') => (await list(query)).notes.map((note: DeskItem) => note.noteId);
  const place = async (name: string, part: Partial<PlaceInTeam>) => {
    const of = { teamId: await teamIdOf(db(), name), userId: running.store.users.supervisor };
    expect(await placeInTeam(db(), { ...of, member: false, supervises: false, ...part })).toBe('placed');
  };
  const clear = async () => {
    await db().deleteFrom('note_reviews').execute();
    await db().deleteFrom('doubts').execute();
  };
  return { running, db, asSupervisor, list, seen, place, clear };
}

describeEachDatabase('whose notes a supervisor sees', (kind) => {
  const { running, db, asSupervisor, list, seen, place, clear } = useTeams(kind);
  afterEach(async () => {
    await clear();
    await place('North', { supervises: true, member: true });
    await place('South', {});
  });
  const write = (team: 'North' | 'South', content = {}) => running.south.write(team, content);
  const administrators = async (query = '') => {
    const answer = await running.store.as('administrator', `/v1/desk/notes${query}`);
    return deskListSchema.parse(await answer.json()).notes.map((note) => note.noteId);
  };

  it('is of the teams they supervise; an administrator sees everybody’s', async () => {
    const [north, south] = [await write('North'), await write('South')];
    expect(await seen()).toEqual([north]);
    expect(await administrators()).toEqual([north, south]);
    await place('South', { supervises: true });
    expect(await seen()).toEqual([north, south]);
  });

  it('no count, no word and no filter tells of another team’s', async () => {
    const north = await write('North');
    await write('South');
    await write('South', { promise: { what: 'Ring her', dueOn: '2099-01-04', by: 'me' } });
    expect((await list()).counts).toEqual({ waiting: 1, asked: 0, reviewed: 0 });
    expect([await seen('?text=parsnip'), await seen('?text=turnip')]).toEqual([[north], []]);
    expect(await seen('?why=promise')).toEqual([]);
    expect(await seen(`?authorId=${running.south.rep.id}`)).toEqual([]);
  });

  it('nor does a page’s end: the next page is their own, wherever another’s note stands', async () => {
    const [south, north] = [await write('South'), await write('North')];
    const all = await running.store.as('administrator', '/v1/desk/notes');
    const [first] = deskListSchema.parse(await all.json()).notes;
    expect(first?.noteId).toBe(south);
    const cursor = Buffer.from(JSON.stringify([0, first?.arrivedAt, south])).toString('base64url');
    expect(await seen(`?after=${cursor}`)).toEqual([north]);
  });

  it('nor does a preview: another team’s reasons and complaints are not counted', async () => {
    const notes = [{ noteId: await write('South', { reasons: ['billing-error'] }), version: 1 }];
    const preview = await (await asSupervisor('/v1/desk/publish/preview', { notes })).json();
    expect(previewSchema.parse(preview)).toEqual({
      ...{ notes: [{ noteId: notes[0]?.noteId, will: 'not-found', was: null }] },
      ...{ reasons: [], complaints: 0 },
    });
  });

  it('of several chosen, their own are published, and another team’s answers as what is nowhere', async () => {
    const notes = [await write('North'), await write('South')].map((noteId) => ({ noteId, version: 1 }));
    for (const { noteId } of notes)
      await running.store.as('administrator', `/v1/desk/notes/${noteId}/review`, {
        ...{ requestId: newId(), version: 1, correction: null },
      });
    const answer = await asSupervisor('/v1/desk/publish', { requestId: newId(), notes });
    const { results } = publishedSchema.parse(await answer.json());
    expect(results.map(({ result }) => result)).toEqual(['published', 'not-found']);
  });

  it('ends with the team: what was read before can’t be reviewed, and a request sent again tells nothing', async () => {
    const [first, second] = [await write('North'), await write('North')];
    const review = { requestId: newId(), version: 1, correction: null };
    expect((await asSupervisor(`/v1/desk/notes/${first}/review`, review)).status).toBe(200);
    await place('North', { member: true });
    expect((await asSupervisor(`/v1/desk/notes/${first}/review`, review)).status).toBe(404);
    const late = await asSupervisor(`/v1/desk/notes/${second}/review`, { ...review, requestId: newId() });
    expect(late.status).toBe(404);
    expect(await seen()).toEqual([]);
  });

  it('goes by where the author belongs now, and by any of their teams', async () => {
    const south = await write('South');
    const userId = running.south.rep.id;
    await place('North', { userId, member: true });
    expect(await seen()).toEqual([south]);
    await place('South', { userId });
    expect(await seen()).toEqual([south]);
    await place('North', { userId });
    expect(await seen()).toEqual([]);
    await place('South', { userId, member: true });
  });

  it('is nobody’s of no team while there are teams, but for administrators', async () => {
    const alone = await write('South');
    const userId = running.south.rep.id;
    await place('South', { userId });
    await place('South', { supervises: true });
    expect([await seen(), await administrators()]).toEqual([[], [alone]]);
    await place('South', { userId, member: true });
  });

  it('is what a doubt’s author belongs to, too', async () => {
    const now = new Date().toISOString();
    const { customer_id, number } = await db()
      .selectFrom('card_numbers')
      .select(['customer_id', 'number'])
      .executeTakeFirstOrThrow();
    const doubt = { customer_id, card_number: number, card_version: 1, kind: 'other' as const };
    for (const [said, author_id] of [
      ['ours', running.store.users.rep],
      ['theirs', running.south.rep.id],
    ] as const)
      await db()
        .insertInto('doubts')
        .values({
          ...doubt,
          doubt_id: newId(),
          said,
          author_id,
          at: new Date(now),
          received_at: new Date(now),
        })
        .execute();
    const told = async (role: 'supervisor' | 'administrator') => {
      const answer = await running.store.as(role, '/v1/doubts');
      return doubtListSchema.parse(await answer.json()).doubts.map((one) => one.text);
    };
    expect(await told('supervisor')).toEqual(['ours']);
    expect((await told('administrator')).sort()).toEqual(['ours', 'theirs']);
  });
});

describeEachDatabase('a store without teams', (kind) => {
  const { running, db, seen } = useTeams(kind);

  it('shows every supervisor everybody’s notes, and an administrator too', async () => {
    const ids = [await running.south.write('North'), await running.south.write('South')];
    for (const name of ['North', 'South'])
      await removeTeam(db(), { teamId: await teamIdOf(db(), name), now: new Date() });
    expect(await seen()).toEqual(ids);
    const sue = await running.south.supervisor.call('/v1/desk/notes');
    expect(deskListSchema.parse(await sue.json()).notes).toHaveLength(2);
    const lone = await addPerson(running.store, { name: 'Lea', role: 'supervisor', team: 'West' });
    expect(await seen()).toEqual([]);
    expect(deskListSchema.parse(await (await lone.call('/v1/desk/notes')).json()).notes).toEqual([]);
  });
});

describeEachServer('a supervisor who loses a team while they publish', (kind) => {
  const { running, db, asSupervisor, place } = useTeams(kind);

  it('publishes none of what comes after that', async () => {
    const notes = [await running.south.write('North'), await running.south.write('North')].map((noteId) => ({
      noteId,
      version: 1,
    }));
    const [first, second] = notes.map(({ noteId }) => noteId);
    for (const noteId of [first, second])
      await asSupervisor(`/v1/desk/notes/${noteId}/review`, {
        ...{ requestId: newId(), version: 1, correction: null },
      });
    const stateOf = async (noteId: string | undefined) =>
      (
        await db()
          .selectFrom('note_reviews')
          .select('state')
          .where('note_id', '=', noteId ?? '')
          .executeTakeFirstOrThrow()
      ).state;
    const publishing = await db()
      .transaction()
      .execute(async (trx) => {
        // Who publishes waits here, at the second note, with the first one published.
        await trx
          .selectFrom('notes')
          .select('note_id')
          .where('note_id', '=', second ?? '')
          .forUpdate()
          .execute();
        const asked = asSupervisor('/v1/desk/publish', { requestId: newId(), notes });
        await expect.poll(() => stateOf(first)).toBe('published');
        await place('North', { member: true });
        return { asked };
      });
    const { results } = publishedSchema.parse(await (await publishing.asked).json());
    expect(results.map(({ result }) => result)).toEqual(['published', 'not-found']);
    expect(await stateOf(second)).toBe('reviewed');
  });
});
