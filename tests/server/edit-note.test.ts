import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NoteContent, Offer } from '@/lib/domain/note';
import { uuidv7 } from '@/lib/platform/ids';
import { customerDetailSchema } from '@/lib/protocol/customer-detail';
import type { Role } from '@/lib/protocol/roles';
import { MOST_NAMES_AN_HOUR } from '@/server/customers/names-pace';
import { readCard } from '@/server/publish/read-card';
import { addCustomer } from './support/add-customer';
import { describeEachDatabase } from './support/databases';
import { addKnownCustomer, cardNumberOf } from './support/known-customer';
import { makeEdit, makeMutation } from './support/make-mutation';
import { pushAs } from './support/push-mutations';
import { startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('an edit of a note', (kind) => {
  let store: TestStore;
  let customerId: string;
  let cardNumber: number;

  beforeAll(async () => {
    store = await startTestStore(kind);
    ({ customerId, cardNumber } = await addKnownCustomer(store));
  });
  afterAll(() => store.stop());

  const push = (...mutations: object[]) => pushAs(store, 'rep', mutations);

  async function saved(content: Partial<NoteContent> = {}) {
    const note = makeMutation({ userId: store.users.rep, customer: { cardNumber }, content });
    expect(await push(note)).toMatchObject([{ status: 'applied' }]);
    return note;
  }

  const noteWith = (noteId: string) =>
    store.server.db.selectFrom('notes').selectAll().where('note_id', '=', noteId).executeTakeFirstOrThrow();
  const earlier = (noteId: string) =>
    store.server.db
      .selectFrom('note_versions')
      .selectAll()
      .where('note_id', '=', noteId)
      .orderBy('version')
      .execute();
  async function detailFor(role: Role, noteId: string) {
    const answer = await store.as(role, `/v1/customers/${cardNumber}/detail`);
    return customerDetailSchema.parse(await answer.json()).notes.find((n) => n.noteId === noteId);
  }
  const offer = (part: Partial<Offer>): Offer => ({
    ...{ id: uuidv7(new Date()), actionCode: 'refund-charge', amountMinor: 100, state: 'offered' },
    ...{ reference: '', taskOwner: '', approvalId: null, at: new Date().toISOString() },
    ...part,
  });

  it('is what the note says from then on; what it said before is kept, with who and when', async () => {
    const note = await saved({ summary: 'First.' });
    expect(await push(makeEdit(note, 1, { summary: 'Second.' }))).toMatchObject([{ status: 'applied' }]);
    expect(await push(makeEdit(note, 2, { summary: 'Third.' }))).toMatchObject([{ status: 'applied' }]);
    const row = await noteWith(note.args.noteId);
    expect([row.version, row.content.summary, row.author_id]).toEqual([3, 'Third.', store.users.rep]);
    expect(await earlier(note.args.noteId)).toMatchObject([
      {
        version: 1,
        content: { summary: 'First.' },
        written_by: store.users.rep,
        written_at: row.received_at,
      },
      { version: 2, content: { summary: 'Second.' }, written_by: store.users.rep },
    ]);
  });

  it('shows in the detail: its version, when, and whose note it is', async () => {
    const note = await saved();
    const { noteId } = note.args;
    expect(await detailFor('rep', noteId)).toMatchObject({ version: 1, editedAt: null, own: true });
    await push(makeEdit(note, 1, { summary: 'Corrected.' }));
    const [own, others] = [await detailFor('rep', noteId), await detailFor('supervisor', noteId)];
    expect(own).toMatchObject({ version: 2, own: true, content: { summary: 'Corrected.' } });
    expect(own?.editedAt).toEqual(expect.any(String));
    expect(others).toMatchObject({ version: 2, own: false });
  });

  async function movedFromVera() {
    const other = await addCustomer(store.server.db, { customer: { name: 'Vera Holm' } });
    await store.server.rescore();
    const from = { cardNumber: await cardNumberOf(store.server.db, other), identifiers: [] };
    const moves = [{ from, to: { cardNumber, identifiers: [] }, at: new Date().toISOString() }];
    const note = makeMutation({ userId: store.users.rep, customer: { cardNumber }, note: { moves } });
    await push(note);
    return { noteId: note.args.noteId, from };
  }

  it('tells its author alone whom they moved the note away from, by name', async () => {
    const { noteId, from } = await movedFromVera();
    const [own, others] = [await detailFor('rep', noteId), await detailFor('supervisor', noteId)];
    expect(own).toMatchObject({ movedFrom: [from.cardNumber], movedFromNames: ['Vera Holm'] });
    expect(others).toMatchObject({ movedFrom: [from.cardNumber], movedFromNames: [] });
  });

  it('tells no more names of whom notes are said to be moved from than may be asked for within an hour', async () => {
    const { noteId, from } = await movedFromVera();
    expect(await detailFor('rep', noteId)).toMatchObject({ movedFromNames: ['Vera Holm'] });
    const { db } = store.server;
    await db.updateTable('pace').set({ made: MOST_NAMES_AN_HOUR }).where('what', '=', 'name').execute();
    expect(await detailFor('rep', noteId)).toMatchObject({
      movedFrom: [from.cardNumber],
      movedFromNames: [''],
    });
    await db.deleteFrom('pace').where('what', '=', 'name').execute();
  });

  it('sent again is a duplicate, whatever became of the note since', async () => {
    const note = await saved();
    const first = makeEdit(note, 1, { summary: 'Second.' });
    await push(first, makeEdit(note, 2, { summary: 'Third.' }));
    expect(await push(first)).toEqual([{ id: first.id, status: 'duplicate' }]);
    expect(await push(note)).toEqual([{ id: note.id, status: 'duplicate' }]);
    expect((await noteWith(note.args.noteId)).content.summary).toBe('Third.');
  });

  it('comes after its note, also where both arrive together among others', async () => {
    const notes = Array.from({ length: 12 }, () =>
      makeMutation({ userId: store.users.rep, customer: { cardNumber } }),
    );
    const edits = notes.map((note, i) => makeEdit(note, 1, { summary: `Second ${i}.` }));
    const together = notes.flatMap((note, i) => [note, ...edits.slice(i, i + 1)]);
    const results = await push(...together);
    expect(results).toEqual(together.map(({ id }) => ({ id, status: 'applied' })));
    for (const [i, note] of notes.entries())
      expect((await noteWith(note.args.noteId)).content.summary).toBe(`Second ${i}.`);
  });

  it('sent eight times at once is one version', async () => {
    const note = await saved();
    const edit = makeEdit(note, 1, { summary: 'Once.' });
    const results = (await Promise.all(Array.from({ length: 8 }, () => push(edit)))).flat();
    expect(results.map((r) => r.status).sort()).toEqual(['applied', ...Array(7).fill('duplicate')]);
    expect((await noteWith(note.args.noteId)).version).toBe(2);
    expect(await earlier(note.args.noteId)).toHaveLength(1);
  });

  it('on a version that isn’t the newest changes nothing, and brings what the store has', async () => {
    const note = await saved({ summary: 'First.' });
    await push(makeEdit(note, 1, { summary: 'From the other computer.' }));
    const late = makeEdit(note, 1, { summary: 'From this one.' });
    const [refused] = await push(late);
    const theirs = { version: 2, by: 'The rep', content: { summary: 'From the other computer.' } };
    expect(refused).toMatchObject({ id: late.id, status: 'rejected', code: 'note-conflict', theirs });
    expect((await noteWith(note.args.noteId)).content.summary).toBe('From the other computer.');
    const again = makeEdit(note, 2, { summary: 'From this one.' });
    expect(await push(again)).toMatchObject([{ status: 'applied' }]);
    expect((await earlier(note.args.noteId)).map((v) => v.content.summary)).toEqual([
      'First.',
      'From the other computer.',
    ]);
  });

  it('is taken once of two that were made on the same version and come at once', async () => {
    const notes = await Promise.all(Array.from({ length: 10 }, () => saved()));
    const pairs = notes.map((n) => [makeEdit(n, 1, { summary: 'A' }), makeEdit(n, 1, { summary: 'B' })]);
    const results = (await Promise.all(pairs.flat().map((edit) => push(edit)))).flat();
    const count = (status: string) => results.filter((r) => r.status === status).length;
    expect([count('applied'), count('rejected')]).toEqual([10, 10]);
    for (const { args } of notes) expect((await noteWith(args.noteId)).version).toBe(2);
  });

  it('is its author’s alone, and says nothing of the note to anybody else', async () => {
    const note = await saved({ summary: 'Mine.' });
    const foreign = { ...makeEdit(note, 7, { summary: 'Yours.' }), userId: store.users.supervisor };
    const [refused] = await pushAs(store, 'supervisor', [foreign]);
    expect(refused).toMatchObject({ status: 'rejected', code: 'not-allowed' });
    expect(refused).not.toHaveProperty('theirs');
    expect((await noteWith(note.args.noteId)).content.summary).toBe('Mine.');
  });

  it('of a note that isn’t there is refused', async () => {
    const unsaved = makeMutation({ userId: store.users.rep, customer: { cardNumber } });
    expect(await push(makeEdit(unsaved, 1, {}))).toMatchObject([
      { status: 'rejected', code: 'note-not-found' },
    ]);
  });

  it('right behind its note, in one batch, finds it', async () => {
    const note = makeMutation({ userId: store.users.rep, customer: { cardNumber } });
    const results = await push(note, makeEdit(note, 1, { summary: 'At once.' }));
    expect(results.map((r) => r.status)).toEqual(['applied', 'applied']);
    expect((await noteWith(note.args.noteId)).content.summary).toBe('At once.');
  });

  it('is masked and mended as a note is', async () => {
    const note = await saved();
    await push(makeEdit(note, 1, { summary: 'half\u0000 4111 1111 1111 1111 \ud83d' }));
    expect((await noteWith(note.args.noteId)).content.summary).toBe('half •••• 1111 \ufffd');
  });

  it('changes a promise that is still due, takes it back, and makes a new one', async () => {
    const promise = { what: 'Refund of 18', dueOn: '2099-01-01', by: 'me' };
    const note = await saved({ promise });
    const promises = () =>
      store.server.db
        .selectFrom('promises')
        .select(['what', 'due_on', 'by', 'state'])
        .where('note_id', '=', note.args.noteId)
        .execute();
    await push(makeEdit(note, 1, { promise: { ...promise, what: 'Refund of 20' } }));
    expect(await promises()).toMatchObject([{ what: 'Refund of 20', state: 'due' }]);
    await push(makeEdit(note, 2, { promise: null }));
    expect(await promises()).toEqual([]);
    await push(makeEdit(note, 3, { promise }));
    expect(await promises()).toMatchObject([{ what: 'Refund of 18', state: 'due' }]);
  });

  it('leaves a promise that was kept as it is', async () => {
    const promise = { what: 'Ring back', dueOn: '2099-01-01', by: 'me' };
    const note = await saved({ promise });
    const kept = store.server.db.updateTable('promises').set({ state: 'kept' });
    await kept.where('note_id', '=', note.args.noteId).execute();
    await push(makeEdit(note, 1, { promise: null }));
    const rows = store.server.db.selectFrom('promises').select(['what', 'state']);
    expect(await rows.where('note_id', '=', note.args.noteId).execute()).toEqual([
      { what: 'Ring back', state: 'kept' },
    ]);
  });

  it('can neither drop nor change an offer that was done; the others follow the note', async () => {
    const done = offer({ state: 'done', reference: 'R-1' });
    const [open, dropped] = [offer({}), offer({})];
    const note = await saved({ offers: [done, open, dropped] });
    const accepted = { ...open, state: 'accepted' as const, taskOwner: 'Billing' };
    const added = offer({ actionCode: 'give-a-car' });
    const changed = { ...done, state: 'offered' as const, reference: '' };
    const edits = [[accepted, added], [changed]] as const;
    for (const [i, offers] of edits.entries()) {
      await push(makeEdit(note, i + 1, { offers: [...offers] }));
      const expected = i === 0 ? [done, accepted, added] : [done];
      expect((await noteWith(note.args.noteId)).content.offers).toEqual(expected);
      const rows = await store.server.db
        .selectFrom('offers')
        .select(['offer_id', 'state', 'reference', 'flag'])
        .where('note_id', '=', note.args.noteId)
        .execute();
      expect(rows.map((r) => [r.offer_id, r.state, r.reference, r.flag]).sort()).toEqual(
        expected.map((o) => [o.id, o.state, o.reference, o === added ? 'unknown-action' : null]).sort(),
      );
    }
  });

  it('refuses more offers than a note holds beside those that were done', async () => {
    const done = offer({ state: 'done', reference: 'R-1' });
    const note = await saved({ offers: [done] });
    const many = Array.from({ length: 20 }, () => offer({}));
    expect(await push(makeEdit(note, 1, { offers: many }))).toMatchObject([
      { status: 'rejected', code: 'bad-input' },
    ]);
    expect((await noteWith(note.args.noteId)).version).toBe(1);
  });

  it('brings the change to the customer’s card', async () => {
    const note = await saved({ reasons: ['no-connection'] });
    const reasons = async () => (await readCard(store.server.db, customerId))?.lastReasons[0];
    await expect.poll(reasons, { timeout: 30_000 }).toBe('no-connection');
    await push(makeEdit(note, 1, { reasons: ['billed-twice'] }));
    await expect.poll(reasons, { timeout: 30_000 }).toBe('billed-twice');
  });
});
