import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { DAY, HOUR, systemClock } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import { importedNotesSchema } from '@/lib/protocol/imported-notes';
import type { SaveNote } from '@/lib/protocol/mutation';
import { MOST_NEWCOMERS_A_DAY } from '@/server/mutations/newcomer-pace';
import { describeEachDatabase } from './support/databases';
import { addKnownCustomer } from './support/known-customer';
import { makeHandOver } from './support/make-hand-over';
import { makeMutation } from './support/make-mutation';
import { pushAs } from './support/push-mutations';
import { startTestStore, type TestStore } from './support/test-store';

type Author = 'rep' | 'supervisor';

describeEachDatabase('customers whom notes about strangers make', (kind) => {
  let store: TestStore;
  let cardNumber: number;
  let strangers = 0;

  beforeAll(async () => {
    store = await startTestStore(kind);
    ({ cardNumber } = await addKnownCustomer(store));
  });
  afterEach(() => db().deleteFrom('pace').execute());
  afterAll(() => store.stop());

  const db = () => store.server.db;
  const stranger = () => {
    strangers += 1;
    return {
      cardNumber: null,
      identifiers: [{ kind: 'email', value: `s${strangers}@example.org` } as const],
    };
  };
  const note = (customer: SaveNote['args']['customer'] = stranger(), author: Author = 'rep') =>
    makeMutation({ userId: store.users[author], customer });
  const codes = async (mutations: object[], author: Author = 'rep') =>
    (await pushAs(store, author, mutations)).map((r) => (r.status === 'rejected' ? r.code : r.status));
  /** As if so many had come of what they sent. */
  const made = (count: number, { by = 'rep', ago = HOUR }: { by?: Author; ago?: number } = {}) =>
    db()
      .insertInto('pace')
      .values({
        user_id: store.users[by],
        what: 'newcomer',
        since: new Date(systemClock.now().getTime() - ago),
        made: count,
      })
      .execute();
  const isStored = async ({ args }: SaveNote) => {
    const notes = await db().selectFrom('notes').where('note_id', '=', args.noteId).selectAll().execute();
    return notes.length === 1;
  };
  const ownersOf = ({ args }: SaveNote) =>
    db()
      .selectFrom('identifiers')
      .selectAll()
      .where('value', '=', args.customer.identifiers[0]?.value ?? '')
      .execute();

  it('are so many a day of one author; the next note is refused, and nothing of it stored', async () => {
    await made(MOST_NEWCOMERS_A_DAY - 1);
    const [last, beyond] = [note(), note()];
    expect(await codes([last])).toEqual(['applied']);
    expect(await codes([beyond])).toEqual(['too-many-newcomers']);
    expect([await isStored(last), await isStored(beyond)]).toEqual([true, false]);
    expect(await ownersOf(beyond)).toEqual([]);
  });

  it('keep no note out that is about a known customer, or another author’s', async () => {
    await made(MOST_NEWCOMERS_A_DAY);
    expect(await codes([note({ cardNumber, identifiers: [] })])).toEqual(['applied']);
    expect(await codes([note(stranger(), 'supervisor')], 'supervisor')).toEqual(['applied']);
  });

  it('are counted anew a day later: the refused note, sent again, is stored', async () => {
    await made(MOST_NEWCOMERS_A_DAY);
    const refused = note();
    expect(await codes([refused])).toEqual(['too-many-newcomers']);
    await db()
      .updateTable('pace')
      .set({ since: new Date(systemClock.now().getTime() - DAY) })
      .execute();
    expect(await codes([refused, note()])).toEqual(['applied', 'applied']);
    const { made: counted } = await db().selectFrom('pace').select('made').executeTakeFirstOrThrow();
    expect(counted).toBe(2);
  });

  it('count for whoever imports a file, whoever it names as its author', async () => {
    await made(MOST_NEWCOMERS_A_DAY - 1, { by: 'supervisor' });
    const notes = [note(), note()].map((mutation) => ({
      ...{ name: 'Somebody', at: new Date().toISOString(), state: 'waiting', code: null, mutation },
    }));
    const author = { id: store.users.rep, name: 'The rep' };
    const file = { heed: 'unsent-notes', exportedAt: new Date().toISOString(), author, notes };
    const answer = await store.as('supervisor', '/v1/imported-notes', file);
    const { results } = importedNotesSchema.parse(await answer.json());
    expect(results).toMatchObject([{ status: 'stored' }, { status: 'refused', code: 'too-many-newcomers' }]);
  });

  it('are made neither by handing a note over nor by asking for approval, when the day is full', async () => {
    await made(MOST_NEWCOMERS_A_DAY);
    const handedOver = note();
    expect(await codes([makeHandOver(handedOver)])).toEqual(['too-many-newcomers']);
    const { noteId, customer } = handedOver.args;
    const question = {
      ...{ id: uuidv7(new Date()), noteId, customer },
      ...{ actionCode: 'refund-charge', amountMinor: 9000, why: 'Charged three times' },
    };
    const answer = await store.as('rep', '/v1/approvals', question);
    expect(answer.status).toBe(400);
  });
});
