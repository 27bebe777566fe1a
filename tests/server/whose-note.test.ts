import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NoteCustomer } from '@/lib/domain/note';
import { addCustomer } from './support/add-customer';
import { describeEachDatabase } from './support/databases';
import { cardNumberOf } from './support/known-customer';
import { makeMutation } from './support/make-mutation';
import { pushAs } from './support/push-mutations';
import { startTestStore, type TestStore } from './support/test-store';

const email = (name: string) => ({ kind: 'email' as const, value: `${name}@example.org` });
const shared = { kind: 'phone' as const, value: '+4420555010' };
const household = { kind: 'phone' as const, value: '+4420555020' };
const id = { kind: 'externalId' as const, system: 'rt', recordType: 'user', value: '77' };

describeEachDatabase('whom a note is about', (kind) => {
  let store: TestStore;
  let cardNumber: number;
  let home: string;

  beforeAll(async () => {
    store = await startTestStore(kind);
    const { db } = store.server;
    const known = await addCustomer(db, { identifiers: [email('known'), shared] });
    await addCustomer(db, { identifiers: [email('somebody'), shared] });
    home = await addCustomer(db, { identifiers: [email('home'), household] });
    await store.server.rescore();
    cardNumber = await cardNumberOf(db, known);
  });
  afterAll(() => store.stop());

  const note = (customer: Partial<NoteCustomer>) => makeMutation({ userId: store.users.rep, customer });
  const push = (...mutations: object[]) => pushAs(store, 'rep', mutations);
  const notesWith = (noteId: string) =>
    store.server.db.selectFrom('notes').selectAll().where('note_id', '=', noteId).execute();

  it.each<[string, NoteCustomer['identifiers'], string]>([
    ['an identifier that leads there', [email('known')], 'applied'],
    ['one that leads there and to another too', [shared], 'applied'],
    ['one that leads there, and somebody else’s', [email('known'), email('somebody')], 'applied'],
    ['what nobody has', [email('nobody')], 'applied'],
    ['only somebody else’s', [email('somebody')], 'customer-ambiguous'],
  ])('takes the card at its word beside %s', async (_name, identifiers, expected) => {
    const mutation = note({ cardNumber, identifiers });
    const [result] = await push(mutation);
    expect(result?.status === 'rejected' ? result.code : result?.status).toBe(expected);
    expect(await notesWith(mutation.args.noteId)).toHaveLength(expected === 'applied' ? 1 : 0);
  });

  it.each<[string, NoteCustomer['identifiers'], string]>([
    ['alone', [household], 'applied'],
    ['beside their own address', [household, email('home')], 'applied'],
    ['beside an address that nobody has', [household, email('flatmate')], 'customer-ambiguous'],
    ['beside an id that nobody has', [household, id], 'customer-ambiguous'],
  ])('takes a phone for who it leads to %s', async (_name, identifiers, expected) => {
    const mutation = note({ identifiers });
    const [result] = await push(mutation);
    expect(result?.status === 'rejected' ? result.code : result?.status).toBe(expected);
    const rows = await notesWith(mutation.args.noteId);
    expect(rows.map((r) => r.customer_id)).toEqual(expected === 'applied' ? [home] : []);
  });

  it('makes a customer of the address alone of someone new whose phone is somebody else’s', async () => {
    const mutation = note({ identifiers: [email('flatmate')] });
    expect((await push(mutation)).map((r) => r.status)).toEqual(['applied']);
    expect((await notesWith(mutation.args.noteId))[0]?.customer_id).not.toBe(home);
  });
});
