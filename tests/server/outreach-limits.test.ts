import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import type { OutreachEntry, OutreachNext } from '@/lib/protocol/outreach';
import { drawOutreach } from '@/server/outreach/draw-outreach';
import { nextOutreach } from '@/server/outreach/next-outreach';
import { giveOutreachBack, recordOutreach } from '@/server/outreach/outreach-call';
import { MOST_AN_HOUR } from '@/server/outreach/outreach-pace';
import { publishCards } from '@/server/publish/publish-cards';
import { addCustomer } from './support/add-customer';
import { describeEachDatabase } from './support/databases';
import { startTestStore, type TestStore } from './support/test-store';

/** A Friday noon. */
const NOON = new Date('2026-11-27T12:00:00Z');
const later = (ms: number) => new Date(NOON.getTime() + ms);

describeEachDatabase('what a rep may do with the list of whom to call', (kind) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await startTestStore(kind, { asOf: NOON });
  });
  afterAll(() => store.stop());
  afterEach(async () => {
    await db().deleteFrom('customers').execute();
    await db().deleteFrom('pace').execute();
  });

  const db = () => store.server.db;
  const clock = { now: () => NOON };
  /** One customer at risk, on the list. */
  async function listed(): Promise<string> {
    const id = await addCustomer(db(), {
      identifiers: [{ kind: 'phone', value: '+441632960101' }],
      responses: [{ score: 2, about: 'First payment', answered_at: later(-3 * DAY) }],
      promises: [{ due_on: '2026-11-05' }],
      customer: { contract: 'monthly', since: '2026-10-01' },
    });
    await publishCards({ db: db(), clock });
    expect(await drawOutreach({ db: db(), clock })).toBe(1);
    return id;
  }
  const next = (userId: string, now = NOON) => nextOutreach(db(), { userId, now });
  const one = (answer: OutreachNext): OutreachEntry => {
    if (answer.state !== 'one') throw new Error(`nobody: ${answer.why}`);
    return answer.entry;
  };
  const tell = (
    entry: OutreachEntry,
    outcome: 'reached' | 'refused',
    { userId, resultId }: { userId: string; resultId: string },
  ) => recordOutreach(db(), { ...entry, resultId, outcome, callBackAt: null }, { userId, now: NOON });

  it('one rep doesn’t drain the list by giving back and asking again; after an hour they may go on', async () => {
    await listed();
    for (let n = 0; n < MOST_AN_HOUR; n += 1) {
      const entry = one(await next('ana'));
      await giveOutreachBack(db(), entry, { userId: 'ana', now: NOON });
      await db().updateTable('outreach').set({ not_before: NOON }).execute();
    }
    const pause = { state: 'none', why: 'pace', at: later(HOUR).toISOString() };
    expect(await next('ana', later(59 * MINUTE))).toEqual(pause);
    const bens = one(await next('ben', later(MINUTE)));
    await giveOutreachBack(db(), bens, { userId: 'ben', now: NOON });
    expect((await next('ana', later(HOUR))).state).toBe('one');
  });

  it('whoever is in hand is still shown when the hour is full, and counts once', async () => {
    await listed();
    const entry = one(await next('ana'));
    for (let n = 0; n < MOST_AN_HOUR + 5; n += 1) expect(one(await next('ana')).number).toBe(entry.number);
  });

  it('a result is told by whoever has them in hand and nobody else, and it is written down who told', async () => {
    const id = await listed();
    const entry = one(await next('ana'));
    const resultId = uuidv7(NOON);
    expect(await tell(entry, 'refused', { userId: 'ben', resultId })).toBeNull();
    await tell(entry, 'reached', { userId: 'ana', resultId });
    expect(await tell(entry, 'reached', { userId: 'ben', resultId })).toBeNull();
    const row = db().selectFrom('outreach').select(['state', 'last_result_by']);
    expect(await row.where('customer_id', '=', id).executeTakeFirst()).toEqual({
      state: 'reached',
      last_result_by: 'ana',
    });
  });
});
