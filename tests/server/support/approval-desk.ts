import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { uuidv7 } from '@/lib/platform/ids';
import {
  type Approval,
  approvalAnsweredSchema,
  approvalSchema,
  waitingApprovalsSchema,
} from '@/lib/protocol/approval';
import type { Role } from '@/lib/protocol/roles';
import { addPerson, type Person } from './add-person';
import type { DatabaseKind } from './databases';
import { addKnownCustomer } from './known-customer';
import { startTestStore, type TestStore } from './test-store';

/** Who signs in before the first test: there is nothing of them earlier. */
const nobodyYet = (): Person => ({
  id: '',
  name: '',
  call: () => Promise.reject(new Error('not signed in yet')),
});

/** A store with a desk: who asks, and who is asked in this order: `near`, `far` of another team, `admin`. */
export function useApprovalDesk(kind: DatabaseKind) {
  let running: TestStore | null = null;
  const store = (): TestStore => {
    if (!running) throw new Error('the store has not started');
    return running;
  };
  const known = { cardNumber: 0, customerId: '' };
  const people = {
    ...{ rep: nobodyYet(), other: nobodyYet(), near: nobodyYet() },
    ...{ far: nobodyYet(), admin: nobodyYet(), executive: nobodyYet() },
  };
  const { rep } = people;

  const person = (name: string, role: Role, team: string) => addPerson(store(), { name, role, team });

  beforeAll(async () => {
    running = await startTestStore(kind);
    // Those who every test store has would be asked too.
    const { db } = store().server;
    await db.updateTable('user').set({ role: 'executive' }).where('role', '!=', 'rep').execute();
    Object.assign(known, await addKnownCustomer(store()));
    Object.assign(people.rep, await person('Rosa', 'rep', 'Blue'));
    Object.assign(people.other, await person('Tom', 'rep', 'Blue'));
    Object.assign(people.near, await person('Nora', 'supervisor', 'Blue'));
    Object.assign(people.far, await person('Abel', 'supervisor', 'Green'));
    Object.assign(people.admin, await person('Ada', 'administrator', 'Blue'));
    Object.assign(people.executive, await person('Eva', 'executive', 'Blue'));
  });
  // Of one person only a few wait at a time.
  afterEach(() =>
    store()
      .server.db.updateTable('approvals')
      .set({ state: 'withdrawn' })
      .where('state', '=', 'waiting')
      .execute(),
  );
  afterAll(() => running?.stop());

  const request = (more: object = {}) => ({
    ...{
      id: uuidv7(new Date()),
      noteId: uuidv7(new Date()),
      customer: { cardNumber: known.cardNumber, identifiers: [] },
    },
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
    const row = await store()
      .server.db.selectFrom('approvals')
      .select(['asked_at', 'expires_at', 'customer_id'])
      .where('approval_id', '=', id)
      .executeTakeFirstOrThrow();
    const expires_at = earlier(row.expires_at);
    await store()
      .server.db.updateTable('approvals')
      .set({ asked_at: earlier(row.asked_at), expires_at })
      .where('customer_id', '=', row.customer_id)
      .where('approval_id', '=', id)
      .execute();
    await store()
      .server.db.updateTable('approval_owners')
      .set({ expires_at })
      .where('approval_id', '=', id)
      .execute();
    const turns = await store()
      .server.db.selectFrom('approval_people')
      .select(['user_id', 'asked_from'])
      .where('approval_id', '=', id)
      .execute();
    for (const { user_id, asked_from } of turns)
      await store()
        .server.db.updateTable('approval_people')
        .set({ asked_from: earlier(asked_from), expires_at })
        .where('user_id', '=', user_id)
        .where('approval_id', '=', id)
        .execute();
  }

  return { store, known, people, person, request, read, ask, state, answerRaw, answer, waitingFor, age };
}
