import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { Offer } from '@/lib/domain/note';
import { uuidv7 } from '@/lib/platform/ids';
import {
  type Approval,
  approvalAnsweredSchema,
  approvalSchema,
  offersTodaySchema,
  waitingApprovalsSchema,
} from '@/lib/protocol/approval';
import type { Role } from '@/lib/protocol/session';
import { createUser } from '@/server/auth/create-user';
import { mergeCustomers } from '@/server/customers/merge-customers';
import { readPlaybook } from '@/server/db/read-playbook';
import { addCustomer } from './support/add-customer';
import { describeEachDatabase } from './support/databases';
import { addKnownCustomer, cardNumberOf } from './support/known-customer';
import { makeMutation } from './support/make-mutation';
import { getTokens } from './support/oauth-flow';
import { PASSWORD, startTestStore, type TestStore } from './support/test-store';

type Person = { id: string; name: string; call(path: string, body?: unknown): Promise<Response> };

describeEachDatabase('approvals', (kind) => {
  let store: TestStore;
  let cardNumber: number;
  let customerId: string;
  /** the first three are asked, in this order; `far` is of another team, and `last` never comes to it */
  let rep: Person;
  let other: Person;
  let near: Person;
  let far: Person;
  let admin: Person;
  let executive: Person;

  async function person(name: string, role: Role, team: string): Promise<Person> {
    const email = `${name.toLowerCase()}@example.org`;
    const id = await createUser(store.server.db, { email, name, password: PASSWORD, role, team }, new Date());
    const { access_token } = await getTokens(store.server.url, { email, password: PASSWORD });
    const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' };
    const call = (path: string, body?: unknown) =>
      fetch(store.server.url + path, {
        headers,
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      });
    return { id, name, call };
  }

  beforeAll(async () => {
    store = await startTestStore(kind);
    // Those who every test store has would be asked too.
    await store.server.db.updateTable('user').set({ role: 'executive' }).where('role', '!=', 'rep').execute();
    ({ cardNumber, customerId } = await addKnownCustomer(store));
    rep = await person('Rosa', 'rep', 'Blue');
    other = await person('Tom', 'rep', 'Blue');
    near = await person('Nora', 'supervisor', 'Blue');
    far = await person('Abel', 'supervisor', 'Green');
    admin = await person('Ada', 'administrator', 'Blue');
    executive = await person('Eva', 'executive', 'Blue');
  });
  afterAll(() => store.stop());

  const request = (more: object = {}) => ({
    ...{ id: uuidv7(new Date()), noteId: uuidv7(new Date()), customer: { cardNumber, identifiers: [] } },
    ...{ actionCode: 'refund-charge', amountMinor: 9000, why: 'Charged three times', ...more },
  });
  const read = async (answer: Response): Promise<Approval> => {
    expect(answer.status).toBe(200);
    return approvalSchema.parse(await answer.json());
  };
  const ask = async (more: object = {}, by = rep) => read(await by.call('/v1/approvals', request(more)));
  const state = async (id: string, by = rep) => read(await by.call(`/v1/approvals/${id}`));
  const answerRaw = (by: Person, id: string, answer = 'granted', line = '') =>
    by.call(`/v1/approvals/${id}/answer`, { answer, line });
  const answer = async (by: Person, id: string, said = 'granted', line = '') =>
    approvalAnsweredSchema.parse(await (await answerRaw(by, id, said, line)).json());
  const waitingFor = async (by: Person) =>
    waitingApprovalsSchema.parse(await (await by.call('/v1/approvals')).json()).approvals;
  /** As if it had been asked so many seconds earlier. */
  async function age(id: string, seconds: number): Promise<void> {
    const earlier = (at: Date) => new Date(at.getTime() - seconds * 1000);
    const row = await store.server.db
      .selectFrom('approvals')
      .select(['asked_at', 'expires_at', 'customer_id'])
      .where('approval_id', '=', id)
      .executeTakeFirstOrThrow();
    const expires_at = earlier(row.expires_at);
    await store.server.db
      .updateTable('approvals')
      .set({ asked_at: earlier(row.asked_at), expires_at })
      .where('customer_id', '=', row.customer_id)
      .where('approval_id', '=', id)
      .execute();
    await store.server.db
      .updateTable('approval_owners')
      .set({ expires_at })
      .where('approval_id', '=', id)
      .execute();
  }

  describe('who is asked', () => {
    it('supervisors of the team, then others, then administrators; 60 seconds each', async () => {
      const asked = await ask();
      expect(asked).toMatchObject({ state: 'waiting', people: ['Nora', 'Abel', 'Ada'], turnSeconds: 60 });
      expect(asked.why).toBe('Charged three times');
    });

    it('each in their turn, and never before it', async () => {
      const { id } = await ask();
      const sees = async (by: Person) => (await waitingFor(by)).some((a) => a.id === id);
      expect([await sees(near), await sees(far), await sees(admin)]).toEqual([true, false, false]);
      expect((await answerRaw(far, id)).status).toBe(404);
      await age(id, 61);
      expect([await sees(near), await sees(far), await sees(admin)]).toEqual([true, true, false]);
      await age(id, 60);
      expect([await sees(near), await sees(far), await sees(admin)]).toEqual([true, true, true]);
      await age(id, 60);
      expect([await sees(near), await sees(far), await sees(admin)]).toEqual([false, false, false]);
    });

    it('never the one who asks', async () => {
      const asked = await ask({}, near);
      expect(asked.people).toEqual(['Abel', 'Ada']);
    });

    it('with who asks, whom it is about, what, how much and why', async () => {
      const { id } = await ask();
      expect((await waitingFor(near)).find((a) => a.id === id)).toMatchObject({
        ...{ askedBy: { name: 'Rosa', team: 'Blue' }, customerName: 'Somebody', cardNumber },
        ...{ actionCode: 'refund-charge', amountMinor: 9000, why: 'Charged three times' },
      });
    });

    it('for as long as the organisation says', async () => {
      const { db } = store.server;
      const playbook = await readPlaybook(db);
      const set = (approvalSeconds: number) =>
        db
          .updateTable('playbooks')
          .set({ content: JSON.stringify({ ...playbook, approvalSeconds }) })
          .execute();
      await set(5);
      const asked = await ask();
      await set(60);
      expect(asked.turnSeconds).toBe(5);
    });
  });

  describe('a question', () => {
    it('is asked once, however often it is sent, and is nobody else’s', async () => {
      const question = request();
      const first = await read(await rep.call('/v1/approvals', question));
      const again = await read(await rep.call('/v1/approvals', { ...question, amountMinor: 1 }));
      expect(again).toMatchObject({ id: first.id, amountMinor: 9000, askedAt: first.askedAt });
      expect((await other.call('/v1/approvals', question)).status).toBe(404);
      expect((await waitingFor(near)).filter((a) => a.id === question.id)).toHaveLength(1);
    });

    it.each([
      ['no reason', { why: '  ' }],
      ['an amount below nothing', { amountMinor: -1 }],
      ['an id of another kind', { id: 'c9b0f3f0-0000-4000-8000-000000000000' }],
      ['a customer whom nobody knows by that card', { customer: { cardNumber: 999_999, identifiers: [] } }],
      ['nobody at all', { customer: { cardNumber: null, identifiers: [] } }],
    ])('with %s is refused', async (_, more) => {
      expect((await rep.call('/v1/approvals', request(more))).status).toBe(400);
    });

    it('keeps no card number', async () => {
      const { id } = await ask({ why: 'paid with 4111 1111 1111 1111' });
      expect((await waitingFor(near)).find((a) => a.id === id)?.why).not.toContain('1111 1111');
    });

    it('about somebody new is about the same customer as the note that follows', async () => {
      const identifiers = [{ kind: 'email', value: 'new@example.org' }];
      const { id } = await ask({ customer: { cardNumber: null, identifiers } });
      await answer(near, id);
      const row = await store.server.db
        .selectFrom('identifier_owners')
        .innerJoin('approvals', 'approvals.customer_id', 'identifier_owners.customer_id')
        .select('approval_id')
        .where('approval_id', '=', id)
        .executeTakeFirst();
      expect(row?.approval_id).toBe(id);
    });
  });

  describe('an answer', () => {
    it.each(['granted', 'refused'])('%s, with a line, reaches who asked', async (said) => {
      const { id } = await ask();
      expect((await answer(near, id, said, 'Once, for this.')).counted).toBe(true);
      expect(await state(id)).toMatchObject({
        ...{ state: said, answeredBy: 'Nora', answer: 'Once, for this.' },
      });
      expect((await waitingFor(near)).some((a) => a.id === id)).toBe(false);
    });

    it('of two at once counts exactly once, and the other is told whose', async () => {
      for (let round = 0; round < 10; round += 1) {
        const { id } = await ask();
        await age(id, 61);
        const [a, b] = await Promise.all([answer(near, id, 'granted'), answer(far, id, 'refused')]);
        expect([a.counted, b.counted].filter(Boolean)).toHaveLength(1);
        const end = await state(id);
        for (const { approval } of [a, b])
          expect(approval).toMatchObject({ state: end.state, answeredBy: end.answeredBy });
        expect(end.answeredBy).toBe(a.counted ? 'Nora' : 'Abel');
      }
    });

    it('sent again after its own was lost counts as before; the other way round it doesn’t', async () => {
      const { id } = await ask();
      await answer(near, id);
      expect((await answer(near, id)).counted).toBe(true);
      expect((await answer(near, id, 'refused')).counted).toBe(false);
      expect((await state(id)).state).toBe('granted');
    });

    it('that comes when everybody’s time is over doesn’t count', async () => {
      const { id } = await ask();
      await age(id, 181);
      expect(await state(id)).toMatchObject({ state: 'unanswered', answeredBy: null });
      expect(await answer(near, id)).toMatchObject({ counted: false, approval: { state: 'unanswered' } });
    });

    it('that comes after it was taken back doesn’t count; one that came before stands', async () => {
      const { id } = await ask();
      expect(await read(await rep.call(`/v1/approvals/${id}/withdraw`, {}))).toMatchObject({
        state: 'withdrawn',
      });
      expect(await answer(near, id)).toMatchObject({ counted: false, approval: { state: 'withdrawn' } });
      const late = await ask();
      await answer(near, late.id);
      expect(await read(await rep.call(`/v1/approvals/${late.id}/withdraw`, {}))).toMatchObject({
        state: 'granted',
      });
    });
  });

  describe('may do', () => {
    const people = () => ({ rep, other, near, far, admin, executive });
    it.each<[keyof ReturnType<typeof people>, Record<string, number>]>([
      ['rep', { ask: 200, list: 403, read: 200, answer: 403, withdraw: 200 }],
      ['other', { ask: 200, list: 403, read: 404, answer: 403, withdraw: 404 }],
      ['near', { ask: 200, list: 200, read: 200, answer: 200, withdraw: 404 }],
      ['far', { ask: 200, list: 200, read: 404, answer: 404, withdraw: 404 }],
      ['admin', { ask: 200, list: 200, read: 404, answer: 404, withdraw: 404 }],
      ['executive', { ask: 200, list: 403, read: 404, answer: 403, withdraw: 404 }],
    ])('%s: %j', async (who, expected) => {
      const by = people()[who];
      const [a, b] = [await ask(), await ask()];
      const got = {
        ask: (await by.call('/v1/approvals', request())).status,
        list: (await by.call('/v1/approvals')).status,
        read: (await by.call(`/v1/approvals/${a.id}`)).status,
        answer: (await answerRaw(by, a.id)).status,
        withdraw: (await by.call(`/v1/approvals/${b.id}/withdraw`, {})).status,
      };
      expect(got).toEqual(expected);
    });

    it('nobody who isn’t signed in', async () => {
      const { id } = await ask();
      const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
      for (const [path, init] of [
        ['/v1/approvals', {}],
        ['/v1/approvals', post],
        [`/v1/approvals/${id}`, {}],
        [`/v1/approvals/${id}/answer`, post],
        [`/v1/approvals/${id}/withdraw`, post],
        ['/v1/offers/today', {}],
      ] as const)
        expect((await fetch(store.server.url + path, init)).status).toBe(401);
    });
  });

  describe('an offer in a note', () => {
    const offer = (more: Partial<Offer>): Offer => ({
      ...{ id: uuidv7(new Date()), actionCode: 'refund-charge', amountMinor: 9000, state: 'accepted' },
      ...{ reference: '', taskOwner: '', at: new Date().toISOString(), approvalId: null, ...more },
    });
    async function flags(noteId: string, offers: Offer[], by = rep, customer = cardNumber) {
      const mutation = makeMutation({
        ...{ userId: by.id, customer: { cardNumber: customer }, note: { noteId } },
        content: { ...emptyNoteContent, offers },
      });
      expect((await by.call('/v1/mutations', { mutations: [mutation] })).status).toBe(200);
      const rows = await store.server.db
        .selectFrom('offers')
        .select(['offer_id', 'flag', 'approval_id'])
        .where('note_id', '=', noteId)
        .execute();
      return offers.map(({ id }) => {
        const row = rows.find((r) => r.offer_id === id);
        return row?.approval_id ? 'covered' : row?.flag;
      });
    }
    const granted = async (more: object = {}) => {
      const asked = await ask(more);
      await answer(near, asked.id);
      return asked;
    };

    it('is covered by the approval that was given for it, once', async () => {
      const { id: approvalId, noteId } = await granted();
      const offers = [offer({ approvalId }), offer({ approvalId }), offer({ amountMinor: 100 })];
      // The second one eats up what the rep may give themselves.
      expect(await flags(noteId, offers)).toEqual(['covered', 'over-limit', 'over-limit']);
    });

    it.each<[string, () => Promise<unknown>]>([
      [
        'for more than was approved',
        async () => {
          const { id: approvalId, noteId } = await granted();
          return flags(noteId, [offer({ approvalId, amountMinor: 9001 })]);
        },
      ],
      [
        'of something else',
        async () => {
          const { id: approvalId, noteId } = await granted({ actionCode: 'old-price-three-months' });
          return flags(noteId, [offer({ approvalId })]);
        },
      ],
      [
        'of another rep',
        async () => {
          const { id: approvalId, noteId } = await granted();
          return flags(noteId, [offer({ approvalId })], other);
        },
      ],
      [
        'in another call',
        async () => {
          const { id: approvalId } = await granted();
          return flags(uuidv7(new Date()), [offer({ approvalId })]);
        },
      ],
      [
        'for another customer',
        async () => {
          const { id: approvalId, noteId } = await granted();
          const someone = await addCustomer(store.server.db, {
            identifiers: [{ kind: 'email', value: `${noteId}@example.org` }],
          });
          await store.server.rescore();
          const theirs = await cardNumberOf(store.server.db, someone);
          return flags(noteId, [offer({ approvalId })], rep, theirs);
        },
      ],
      [
        'that was refused',
        async () => {
          const { id: approvalId, noteId } = await ask();
          await answer(near, approvalId, 'refused');
          return flags(noteId, [offer({ approvalId })]);
        },
      ],
      [
        'that still waits',
        async () => {
          const { id: approvalId, noteId } = await ask();
          return flags(noteId, [offer({ approvalId })]);
        },
      ],
    ])('is marked where the approval is one %s', async (_, made) => {
      expect(await made()).toEqual(['over-limit']);
    });

    it('goes with the customer when two turn out to be one', async () => {
      const email = { kind: 'email', value: 'twice@example.org' } as const;
      const from = await addCustomer(store.server.db, { identifiers: [email] });
      const { id: approvalId, noteId } = await granted({
        customer: { cardNumber: null, identifiers: [email] },
      });
      await mergeCustomers(store.server.db, { from, into: customerId }, new Date());
      expect(await state(approvalId)).toMatchObject({ state: 'granted' });
      expect(await flags(noteId, [offer({ approvalId })])).toEqual(['covered']);
    });

    it('counts for the rep’s day, once and not with what was approved', async () => {
      const giver = await person('Gil', 'rep', 'Blue');
      const today = async () =>
        offersTodaySchema.parse(await (await giver.call('/v1/offers/today')).json()).givenMinor;
      expect(await today()).toBe(0);
      const asked = await ask({}, giver);
      await answer(near, asked.id);
      const own = offer({ amountMinor: 700 });
      await flags(
        asked.noteId,
        [own, offer({ approvalId: asked.id }), offer({ amountMinor: 5, state: 'declined' })],
        giver,
      );
      expect(await today()).toBe(700);
    });
  });
});
