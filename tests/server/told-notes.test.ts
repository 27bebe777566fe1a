import { afterAll, beforeAll, expect, it } from 'vitest';
import { complaintClock, type Jurisdiction } from '@/lib/domain/complaint-clock';
import { organisationRulesSchema } from '@/lib/domain/organisation-rules';
import { customerDetailSchema } from '@/lib/protocol/customer-detail';
import { describeEachDatabase } from './support/databases';
import { addKnownCustomer } from './support/known-customer';
import { makeMutation } from './support/make-mutation';
import { pushAs } from './support/push-mutations';
import { startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('what is told of a customer’s contacts', (kind) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await startTestStore(kind);
  });
  afterAll(() => store.stop());

  it('tells calls that came in from those that we made, and since when a complaint is open', async () => {
    const { cardNumber } = await addKnownCustomer(store);
    const about = { userId: store.users.rep, customer: { cardNumber } };
    const complained = makeMutation({ ...about, content: { complaint: true } });
    const called = makeMutation({ ...about, note: { direction: 'outreach' } });
    const pushed = await pushAs(store, 'rep', [complained, called]);
    expect(pushed.map(({ status }) => status)).toEqual(['applied', 'applied']);
    const answer = await store.as('rep', `/v1/customers/${cardNumber}/detail`);
    const { notes, complaint, openCase } = customerDetailSchema.parse(await answer.json());
    expect(notes.map((n) => [n.noteId, n.direction]).sort()).toEqual(
      [
        [complained.args.noteId, 'inbound'],
        [called.args.noteId, 'outreach'],
      ].sort(),
    );
    const { calendar, jurisdictions } = organisationRulesSchema.parse({});
    const dues = complaintClock(
      jurisdictions[0] as Jurisdiction,
      calendar,
      new Date(complained.args.startedAt),
    );
    expect(complaint).toEqual({
      ...{ openedAt: complained.args.startedAt, jurisdiction: null },
      steps: dues.map(({ name, on }) => ({ name, dueAt: on })),
    });
    expect(dues.map(({ name }) => name)).toEqual(['First answer', 'Final answer']);
    expect(openCase).toBeNull();
  });
});
