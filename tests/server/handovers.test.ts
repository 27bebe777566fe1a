import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import { HOUR } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import { customerDetailSchema } from '@/lib/protocol/customer-detail';
import {
  colleaguesSchema,
  type GivenNote,
  givenListSchema,
  handoversSchema,
  takenNoteSchema,
} from '@/lib/protocol/handover';
import type { HandOver } from '@/lib/protocol/mutation';
import { createUser } from '@/server/auth/create-user';
import { mergeCustomers } from '@/server/customers/merge-customers';
import { addCustomer } from './support/add-customer';
import { describeEachDatabase } from './support/databases';
import { addKnownCustomer, cardNumberOf } from './support/known-customer';
import { makeMutation } from './support/make-mutation';
import { getTokens } from './support/oauth-flow';
import { PASSWORD, startTestStore, type TestStore } from './support/test-store';

type Person = {
  id: string;
  get(path: string): Promise<Response>;
  post(path: string, body: unknown): Promise<Response>;
};
const NAMES = { ana: 'North', ben: 'South', chi: 'North', dov: 'North' } as const;
type Name = keyof typeof NAMES;

describeEachDatabase('handovers', (kind) => {
  let store: TestStore;
  let people: Record<Name, Person>;
  let customerId: string;
  let cardNumber: number;

  async function person(name: Name): Promise<Person> {
    const email = `${name}@example.org`;
    const user = { email, name, password: PASSWORD, role: 'rep', team: NAMES[name] } as const;
    const id = await createUser(store.server.db, user, new Date());
    const { access_token } = await getTokens(store.server.url, { email, password: PASSWORD });
    const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' };
    return {
      id,
      get: (path) => fetch(store.server.url + path, { headers }),
      post: (path, body) =>
        fetch(store.server.url + path, { method: 'POST', headers, body: JSON.stringify(body) }),
    };
  }

  beforeAll(async () => {
    store = await startTestStore(kind);
    const known = await addKnownCustomer(store);
    ({ customerId, cardNumber } = known);
    const entries: [Name, Person][] = [];
    for (const name of Object.keys(NAMES) as Name[]) entries.push([name, await person(name)]);
    people = Object.fromEntries(entries) as Record<Name, Person>;
  });
  afterAll(() => store.stop());

  function given(part: Partial<GivenNote> = {}, by: Name = 'ana'): HandOver {
    const now = new Date();
    const at = now.toISOString();
    return {
      ...{ id: uuidv7(now), clientId: '01890000-0000-7000-8000-000000000001', userId: people[by].id, at },
      name: 'handOver',
      args: {
        noteId: uuidv7(now),
        direction: 'inbound',
        customer: { cardNumber, identifiers: [] },
        content: {
          ...emptyNoteContent,
          caller: 'customer',
          summary: 'Router dead, card 4111 1111 1111 1111',
        },
        ...{
          startedAt: at,
          givenAt: at,
          moves: [],
          to: { kind: 'team' },
          ask: 'Please ring them',
          onLine: true,
        },
        ...part,
      },
    };
  }
  const push = async (by: Name, ...mutations: object[]) => {
    const answer = await people[by].post('/v1/mutations', { mutations });
    return ((await answer.json()) as { results: { status: string; code?: string }[] }).results;
  };
  const findAs = async (name: Name, customer: object = { cardNumber, identifiers: [] }) => {
    const answer = await people[name].post('/v1/handovers/find', { customer });
    return handoversSchema.parse(await answer.json()).handovers;
  };
  const idsFor = async (name: Name) => (await findAs(name)).map((h) => h.handoverId);
  const act = (name: Name, what: 'take' | 'withdraw' | 'close', handoverId: string) =>
    people[name].post(`/v1/handovers/${what}`, { handoverId });
  const mine = async (name: Name) =>
    givenListSchema.parse(await (await people[name].get('/v1/handovers/mine')).json()).given;

  it('become a note of whoever has them in hand, and of nobody else', async () => {
    const gift = given();
    const { noteId } = gift.args;
    const asNote = (by: Name) =>
      makeMutation({ userId: people[by].id, customer: { cardNumber }, note: { noteId } });
    await push('ana', gift);
    const refused = [{ status: 'rejected', code: 'not-allowed' }];
    expect(await push('dov', asNote('dov'))).toMatchObject(refused);
    expect((await act('chi', 'take', noteId)).status).toBe(200);
    for (const other of ['dov', 'ana'] as const)
      expect(await push(other, asNote(other))).toMatchObject(refused);
    expect(await push('chi', asNote('chi'))).toMatchObject([{ status: 'applied' }]);
  });

  it('for others don’t push out what is for the reader, however many they are', async () => {
    const email = { kind: 'email', value: 'often@example.org' } as const;
    const often = await addCustomer(store.server.db, { identifiers: [email] });
    const customer = { cardNumber: null, identifiers: [email] };
    const toChi = given({ customer });
    await push('ana', toChi);
    const row = await store.server.db
      .selectFrom('handovers')
      .selectAll()
      .where('customer_id', '=', often)
      .executeTakeFirstOrThrow();
    const newer = new Date(row.given_at.getTime() + 1000);
    const toBen = { ...row, to_team: null, to_user: people.ben.id, given_at: newer };
    const json = { content: JSON.stringify(row.content), customer_ref: JSON.stringify(row.customer_ref) };
    await store.server.db
      .insertInto('handovers')
      .values(
        Array.from({ length: 60 }, () => ({ ...toBen, ...json, moves: '[]', handover_id: uuidv7(newer) })),
      )
      .execute();
    expect((await findAs('chi', customer)).map((h) => h.handoverId)).toEqual([toChi.args.noteId]);
  });

  it('are never made of a note that is stored', async () => {
    const note = makeMutation({ userId: people.chi.id, customer: { cardNumber } });
    await push('chi', note);
    expect(await push('ana', given({ noteId: note.args.noteId }))).toMatchObject([
      { status: 'rejected', code: 'not-allowed' },
    ]);
  });

  it('are read by the giver’s team, by nobody of another, and the caller counts as not verified', async () => {
    const gift = given();
    expect(await push('ana', gift)).toMatchObject([{ status: 'applied' }]);
    const [found] = await findAs('chi');
    expect(found).toMatchObject({
      by: 'ana',
      mine: false,
      verified: true,
      onLine: true,
      ask: 'Please ring them',
    });
    expect(found?.content).toMatchObject({ caller: 'unverified', summary: 'Router dead, card •••• 1111' });
    expect(await idsFor('ben')).not.toContain(gift.args.noteId);
    expect((await act('ben', 'take', gift.args.noteId)).status).toBe(404);
    expect((await findAs('ana')).find((h) => h.handoverId === gift.args.noteId)?.mine).toBe(true);
  });

  it('to one person are read by that person alone, by the customer’s identifiers too', async () => {
    const gift = given({ to: { kind: 'colleague', userId: people.ben.id } });
    await push('ana', gift);
    const identifiers = [{ kind: 'email', value: 'known@example.org' }];
    const byMail = await findAs('ben', { cardNumber: null, identifiers });
    expect(byMail.map((h) => h.handoverId)).toEqual([gift.args.noteId]);
    expect(await idsFor('chi')).not.toContain(gift.args.noteId);
    expect((await act('chi', 'take', gift.args.noteId)).status).toBe(404);
    expect((await act('ben', 'take', gift.args.noteId)).status).toBe(200);
  });

  it('sent eight times at once are there once', async () => {
    const gift = given();
    const results = await Promise.all(Array.from({ length: 8 }, () => push('ana', gift)));
    const statuses = results.flat().map((r) => r.status);
    expect(statuses.filter((s) => s === 'applied')).toHaveLength(1);
    expect(statuses.filter((s) => s === 'duplicate')).toHaveLength(7);
    expect((await idsFor('chi')).filter((id) => id === gift.args.noteId)).toHaveLength(1);
  });

  it('go to one taker of many who want it at once, with the giver among them', async () => {
    for (let i = 0; i < 5; i += 1) {
      const gift = given();
      await push('ana', gift);
      const id = gift.args.noteId;
      const answers = await Promise.all([
        ...[act('chi', 'take', id), act('dov', 'take', id), act('chi', 'take', id)],
        ...[act('ana', 'withdraw', id), act('dov', 'take', id)],
      ]);
      const [chi, dov, chiAgain, ana, dovAgain] = answers.map((a) => a.status === 200);
      expect([chi, dov, ana].filter(Boolean)).toHaveLength(1);
      expect([chiAgain, dovAgain]).toEqual([chi, dov]);
    }
  });

  it('taken, and finished, say who began them, in the history; and nothing waits any more', async () => {
    const gift = given();
    await push('ana', gift);
    const { noteId } = gift.args;
    const taken = takenNoteSchema.parse(await (await act('chi', 'take', noteId)).json());
    expect(taken.customer).toEqual(gift.args.customer);
    expect(await idsFor('chi')).toContain(noteId);
    expect(await idsFor('dov')).not.toContain(noteId);
    const note = makeMutation({ userId: people.chi.id, customer: { cardNumber }, note: { noteId } });
    expect(await push('chi', note)).toMatchObject([{ status: 'applied' }]);
    expect(await idsFor('chi')).not.toContain(noteId);
    const detail = await (await people.dov.get(`/v1/customers/${cardNumber}/detail`)).json();
    const stored = customerDetailSchema.parse(detail).notes.find((n) => n.noteId === noteId);
    expect(stored).toMatchObject({ author: 'chi', begunBy: 'ana' });
    expect((await mine('ana')).find((g) => g.handoverId === noteId)).toMatchObject({
      state: 'taken',
      takenBy: 'chi',
    });
    await act('ana', 'close', noteId);
    expect((await mine('ana')).map((g) => g.handoverId)).not.toContain(noteId);
  });

  it('say to their giver whether they had verified the caller', async () => {
    const unverified = given({ content: { ...given().args.content, caller: 'unverified' } });
    const verified = given();
    await push('ana', unverified, verified);
    const told = await mine('ana');
    const of = ({ args }: HandOver) => told.find((g) => g.handoverId === args.noteId)?.verified;
    expect([of(unverified), of(verified)]).toEqual([false, true]);
  });

  it('that nobody took in time are their giver’s again, and nobody else’s', async () => {
    const givenAt = new Date(Date.now() - 9 * HOUR).toISOString();
    const gift = given({ givenAt });
    await push('ana', gift);
    const { noteId } = gift.args;
    expect(await idsFor('chi')).not.toContain(noteId);
    expect((await act('chi', 'take', noteId)).status).toBe(404);
    expect((await mine('ana')).find((g) => g.handoverId === noteId)?.state).toBe('expired');
    const back = takenNoteSchema.parse(await (await act('ana', 'withdraw', noteId)).json());
    expect(back.handover.content.summary).toContain('Router dead');
    expect((await act('ana', 'withdraw', noteId)).status).toBe(200);
  });

  it('follow a customer who is made one with another', async () => {
    const twin = await addCustomer(store.server.db, {
      identifiers: [{ kind: 'email', value: 'twin@example.org' }],
    });
    await store.server.rescore();
    const twinCard = await cardNumberOf(store.server.db, twin);
    const gift = given({ customer: { cardNumber: twinCard, identifiers: [] } });
    await push('ana', gift);
    await mergeCustomers(store.server.db, { from: twin, into: customerId }, new Date());
    expect(await idsFor('chi')).toContain(gift.args.noteId);
    expect((await act('chi', 'take', gift.args.noteId)).status).toBe(200);
  });

  describe('are refused', () => {
    it.each(['executive', 'administrator'] as const)('to an %s, who takes no calls', async (role) => {
      for (const path of ['/v1/colleagues', '/v1/handovers/mine'])
        expect((await store.as(role, path)).status).toBe(403);
      const body = { customer: { cardNumber, identifiers: [] } };
      expect((await store.as(role, '/v1/handovers/find', body)).status).toBe(403);
      const gift = { ...given(), userId: store.users[role] };
      const answer = await store.as(role, '/v1/mutations', { mutations: [gift] });
      expect(await answer.json()).toMatchObject({ results: [{ status: 'rejected', code: 'not-allowed' }] });
    });

    it('where they go to nobody who takes calls, or to oneself', async () => {
      for (const userId of ['nobody', store.users.executive, people.ana.id]) {
        const gift = given({ to: { kind: 'colleague', userId } });
        expect(await push('ana', gift)).toMatchObject([{ status: 'rejected', code: 'colleague-not-found' }]);
      }
    });

    it('under the id of another’s', async () => {
      const gift = given();
      await push('ana', gift);
      const theirs = { ...given({ noteId: gift.args.noteId }, 'chi') };
      expect(await push('chi', theirs)).toMatchObject([{ status: 'rejected', code: 'not-allowed' }]);
    });
  });

  it('colleagues are told by name and team alone', async () => {
    const answer = (await (await people.ana.get('/v1/colleagues')).json()) as { colleagues: object[] };
    const { team, colleagues } = colleaguesSchema.parse(answer);
    expect(team).toBe('North');
    const names = ['The rep', 'The supervisor', 'ben', 'chi', 'dov'];
    expect(colleagues.map((c) => c.name).sort()).toEqual(names);
    for (const one of answer.colleagues) expect(Object.keys(one).sort()).toEqual(['id', 'name', 'team']);
  });
});
