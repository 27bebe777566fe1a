import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import { systemClock } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import { markDirty } from '@/server/cards/mark-dirty';
import { readPlaybook } from '@/server/db/read-playbook';
import { saveNote } from '@/server/mutations/save-note';
import { addCustomer } from './support/add-customer';
import { describeEachServer } from './support/databases';
import { cardNumberOf } from './support/known-customer';
import { makeMutation } from './support/make-mutation';
import { startTestStore, type TestStore } from './support/test-store';

type Customer = { customerId: string; cardNumber: number };

describeEachServer('offers in notes that arrive together', (kind) => {
  let store: TestStore;
  let customers: Customer[];

  beforeAll(async () => {
    store = await startTestStore(kind);
  });
  afterEach(() => db().deleteFrom('offers').execute());
  afterAll(() => store.stop());

  const db = () => store.server.db;
  const setLimits = async (limits: object) => {
    const content = JSON.stringify({ ...(await readPlaybook(db())), ...limits });
    await db().updateTable('playbooks').set({ content }).execute();
  };
  async function addCustomers(count: number): Promise<void> {
    const ids = await Promise.all(Array.from({ length: count }, () => addCustomer(db())));
    await store.server.rescore();
    customers = await Promise.all(
      ids.map(async (customerId) => ({ customerId, cardNumber: await cardNumberOf(db(), customerId) })),
    );
  }
  const note = (userId: string, nth: number) => {
    const offer = { actionCode: 'refund-charge', amountMinor: 700, state: 'accepted' as const };
    const rest = { reference: '', taskOwner: '', at: new Date().toISOString(), approvalId: null };
    const offers = [{ id: uuidv7(new Date()), ...offer, ...rest }];
    const { cardNumber = 0 } = customers[nth % customers.length] ?? {};
    return makeMutation({ userId, customer: { cardNumber }, content: { ...emptyNoteContent, offers } });
  };
  async function waiting(): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db());
    return rows[0]?.n ?? 0;
  }

  const save = (userId: string, nth: number) =>
    saveNote(db(), note(userId, nth), { at: systemClock.now(), imported: null });
  /** A note about any of these waits where its customer is marked, with what it locked, until `work` is done. */
  const holdUp = (held: readonly Customer[], work: () => Promise<void>) =>
    db()
      .transaction()
      .execute(async (trx) => {
        const ids = held.map((c) => c.customerId);
        await markDirty(trx, ids, systemClock.now());
        await work();
      });
  const isWaiting = (notes: number) => expect.poll(waiting, { timeout: 20_000 }).toBe(notes);

  /** All of them under way before the first of them is stored. */
  async function saveTogether(userIds: readonly string[]): Promise<void> {
    let saved: Promise<unknown> = Promise.resolve();
    await holdUp(customers, async () => {
      saved = Promise.all(userIds.map(save));
      await isWaiting(userIds.length);
    });
    await saved;
  }
  const flags = async () =>
    (await db().selectFrom('offers').select('flag').execute()).map(({ flag }) => flag).sort();
  const overButOne = [null, ...Array(3).fill('over-limit')];

  it('of one rep to four customers keep to the rep’s day', async () => {
    await setLimits({ limitPerDayMinor: 1000, limitPerCustomerMinor: null });
    await addCustomers(4);
    await saveTogether(Array(4).fill(store.users.rep));
    expect(await flags()).toEqual(overButOne);
  });

  it('of four people to one customer keep to the customer’s limit', async () => {
    await setLimits({ limitPerDayMinor: null, limitPerCustomerMinor: 1000 });
    await addCustomers(1);
    const { rep, supervisor, executive, administrator } = store.users;
    await saveTogether([rep, supervisor, executive, administrator]);
    expect(await flags()).toEqual(overButOne);
  });

  it('that wait for another of the same rep hold up nobody else’s about their customer', async () => {
    await setLimits({ limitPerDayMinor: null, limitPerCustomerMinor: null });
    await addCustomers(2);
    const { rep, supervisor } = store.users;
    let waited: Promise<unknown> = Promise.resolve();
    await holdUp(customers.slice(0, 1), async () => {
      const first = save(rep, 0);
      await isWaiting(1);
      waited = Promise.all([first, save(rep, 1)]);
      await isWaiting(2);
      expect(await save(supervisor, 1)).toBe('applied');
    });
    await waited;
  });
});
