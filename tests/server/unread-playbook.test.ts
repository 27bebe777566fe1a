import { afterAll, beforeAll, expect, it } from 'vitest';
import { uuidv7 } from '@/lib/platform/ids';
import { sessionSchema } from '@/lib/protocol/session';
import { defaultPlaybook } from '@/server/seed/seed-playbook';
import { describeEachDatabase } from './support/databases';
import { addKnownCustomer } from './support/known-customer';
import { makeMutation } from './support/make-mutation';
import { pushAs } from './support/push-mutations';
import { startTestStore, type TestStore } from './support/test-store';

const NEXT = 900;

describeEachDatabase('a playbook of which the store can’t read something', (kind) => {
  const warned: object[] = [];
  let store: TestStore;
  beforeAll(async () => {
    store = await startTestStore(kind, {
      log: { info() {}, warn: (fields) => void warned.push(fields), error() {} },
    });
    await putWithStrayKeys(NEXT);
  });
  afterAll(() => store.stop());

  const book = defaultPlaybook('EUR');
  const [prompt] = book.prompts;
  const [action, other] = book.actions;

  /** As an organisation wrote it before a key that isn't known counted for anything. */
  const putWithStrayKeys = (version: number) => {
    const withKey = <T extends { when: object }>(one: T, i: number) =>
      i === 0 ? { ...one, when: { ...one.when, comment: 'ours' } } : one;
    const content = {
      ...{ ...book, version },
      prompts: book.prompts.map(withKey),
      actions: book.actions.map(withKey),
    };
    return store.server.db
      .insertInto('playbooks')
      .values({ playbook_id: 'default', version, content: JSON.stringify(content) })
      .execute();
  };
  const told = async () => {
    const answer = await store.as('rep', '/v1/session?sifts=playbook');
    return sessionSchema.parse(await answer.json()).playbook;
  };

  it('is told without that, and the log says once what it is and in which version', async () => {
    warned.splice(0);
    expect((await told()).prompts.map(({ id }) => id)).not.toContain(prompt?.id);
    await told();
    const unread = { prompts: [prompt?.id], actions: [action?.code] };
    expect(warned).toEqual([{ playbook: NEXT, ...unread }]);
    await putWithStrayKeys(NEXT + 1);
    await told();
    expect(warned.slice(1)).toEqual([{ playbook: NEXT + 1, ...unread }]);
  });

  it('marks no offer of it as one that nobody knows', async () => {
    const { cardNumber } = await addKnownCustomer(store, { kind: 'phone', value: '+4420555011' });
    const words = { reference: '', taskOwner: '', approvalId: null, at: new Date().toISOString() };
    const offers = [action?.code ?? '', other?.code ?? '', 'give-a-car'].map((actionCode) => ({
      ...{ id: uuidv7(new Date()), actionCode, amountMinor: null, state: 'offered' as const, ...words },
    }));
    await pushAs(store, 'rep', [
      makeMutation({ userId: store.users.rep, customer: { cardNumber }, content: { offers } }),
    ]);
    const rows = await store.server.db.selectFrom('offers').select(['offer_id', 'flag']).execute();
    const flags = offers.map(({ id }) => rows.find((row) => row.offer_id === id)?.flag);
    expect(flags).toEqual([null, null, 'unknown-action']);
  });
});
