import { expect, it } from 'vitest';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { Offer } from '@/lib/domain/note';
import { uuidv7 } from '@/lib/platform/ids';
import { addCustomer, SOME_DAY } from './support/add-customer';
import type { Person } from './support/add-person';
import { useApprovalDesk } from './support/approval-desk';
import { describeEachDatabase } from './support/databases';
import { cardNumberOf } from './support/known-customer';
import { makeMutation } from './support/make-mutation';

describeEachDatabase('what is told to decide a question by', (kind) => {
  const { store, people, person, ask, age, answer, waitingFor, state } = useApprovalDesk(kind);
  const { rep, other, near, far, admin } = people;

  const offer = (more: Partial<Offer>): Offer => ({
    ...{ id: uuidv7(new Date()), actionCode: 'refund-charge', amountMinor: 1000, state: 'accepted' },
    ...{ reference: '', taskOwner: '', at: new Date().toISOString(), approvalId: null, ...more },
  });
  async function someone(): Promise<{ cardNumber: number }> {
    const { db, rescore } = store().server;
    const id = await addCustomer(db, {
      customer: { tier: 'Gold' },
      responses: [{ score: 1, answered_at: SOME_DAY }],
      cases: [{ due_at: SOME_DAY }, { due_at: new Date('2999-01-01') }],
      promises: [{ due_on: '2000-01-01' }, { due_on: '2999-01-01' }, { due_on: '2000-01-02', state: 'kept' }],
    });
    await rescore();
    return { cardNumber: await cardNumberOf(db, id) };
  }
  async function note(by: Person, customer: { cardNumber: number }, offers: Offer[], complaint = false) {
    const content = { ...emptyNoteContent, offers, complaint };
    const mutation = makeMutation({ userId: by.id, customer, content });
    expect((await by.call('/v1/mutations', { mutations: [mutation] })).status).toBe(200);
    await store().server.rescore();
    return mutation.args.noteId;
  }
  const factsFor = async (by: Person, id: string) => (await waitingFor(by)).find((a) => a.id === id)?.facts;

  it('is how the customer stands, what is open, what was given, and the rep’s own room', async () => {
    const customer = await someone();
    const at = new Date(Date.now() - 1000).toISOString();
    await note(other, customer, [offer({ amountMinor: 2000, at })], true);
    await note(rep, customer, [offer({ amountMinor: 500 }), offer({ state: 'declined', amountMinor: 700 })]);
    const { id } = await ask({ customer: { ...customer, identifiers: [] } });
    const facts = await factsFor(near, id);
    expect(facts).toMatchObject({
      ...{
        tier: 'Gold',
        complaintOpen: true,
        promises: { due: 1, broken: 1, late: [{ what: 'Call back', dueOn: '2000-01-01' }] },
      },
      caseOverdueSince: SOME_DAY.toISOString(),
      given: { minor: 2500, days: 90, last: [{ amountMinor: 500 }, { amountMinor: 2000 }] },
      room: { left: 5000, of: 5000, by: 'call' },
    });
    expect(facts?.level).not.toBe('unknown');
  });

  it('is since when the most urgent case is overdue, and the three promises that are late longest', async () => {
    const { db, rescore } = store().server;
    const due = (due_on: string) => ({ due_on, what: due_on });
    const id = await addCustomer(db, {
      cases: [
        { due_at: SOME_DAY },
        { due_at: new Date('2026-10-01T10:00:00Z') },
        { due_at: new Date('2026-10-20') },
      ],
      promises: ['2000-01-03', '2000-01-01', '2000-01-04', '2000-01-02'].map(due),
    });
    await rescore();
    const customer = { cardNumber: await cardNumberOf(db, id), identifiers: [] };
    const { id: asked } = await ask({ customer });
    const facts = await factsFor(near, asked);
    expect(facts?.caseOverdueSince).toBe('2026-10-01T10:00:00.000Z');
    expect(facts?.promises).toMatchObject({ due: 0, broken: 4 });
    expect(facts?.promises.late.map(({ what }) => what)).toEqual(['2000-01-01', '2000-01-02', '2000-01-03']);
  });

  it('goes by the narrowest of the rep’s limits: what the customer got already counts', async () => {
    const customer = await someone();
    for (const amountMinor of [4000, 4000]) await note(other, customer, [offer({ amountMinor })]);
    const { id } = await ask({ customer: { ...customer, identifiers: [] } });
    expect((await factsFor(near, id))?.room).toEqual({ left: 2000, of: 10_000, by: 'customer' });
  });

  it.each<[string, { before: number[]; here: number[]; left: number }]>([
    ['of the customer’s limit nothing is left', { before: [], here: [5000, 5000], left: 0 }],
    ['of the call’s limit less is left', { before: [], here: [3000], left: 2000 }],
    ['of the rep’s day it is taken off once', { before: [27_000], here: [1000], left: 2000 }],
  ])('counts what the saved note of that call gave: %s', async (_, { before, here, left }) => {
    const who = await person(`R${uuidv7(new Date())}`, 'rep', 'Blue');
    const offers = (amounts: number[]) => amounts.map((amountMinor) => offer({ amountMinor }));
    await note(who, await someone(), offers(before));
    const customer = await someone();
    const noteId = await note(who, customer, offers(here));
    const about = { ...customer, identifiers: [] };
    const { id } = await ask({ customer: about, noteId }, who);
    const another = await ask({ customer: about }, who);
    const room = (await factsFor(near, id))?.room.left;
    expect(room).toBe(left);
    expect(room).toBeLessThanOrEqual((await factsFor(near, another.id))?.room.left ?? -1);
  });

  it('reaches whoever may decide by now, and nobody else', async () => {
    const { id } = await ask();
    const told = async () => [await factsFor(near, id), await factsFor(far, id), await factsFor(admin, id)];
    expect((await told()).map(Boolean)).toEqual([true, false, false]);
    await age(id, 61);
    expect((await told()).map(Boolean)).toEqual([true, true, false]);
    expect(await state(id)).not.toHaveProperty('facts');
    await answer(near, id);
    expect((await told()).map(Boolean)).toEqual([false, false, false]);
  });

  it('is told of somebody whom nobody knows yet, too', async () => {
    const identifiers = [{ kind: 'email', value: `${uuidv7(new Date())}@example.org` }];
    const { id } = await ask({ customer: { cardNumber: null, identifiers } });
    expect(await factsFor(near, id)).toMatchObject({
      ...{ level: 'unknown', tier: null, complaintOpen: false, promises: { due: 0, broken: 0 } },
      given: { minor: 0, last: [] },
    });
  });
});
