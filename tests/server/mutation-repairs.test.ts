import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NoteCustomer } from '@/lib/domain/note';
import { uuidv7 } from '@/lib/platform/ids';
import { sessionSchema } from '@/lib/protocol/session';
import { describeEachDatabase } from './support/databases';
import { addKnownCustomer } from './support/known-customer';
import { type MutationSpec, makeMutation } from './support/make-mutation';
import { pushAs } from './support/push-mutations';
import { startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('what a note brings that can’t be so', (kind) => {
  let store: TestStore;
  let cardNumber: number;

  beforeAll(async () => {
    store = await startTestStore(kind);
    ({ cardNumber } = await addKnownCustomer(store, { kind: 'phone', value: '+4420555010' }));
  });
  afterAll(() => store.stop());

  const note = (customer: Partial<NoteCustomer>, spec: Omit<Partial<MutationSpec>, 'customer'> = {}) =>
    makeMutation({ userId: store.users.rep, customer, ...spec });
  const onCard = (spec: Omit<Partial<MutationSpec>, 'customer'> = {}) => note({ cardNumber }, spec);

  const push = (...mutations: object[]) => pushAs(store, 'rep', mutations);

  const notesWith = (noteId: string) =>
    store.server.db.selectFrom('notes').selectAll().where('note_id', '=', noteId).execute();

  it('keeps a note with offers that no rep may make, and marks those', async () => {
    const { playbook } = sessionSchema.parse(await (await store.as('rep', '/v1/session')).json());
    const limit = playbook.limitMinor;
    const made = [
      ['refund-charge', limit + 1, 'declined'],
      ['refund-charge', limit, 'accepted'],
      ['refund-charge', 1, 'accepted'],
      ['give-a-car', null, 'offered'],
      ['refund-charge', null, 'offered'],
    ] as const;
    const offers = made.map(([actionCode, amountMinor, state]) => {
      const words = { reference: '', taskOwner: '', approvalId: null, at: new Date().toISOString() };
      return { id: uuidv7(new Date()), actionCode, amountMinor, state, ...words };
    });
    const mutation = onCard({ content: { offers } });
    expect((await push(mutation)).map((r) => r.status)).toEqual(['applied']);
    const rows = await store.server.db
      .selectFrom('offers')
      .select(['offer_id', 'flag'])
      .where('note_id', '=', mutation.args.noteId)
      .execute();
    const flags = offers.map(({ id }) => rows.find((row) => row.offer_id === id)?.flag);
    expect(flags).toEqual(['over-limit', null, 'over-limit', 'unknown-action', null]);
    expect((await notesWith(mutation.args.noteId))[0]?.content.offers).toEqual(offers);
  });

  it('brings the times of a clock that is years off to within the last 366 days', async () => {
    const offerOf = (at: string) => ({
      ...{ id: uuidv7(new Date()), actionCode: 'refund-charge', amountMinor: 1, at },
      ...{ state: 'offered' as const, reference: '', taskOwner: '', approvalId: null },
    });
    const [past, future] = ['1970-01-01T00:00:00Z', '2199-01-01T00:00:00Z'];
    const note = { startedAt: past, endedAt: past };
    const mutation = onCard({ note, content: { offers: [offerOf(past), offerOf(future)] } });
    expect((await push(mutation)).map((r) => r.status)).toEqual(['applied']);
    const [row] = await notesWith(mutation.args.noteId);
    const earliest = (row?.received_at.getTime() ?? 0) - 366 * 86_400_000;
    expect([row?.started_at.getTime(), row?.ended_at.getTime()]).toEqual([earliest, earliest]);
    const kept = await store.server.db
      .selectFrom('offers')
      .select('at')
      .where('note_id', '=', mutation.args.noteId)
      .orderBy('at')
      .execute();
    expect(kept.map((offer) => offer.at.getTime())).toEqual([earliest, row?.received_at.getTime()]);
  });

  it('masks payment card numbers that a client let through', async () => {
    const card = '4111 1111 1111 1111';
    const mutation = onCard({
      content: { summary: `Pays with ${card}.`, promise: { what: card, dueOn: '2099-01-01', by: card } },
    });
    await push(mutation);
    const [row] = await notesWith(mutation.args.noteId);
    expect(JSON.stringify(row)).not.toContain('1111 1111');
    expect(row?.content.summary).toBe('Pays with •••• 1111.');
    const promises = await store.server.db
      .selectFrom('promises')
      .select('what')
      .where('promise_id', '=', mutation.args.noteId)
      .execute();
    expect(promises).toEqual([{ what: '•••• 1111' }]);
  });
});
