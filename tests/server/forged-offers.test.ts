import { expect, it } from 'vitest';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { Offer } from '@/lib/domain/note';
import { DAY, HOUR } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import { offersTodaySchema } from '@/lib/protocol/approval';
import { customerDetailSchema } from '@/lib/protocol/customer-detail';
import type { SaveNote } from '@/lib/protocol/mutation';
import { readPlaybook } from '@/server/db/read-playbook';
import { addCustomer } from './support/add-customer';
import type { Person } from './support/add-person';
import { useApprovalDesk } from './support/approval-desk';
import { describeEachDatabase } from './support/databases';
import { cardNumberOf } from './support/known-customer';
import { makeEdit, makeMutation } from './support/make-mutation';

describeEachDatabase('what a client says of its offers', (kind) => {
  const { store, known, people, person, ask, answer, age, state } = useApprovalDesk(kind);
  const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
  const offer = (more: Partial<Offer> = {}): Offer => ({
    ...{ id: uuidv7(new Date()), actionCode: 'refund-charge', amountMinor: 700, state: 'accepted' },
    ...{ reference: '', taskOwner: '', at: ago(0), approvalId: null, ...more },
  });
  const db = () => store().server.db;

  let last = 0;
  const newcomer = () => {
    last += 1;
    return person(`Giver${last}`, 'rep', 'Blue');
  };
  async function customer(): Promise<number> {
    const id = await addCustomer(db(), {
      identifiers: [{ kind: 'email', value: `${uuidv7(new Date())}@example.org` }],
    });
    await store().server.rescore();
    return cardNumberOf(db(), id);
  }
  const noteOf = (by: Person, offers: Offer[], { on = known.cardNumber, noteId = uuidv7(new Date()) } = {}) =>
    makeMutation({
      ...{ userId: by.id, customer: { cardNumber: on }, note: { noteId } },
      content: { ...emptyNoteContent, offers },
    });
  async function send(by: Person, mutation: object): Promise<void> {
    const response = await by.call('/v1/mutations', { mutations: [mutation] });
    expect(await response.json()).toMatchObject({ results: [{ status: 'applied' }] });
  }
  async function give(by: Person, offers: Offer[], where = {}): Promise<SaveNote> {
    const mutation = noteOf(by, offers, where);
    await send(by, mutation);
    return mutation;
  }
  const today = async (by: Person) =>
    offersTodaySchema.parse(await (await by.call('/v1/offers/today')).json()).givenMinor;
  const flagsOf = (note: SaveNote) =>
    db()
      .selectFrom('offers')
      .select(['flag', 'approval_id'])
      .where('note_id', '=', note.args.noteId)
      .orderBy('offer_id')
      .execute();
  async function withLimits<T>(limits: object, work: () => Promise<T>): Promise<T> {
    const playbook = await readPlaybook(db());
    const set = (content: object) =>
      db()
        .updateTable('playbooks')
        .set({ content: JSON.stringify(content) })
        .execute();
    await set({ ...playbook, ...limits });
    try {
      return await work();
    } finally {
      await set(playbook);
    }
  }

  it('of a clock set back further than a weekend counts on the day when it reached the store', async () => {
    const giver = await newcomer();
    await give(giver, [offer({ at: ago(30 * DAY) }), offer({ at: ago(300 * DAY) })]);
    expect(await today(giver)).toBe(1400);
  });

  it('of days without a network counts on those days, each with its own limit', async () => {
    const giver = await newcomer();
    await withLimits({ limitPerDayMinor: 1000, limitPerCustomerMinor: null }, async () => {
      const first = await give(giver, [offer({ at: ago(2 * DAY) })]);
      const second = await give(giver, [offer({ at: ago(DAY) })]);
      expect(await today(giver)).toBe(0);
      const third = await give(giver, [offer({ at: ago(2 * DAY) })]);
      const flags = await Promise.all([first, second, third].map(async (n) => (await flagsOf(n))[0]?.flag));
      expect(flags).toEqual([null, null, 'over-limit']);
    });
  });

  it('of a customer’s limit counts as of lately, however long ago it says it was', async () => {
    const [giver, on] = [await newcomer(), await customer()];
    await withLimits({ limitPerDayMinor: null, limitPerCustomerMinor: 1000, customerDays: 90 }, async () => {
      await give(giver, [offer({ at: ago(200 * DAY) })], { on });
      const again = await give(giver, [offer()], { on });
      expect((await flagsOf(again))[0]?.flag).toBe('over-limit');
    });
  });

  it('an edit counts when the offer was made, unless it gives more: that counts now', async () => {
    const giver = await newcomer();
    const made = offer({ at: ago(DAY + HOUR) });
    const note = await give(giver, [made]);
    await send(giver, makeEdit(note, 1, { offers: [{ ...made, reference: 'R-1' }] }));
    expect(await today(giver)).toBe(0);
    await send(giver, makeEdit(note, 2, { offers: [{ ...made, amountMinor: 900 }] }));
    expect(await today(giver)).toBe(900);
  });

  it('an offer with the id of another’s, of one’s own other note, or of the same note counts all the same', async () => {
    const [giver, other, on] = [await newcomer(), await newcomer(), await customer()];
    const taken = offer();
    await give(other, [taken], { on });
    await give(giver, [taken], { on });
    await give(giver, [{ ...taken, amountMinor: 100 }]);
    await give(giver, [taken, { ...taken, amountMinor: 30 }], { on });
    expect([await today(giver), await today(other)]).toEqual([700 + 100 + 730, 700]);
  });

  it('an approval that the store doesn’t know to cover it is none to whoever reads the note', async () => {
    const [giver, on] = [await newcomer(), await customer()];
    const asked = await ask({ customer: { cardNumber: on, identifiers: [] } }, giver);
    await answer(people.near, asked.id);
    const mine = offer({ approvalId: asked.id, amountMinor: 9000 });
    const forged = offer({ approvalId: uuidv7(new Date()) });
    await give(giver, [mine, forged], { on, noteId: asked.noteId });
    const elsewhere = await give(people.other, [offer({ approvalId: asked.id })], { on });
    const answered = await giver.call(`/v1/customers/${on}/detail`);
    const { notes } = customerDetailSchema.parse(await answered.json());
    const told = notes.flatMap(({ noteId, content }) =>
      content.offers.map((o) => [noteId === elsewhere.args.noteId ? 'other' : 'own', o.approvalId]),
    );
    expect(told.sort()).toEqual(
      [
        ['other', null],
        ['own', asked.id],
        ['own', null],
      ].sort(),
    );
    // Who said yes is told of that one alone.
    const saidYes = Object.assign({}, ...notes.map(({ approvedBy }) => approvedBy));
    expect(saidYes).toEqual({ [mine.id]: asked.people[0] });
  });

  it('nobody is said to have said yes to what may be given since nobody answered', async () => {
    const [giver, on] = [await newcomer(), await customer()];
    const asked = await ask({ customer: { cardNumber: on, identifiers: [] } }, giver);
    await age(asked.id, 3600);
    expect((await state(asked.id, giver)).state).toBe('unanswered');
    const { actions } = await readPlaybook(db());
    const actionCode = actions.find(({ fallback }) => fallback)?.code ?? '';
    const mine = offer({ actionCode, amountMinor: null, approvalId: asked.id });
    await give(giver, [mine], { on, noteId: asked.noteId });
    const answered = await giver.call(`/v1/customers/${on}/detail`);
    const { notes } = customerDetailSchema.parse(await answered.json());
    expect(notes.map(({ content, approvedBy }) => [content.offers[0]?.approvalId, approvedBy])).toEqual([
      [asked.id, {}],
    ]);
  });

  it('an approval that was spent on what is done covers nothing that an edit adds', async () => {
    const [giver, on] = [await newcomer(), await customer()];
    const asked = await ask({ customer: { cardNumber: on, identifiers: [] } }, giver);
    await answer(people.near, asked.id);
    const done = offer({ approvalId: asked.id, amountMinor: 9000, state: 'done', reference: 'R-1' });
    const note = await give(giver, [done], { on, noteId: asked.noteId });
    const more = offer({ approvalId: asked.id, amountMinor: 9000 });
    await send(giver, makeEdit(note, 1, { offers: [more, done] }));
    expect(await flagsOf(note)).toEqual([
      { flag: null, approval_id: asked.id },
      { flag: 'over-limit', approval_id: null },
    ]);
  });
});
