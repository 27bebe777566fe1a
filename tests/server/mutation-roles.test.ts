import { afterAll, beforeAll, expect, it } from 'vitest';
import { uuidv7 } from '@/lib/platform/ids';
import type { Mutation } from '@/lib/protocol/mutation';
import type { Role } from '@/lib/protocol/roles';
import { describeEachDatabase } from './support/databases';
import { addKnownCustomer } from './support/known-customer';
import { makeHandOver } from './support/make-hand-over';
import { makeEdit, makeMutation } from './support/make-mutation';
import { pushAs } from './support/push-mutations';
import { startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('who may send what', (kind) => {
  let store: TestStore;
  let cardNumber: number;
  beforeAll(async () => {
    store = await startTestStore(kind);
    ({ cardNumber } = await addKnownCustomer(store));
  });
  afterAll(() => store.stop());

  const note = (role: Role) => makeMutation({ userId: store.users[role], customer: { cardNumber } });

  /** An edit of a note of their own, however they came by one. */
  async function editOf(role: Role): Promise<Mutation> {
    const saved = note('rep');
    await pushAs(store, 'rep', [saved]);
    await store.server.db
      .updateTable('notes')
      .set({ author_id: store.users[role] })
      .where('note_id', '=', saved.args.noteId)
      .execute();
    return { ...makeEdit(saved, 1, { summary: 'It was the other bill.' }), userId: store.users[role] };
  }

  function doubtOf(role: Role): Mutation {
    const { clientId, userId, at } = note(role);
    const args = { cardNumber, cardVersion: 1, kind: 'out-of-date' as const, text: '' };
    return { id: uuidv7(new Date()), clientId, userId, at, name: 'reportDoubt', args };
  }

  const make: Record<Mutation['name'], (role: Role) => Mutation | Promise<Mutation>> = {
    saveNote: note,
    editNote: editOf,
    handOver: (role) => makeHandOver(note(role)),
    reportDoubt: doubtOf,
  };

  it.each([
    ['rep', 'saveNote', true],
    ['rep', 'editNote', true],
    ['rep', 'handOver', true],
    ['rep', 'reportDoubt', true],
    ['supervisor', 'saveNote', true],
    ['supervisor', 'editNote', true],
    ['supervisor', 'handOver', true],
    ['supervisor', 'reportDoubt', true],
    ['executive', 'saveNote', true],
    ['executive', 'editNote', true],
    ['executive', 'handOver', false],
    ['executive', 'reportDoubt', true],
    ['administrator', 'saveNote', false],
    ['administrator', 'editNote', false],
    ['administrator', 'handOver', false],
    ['administrator', 'reportDoubt', false],
  ] as const)('%s, %s: %s', async (role, name, isAllowed) => {
    const mutation = await make[name](role);
    const [result] = await pushAs(store, role, [mutation]);
    if (isAllowed) expect(result).toEqual({ id: mutation.id, status: 'applied' });
    else {
      const message = expect.stringMatching(new RegExp(`^${name} needs one of the roles rep, supervisor`));
      expect(result).toEqual({ id: mutation.id, status: 'rejected', code: 'not-allowed', message });
    }
    const applied = await store.server.db
      .selectFrom('applied_mutations')
      .selectAll()
      .where('mutation_id', '=', mutation.id)
      .execute();
    expect(applied).toHaveLength(isAllowed ? 1 : 0);
  });
});
