import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { MOST_NAMED_A_DAY } from '@/lib/domain/signal';
import { DAY, systemClock } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import { signalListSchema } from '@/lib/protocol/signals';
import { wireErrorSchema } from '@/lib/protocol/wire-error';
import { MOST_DOUBTS_A_DAY } from '@/server/mutations/report-doubt';
import { describeEachDatabase } from './support/databases';
import { addKnownCustomer } from './support/known-customer';
import { pushAs } from './support/push-mutations';
import { startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('what one person says in a day', (kind) => {
  let store: TestStore;
  let cardNumber: number;

  beforeAll(async () => {
    store = await startTestStore(kind);
    ({ cardNumber } = await addKnownCustomer(store));
  });
  afterEach(() => db().deleteFrom('pace').execute());
  afterAll(() => store.stop());

  const db = () => store.server.db;
  /** As if so many had come of the rep. */
  const said = (what: 'signal' | 'doubt', made: number) =>
    db()
      .insertInto('pace')
      .values({ user_id: store.users.rep, what, since: systemClock.now(), made })
      .execute();
  const aDayLater = () =>
    db()
      .updateTable('pace')
      .set({ since: new Date(systemClock.now().getTime() - DAY) })
      .execute();
  const day = (later = 0) => new Date(Date.now() + later).toISOString().slice(0, 10);
  const signal = (on = day()) => ({
    id: String(randomUUID()),
    kind: 'not-found',
    line: 'No map of shops.',
    day: on,
  });
  const give = (one: object, role: 'rep' | 'supervisor' = 'rep') => store.as(role, '/v1/signals', one);
  const doubt = (role: 'rep' | 'supervisor' = 'rep') => {
    const at = new Date();
    const args = { cardNumber, cardVersion: 3, kind: 'not-their-score', text: 'Her son answered.' };
    const ids = { id: uuidv7(at), clientId: uuidv7(at), userId: store.users[role] };
    return { ...ids, name: 'reportDoubt', at: at.toISOString(), args };
  };

  it('is so many signals with their name, whatever days these say; the next is refused in words, and not kept', async () => {
    await said('signal', MOST_NAMED_A_DAY - 1);
    const [last, beyond] = [signal(day(DAY)), signal(day(-DAY))];
    expect((await give(last)).status).toBe(200);
    const refused = await give(beyond);
    expect(refused.status).toBe(403);
    const { error } = wireErrorSchema.parse(await refused.json());
    expect(error.message).toContain('give it a day later');
    const { signals } = signalListSchema.parse(await (await store.as('supervisor', '/v1/signals')).json());
    expect(signals.map(({ id }) => id).filter((id) => [last.id, beyond.id].includes(id))).toEqual([last.id]);
    expect((await give(last)).status).toBe(200);
    expect((await give(signal(), 'supervisor')).status).toBe(200);
    await aDayLater();
    expect((await give(beyond)).status).toBe(200);
  });

  it('is so many doubts; the next is refused, and taken when it is sent again a day later', async () => {
    await said('doubt', MOST_DOUBTS_A_DAY - 1);
    const [last, beyond] = [doubt(), doubt()];
    expect(await pushAs(store, 'rep', [last])).toMatchObject([{ status: 'applied' }]);
    expect(await pushAs(store, 'rep', [beyond])).toMatchObject([
      { status: 'rejected', code: 'too-many-doubts' },
    ]);
    expect(await pushAs(store, 'rep', [last])).toMatchObject([{ status: 'duplicate' }]);
    expect(await pushAs(store, 'supervisor', [doubt('supervisor')])).toMatchObject([{ status: 'applied' }]);
    await aDayLater();
    expect(await pushAs(store, 'rep', [beyond])).toMatchObject([{ status: 'applied' }]);
  });

  it('of one kind takes nothing from the other', async () => {
    await said('signal', MOST_NAMED_A_DAY);
    expect(await pushAs(store, 'rep', [doubt()])).toMatchObject([{ status: 'applied' }]);
  });
});
