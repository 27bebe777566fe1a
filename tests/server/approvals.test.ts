import { describe, expect, it } from 'vitest';
import { uuidv7 } from '@/lib/platform/ids';
import { readPlaybook } from '@/server/db/read-playbook';
import type { Person } from './support/add-person';
import { useApprovalDesk } from './support/approval-desk';
import { describeEachDatabase } from './support/databases';

describeEachDatabase('approvals', (kind) => {
  const { store, known, people, person, ...desk } = useApprovalDesk(kind);
  const { request, read, ask, state, answerRaw, answer, waitingFor, age } = desk;
  const { rep, other, near, far, admin } = people;

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

    it('each sees theirs, however many wait for others', async () => {
      const loner = await person('Lou', 'rep', 'Green');
      const { db } = store().server;
      const id = uuidv7(new Date());
      const expires_at = new Date(Date.now() + 60_000);
      const owned = { customer_id: known.customerId, approval_id: '', expires_at };
      const noise = Array.from({ length: 150 }, (_, n) => ({ ...owned, approval_id: `noise-${n}` }));
      await db.insertInto('approval_owners').values(noise).execute();
      const others = noise.map((row) => ({ ...row, user_id: near.id, asked_from: new Date(0) }));
      await db.insertInto('approval_people').values(others).execute();
      await ask({ id }, loner);
      expect((await waitingFor(far)).some((a) => a.id === id)).toBe(true);
      await db.deleteFrom('approval_people').where('approval_id', 'like', 'noise-%').execute();
      await db.deleteFrom('approval_owners').where('approval_id', 'like', 'noise-%').execute();
    });

    it('with who asks, whom it is about, what, how much and why', async () => {
      const { id } = await ask();
      expect((await waitingFor(near)).find((a) => a.id === id)).toMatchObject({
        ...{
          askedBy: { name: 'Rosa', team: 'Blue' },
          customerName: 'Somebody',
          cardNumber: known.cardNumber,
        },
        ...{ actionCode: 'refund-charge', amountMinor: 9000, why: 'Charged three times' },
      });
    });

    it('for as long as the organisation says', async () => {
      const { db } = store().server;
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
      const row = await store()
        .server.db.selectFrom('identifier_owners')
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
    it.each<[keyof typeof people, Record<string, number>]>([
      ['rep', { ask: 200, list: 403, read: 200, answer: 403, withdraw: 200 }],
      ['other', { ask: 200, list: 403, read: 404, answer: 403, withdraw: 404 }],
      ['near', { ask: 200, list: 200, read: 200, answer: 200, withdraw: 404 }],
      ['far', { ask: 200, list: 200, read: 404, answer: 404, withdraw: 404 }],
      ['admin', { ask: 200, list: 200, read: 404, answer: 404, withdraw: 404 }],
      ['executive', { ask: 200, list: 403, read: 404, answer: 403, withdraw: 404 }],
    ])('%s: %j', async (who, expected) => {
      const by = people[who];
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
        expect((await fetch(store().server.url + path, init)).status).toBe(401);
    });
  });
});
