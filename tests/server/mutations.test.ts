import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NoteCustomer } from '@/lib/domain/note';
import { customerDetailSchema } from '@/lib/protocol/customer-detail';
import { readCard } from '@/server/publish/read-card';
import { bookOverHttp } from './support/book-over-http';
import { cardsOf, follow, newReader } from './support/book-reader';
import { describeEachDatabase } from './support/databases';
import { addKnownCustomer } from './support/known-customer';
import { type MutationSpec, makeMutation } from './support/make-mutation';
import { pushAs } from './support/push-mutations';
import { startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('mutations', (kind) => {
  let store: TestStore;
  let customerId: string;
  let cardNumber: number;

  beforeAll(async () => {
    store = await startTestStore(kind);
    const known = await addKnownCustomer(store, { kind: 'phone', value: '+4420555010' });
    ({ customerId, cardNumber } = known);
  });
  afterAll(() => store.stop());

  const note = (customer: Partial<NoteCustomer>, spec: Omit<Partial<MutationSpec>, 'customer'> = {}) =>
    makeMutation({ userId: store.users.rep, customer, ...spec });
  const onCard = (spec: Omit<Partial<MutationSpec>, 'customer'> = {}) => note({ cardNumber }, spec);

  const push = (...mutations: object[]) => pushAs(store, 'rep', mutations);

  const notesWith = (noteId: string) =>
    store.server.db.selectFrom('notes').selectAll().where('note_id', '=', noteId).execute();

  it('stores a note with its promise and offers, and shows it to another rep with the author’s name', async () => {
    const promise = { what: 'Refund of 18', dueOn: '2099-01-01', by: 'me' };
    const offer = {
      id: '01890000-0000-7000-8000-00000000000a',
      actionCode: 'refund-charge',
      amountMinor: 1800,
      state: 'accepted' as const,
      reference: 'R-77',
      taskOwner: '',
      approvalId: null,
      at: new Date().toISOString(),
    };
    const mutation = onCard({ content: { promise, offers: [offer], reasons: ['billed-twice'] } });
    expect(await push(mutation)).toEqual([{ id: mutation.id, status: 'applied' }]);

    const answer = await store.as('supervisor', `/v1/customers/${cardNumber}/detail`);
    const detail = customerDetailSchema.parse(await answer.json());
    expect(detail.notes[0]).toMatchObject({
      noteId: mutation.args.noteId,
      author: 'The rep',
      content: mutation.args.content,
    });
    expect(detail.promises).toEqual([{ ...promise, state: 'due' }]);
    const offers = await store.server.db.selectFrom('offers').selectAll().execute();
    expect(offers).toMatchObject([{ offer_id: offer.id, amount_minor: 1800, reference: 'R-77' }]);
  });

  it('brings the note to the card within two seconds', async () => {
    const book = await bookOverHttp(store, 'rep');
    const reader = newReader();
    await follow(book, reader);
    reader.changes.splice(0);
    await push(onCard({ content: { reasons: ['no-connection'] } }));
    const changed = async () => {
      await follow(book, reader);
      return cardsOf(reader.changes).cards;
    };
    await expect.poll(changed, { timeout: 20_000, interval: 50 }).toHaveLength(1);
    const [card] = await changed();
    expect(card).toMatchObject({ number: cardNumber, lastReasons: ['no-connection', 'billed-twice'] });
  });

  it('applies the same batch once, sent twice', async () => {
    const batch = [onCard(), onCard(), onCard()];
    expect((await push(...batch)).map((r) => r.status)).toEqual(['applied', 'applied', 'applied']);
    expect((await push(...batch)).map((r) => r.status)).toEqual(['duplicate', 'duplicate', 'duplicate']);
    for (const { args } of batch) expect(await notesWith(args.noteId)).toHaveLength(1);
  });

  it('applies the same batch once, sent eight times at once, also for a customer not yet known', async () => {
    const identifiers = [{ kind: 'email' as const, value: 'crowd@example.org' }];
    const batch = [onCard(), note({ identifiers }), note({ identifiers })];
    const results = (await Promise.all(Array.from({ length: 8 }, () => push(...batch)))).flat();
    for (const { id, args } of batch) {
      const mine = results.filter((r) => r.id === id).map((r) => r.status);
      expect(mine.filter((s) => s === 'applied')).toHaveLength(1);
      expect(mine.filter((s) => s === 'duplicate')).toHaveLength(7);
      expect(await notesWith(args.noteId)).toHaveLength(1);
    }
    const owners = await store.server.db
      .selectFrom('identifier_owners')
      .select('customer_id')
      .where('lookup', '=', 'email:crowd@example.org')
      .execute();
    expect(owners).toHaveLength(1);
  });

  it('takes an edited note under the same id for a conflict and keeps the first', async () => {
    const first = onCard();
    const edited = onCard({ note: { ...first.args, content: { ...first.args.content, summary: 'Other.' } } });
    const [kept, refused] = await push(first, edited);
    expect(kept?.status).toBe('applied');
    const theirs = { version: 1, content: first.args.content, by: 'The rep' };
    expect(refused).toMatchObject({ status: 'rejected', code: 'note-conflict', theirs });
    const [row] = await notesWith(first.args.noteId);
    expect(row?.content.summary).toBe(first.args.content.summary);
  });

  it('takes a stored note that is now about somebody else for a conflict', async () => {
    const first = onCard();
    const elsewhere = note(
      { identifiers: [{ kind: 'email', value: 'else@example.org' }] },
      { note: { ...first.args, customer: { cardNumber: null, identifiers: [] } } },
    );
    const [, refused] = await push(first, elsewhere);
    expect(refused).toMatchObject({ status: 'rejected', code: 'note-conflict' });
    const [row, ...others] = await notesWith(first.args.noteId);
    expect([row?.customer_id, others]).toEqual([customerId, []]);
  });

  it('takes the same note under another mutation for a duplicate', async () => {
    const first = onCard();
    const again = onCard({ note: first.args });
    expect((await push(first, again)).map((r) => r.status)).toEqual(['applied', 'duplicate']);
  });

  it('takes a mutation sent again for a duplicate, though the note was edited since', async () => {
    const first = onCard();
    await push(first);
    const content = JSON.stringify({ ...first.args.content, summary: 'Corrected by a supervisor.' });
    await store.server.db
      .updateTable('notes')
      .set({ content })
      .where('note_id', '=', first.args.noteId)
      .execute();
    expect(await push(first)).toEqual([{ id: first.id, status: 'duplicate' }]);
    const [row] = await notesWith(first.args.noteId);
    expect(row?.content.summary).toBe('Corrected by a supervisor.');
  });

  it('stores one of two notes under one id that come at once and are about two customers', async () => {
    const twins = Array.from({ length: 20 }, (_, i) => {
      const first = onCard();
      const elsewhere = [{ kind: 'email' as const, value: `twin.${i}@example.org` }];
      return [first, note({ identifiers: elsewhere }, { note: { noteId: first.args.noteId } })] as const;
    });
    const results = (await Promise.all(twins.flat().map((mutation) => push(mutation)))).flat();
    const count = (status: string) => results.filter((r) => r.status === status).length;
    expect([count('applied'), count('rejected')]).toEqual([20, 20]);
    for (const [{ args }] of twins) expect(await notesWith(args.noteId)).toHaveLength(1);
  });

  const known = { kind: 'email', value: 'known@example.org' } as const;
  const ticket = { kind: 'externalId', system: 'zendesk', recordType: 'ticket', value: '40217' } as const;

  it.each<[string, Partial<NoteCustomer>, string]>([
    ['one customer', { identifiers: [known] }, 'applied'],
    ['several customers', { identifiers: [{ kind: 'phone', value: '+4420555010' }] }, 'customer-ambiguous'],
    ['nobody named at all', { identifiers: [] }, 'customer-not-found'],
    ['a card there isn’t', { cardNumber: 999_999, identifiers: [] }, 'customer-not-found'],
    ['a ticket, and nobody', { identifiers: [ticket] }, 'customer-not-found'],
    ['a ticket of one customer', { identifiers: [ticket, known] }, 'applied'],
  ])('finds whom a note is about: %s', async (_name, customer, expected) => {
    const mutation = note(customer);
    const [result] = await push(mutation);
    expect(result?.status === 'rejected' ? result.code : result?.status).toBe(expected);
    const rows = await notesWith(mutation.args.noteId);
    expect(rows.map((r) => r.customer_id)).toEqual(expected === 'applied' ? [customerId] : []);
  });

  it('makes a customer of whom a ticket’s note names, who is not known by the ticket', async () => {
    const mia = { kind: 'email', value: 'mia@example.org' } as const;
    const first = note({ identifiers: [ticket, mia] });
    expect((await push(first)).map((r) => r.status)).toEqual(['applied']);
    const owners = await store.server.db
      .selectFrom('identifiers')
      .select('value')
      .where('customer_id', '=', (await notesWith(first.args.noteId))[0]?.customer_id ?? '')
      .execute();
    expect(owners).toEqual([{ value: 'mia@example.org' }]);
  });

  it('makes a customer of identifiers that nobody has, and finds them again', async () => {
    const identifiers = [
      { kind: 'externalId' as const, system: 'rt', recordType: 'user', value: '41' },
      { kind: 'email' as const, value: 'new@example.org' },
    ];
    const first = note({ identifiers });
    const second = note({ identifiers: identifiers.slice(1) });
    expect((await push(first, second)).map((r) => r.status)).toEqual(['applied', 'applied']);
    const [a] = await notesWith(first.args.noteId);
    const [b] = await notesWith(second.args.noteId);
    expect(a?.customer_id).toBe(b?.customer_id);
  });

  it('makes one customer of many first notes that come at once', async () => {
    const identifiers = [{ kind: 'phone' as const, value: '+4420555099' }];
    const notes = Array.from({ length: 8 }, () => note({ identifiers }));
    const results = (await Promise.all(notes.map((n) => push(n)))).flat();
    expect(results.map((r) => r.status)).toEqual(notes.map(() => 'applied'));
    const owners = await store.server.db
      .selectFrom('identifier_owners')
      .select('customer_id')
      .where('lookup', '=', 'phone:+4420555099')
      .execute();
    expect(owners).toHaveLength(1);
  });

  it('takes no note of another author', async () => {
    const foreign = makeMutation({ userId: store.users.supervisor, customer: { cardNumber } });
    expect(await push(foreign)).toMatchObject([{ status: 'rejected', code: 'not-allowed' }]);
    expect(await notesWith(foreign.args.noteId)).toEqual([]);
  });

  it('applies the good ones around poisoned ones', async () => {
    const [before, after] = [onCard(), onCard()];
    const results = await push(
      before,
      { id: 'unknown', name: 'dropTable' },
      { ...onCard(), args: { noteId: 'not a note' } },
      { ...onCard(), userId: store.users.executive },
      onCard({ content: { promise: { what: 'no such year', dueOn: '0000-01-01', by: 'me' } } }),
      after,
    );
    expect(results.map((r) => r.status)).toEqual([
      'applied',
      'rejected',
      'rejected',
      'rejected',
      'rejected',
      'applied',
    ]);
    expect(await notesWith(after.args.noteId)).toHaveLength(1);
  });

  it('keeps words around characters that no database stores', async () => {
    const mutation = onCard({ content: { summary: 'half\u0000 a \ud83d pair, whole 😀' } });
    expect((await push(mutation)).map((r) => r.status)).toEqual(['applied']);
    const [row] = await notesWith(mutation.args.noteId);
    expect(row?.content.summary).toBe('half a \ufffd pair, whole 😀');
    expect((await push(mutation)).map((r) => r.status)).toEqual(['duplicate']);
  });

  it('counts a contact from a computer whose clock runs ahead', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const identifiers = [{ kind: 'email' as const, value: 'ahead@example.org' }];
    const mutation = note({ identifiers }, { note: { startedAt: tomorrow, endedAt: tomorrow } });
    await push(mutation);
    const [row] = await notesWith(mutation.args.noteId);
    const contacts = async () => {
      const card = await readCard(store.server.db, row?.customer_id ?? '');
      return card?.contacts90;
    };
    await expect.poll(contacts, { timeout: 20_000 }).toBe(1);
  });
});
