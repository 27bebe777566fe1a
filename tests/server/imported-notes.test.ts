import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NoteCustomer } from '@/lib/domain/note';
import { customerDetailSchema } from '@/lib/protocol/customer-detail';
import {
  type ExportedNote,
  type ImportResult,
  importedNotesSchema,
  LARGEST_NOTES_FILE,
  MOST_NOTES_IN_FILE,
} from '@/lib/protocol/imported-notes';
import type { NoteMutation } from '@/lib/protocol/mutation';
import type { Role } from '@/lib/protocol/roles';
import { wireErrorSchema } from '@/lib/protocol/wire-error';
import { describeEachDatabase } from './support/databases';
import { addKnownCustomer } from './support/known-customer';
import { type MutationSpec, makeEdit, makeMutation } from './support/make-mutation';
import { pushAs } from './support/push-mutations';
import { startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('notes from a file', (kind) => {
  let store: TestStore;
  let cardNumber: number;

  beforeAll(async () => {
    store = await startTestStore(kind);
    ({ cardNumber } = await addKnownCustomer(store));
  });
  afterAll(() => store.stop());

  const note = (customer: Partial<NoteCustomer> = { cardNumber }, spec: Partial<MutationSpec> = {}) =>
    makeMutation({ userId: store.users.rep, ...spec, customer });

  const exported = (mutation: NoteMutation | null): ExportedNote => ({
    ...{ name: 'Somebody', at: new Date().toISOString(), state: 'needs-attention', code: 'not-allowed' },
    mutation,
  });
  const fileOf = (notes: unknown[], author: object = {}) => ({
    ...{ heed: 'unsent-notes', exportedAt: new Date().toISOString(), notes },
    author: { id: store.users.rep, name: 'The rep', ...author },
  });

  async function bring(notes: unknown[], role: Role = 'supervisor', author = {}): Promise<ImportResult[]> {
    const answer = await store.as(role, '/v1/imported-notes', fileOf(notes, author));
    expect(answer.status).toBe(200);
    return importedNotesSchema.parse(await answer.json()).results;
  }
  const push = (...mutations: object[]) => pushAs(store, 'rep', mutations);
  const statuses = (results: readonly { status: string }[]) => results.map((r) => r.status);
  const rowsOf = (...mutations: NoteMutation[]) =>
    store.server.db
      .selectFrom('notes')
      .selectAll()
      .where(
        'note_id',
        'in',
        mutations.map((m) => m.args.noteId),
      )
      .execute();
  const shown = async (mutation: NoteMutation) => {
    const answer = await store.as('rep', `/v1/customers/${cardNumber}/detail`);
    const { notes } = customerDetailSchema.parse(await answer.json());
    return notes.find((n) => n.noteId === mutation.args.noteId);
  };

  it.each<Role>(['supervisor', 'administrator'])(
    'are stored by a %s, under the author’s name, and say who brought them',
    async (role) => {
      const mutation = note();
      expect(await bring([exported(mutation)], role)).toEqual([{ position: 1, status: 'stored' }]);
      expect(await shown(mutation)).toMatchObject({
        ...{ author: 'The rep', importedBy: `The ${role}`, content: mutation.args.content },
      });
      const [row] = await rowsOf(mutation);
      expect(row).toMatchObject({
        ...{ author_id: store.users.rep, imported_by: store.users[role], claimed_author: 'The rep' },
      });
    },
  );

  it.each<Role>(['rep', 'executive'])('are not taken from a %s', async (role) => {
    const mutation = note();
    const answer = await store.as(role, '/v1/imported-notes', fileOf([exported(mutation)]));
    expect(answer.status).toBe(403);
    expect(wireErrorSchema.parse(await answer.json()).error).toMatchObject({ code: 'not-allowed' });
    expect(await rowsOf(mutation)).toEqual([]);
  });

  it('that their author sent say nothing of an import', async () => {
    const mutation = note();
    await push(mutation);
    expect(await shown(mutation)).toMatchObject({ author: 'The rep', importedBy: null });
  });

  it('carry the name that the file gives where no such user is known', async () => {
    const mutation = note({ cardNumber }, { userId: 'gone-since' });
    await bring([exported(mutation)], 'administrator', { id: 'gone-since', name: 'Ana of last year' });
    expect(await shown(mutation)).toMatchObject({
      ...{ author: 'Ana of last year', importedBy: 'The administrator' },
    });
  });

  it.each([
    ['a user here, by name', { name: 'The rep' }, 'The rep'],
    ['who the file says, and that only it says so', { id: 'gone', name: 'Ana' }, 'Ana (as the file says)'],
  ])('are said to be of %s', async (_name, author, expected) => {
    const mutation = note({ cardNumber }, 'id' in author ? { userId: author.id } : {});
    const answer = await store.as(
      'administrator',
      '/v1/imported-notes',
      fileOf([exported(mutation)], author),
    );
    expect(importedNotesSchema.parse(await answer.json())).toMatchObject({
      ...{ author: expected, results: [{ status: 'stored' }] },
    });
  });

  it('are not stored as a user’s whose name is not the one in the file', async () => {
    const mutation = note();
    const [result] = await bring([exported(mutation)], 'supervisor', { name: 'The executive' });
    expect(result).toMatchObject({ status: 'refused', code: 'not-allowed' });
    expect(await rowsOf(mutation)).toEqual([]);
  });

  it('are not taken under a name with characters that are not seen', async () => {
    const file = fileOf([exported(note())], { name: 'The\u200b rep' });
    expect((await store.as('supervisor', '/v1/imported-notes', file)).status).toBe(400);
  });

  it('are one note each, the file brought twice, and eight times at once', async () => {
    const mutations = [note(), note({ identifiers: [{ kind: 'email', value: 'first@example.org' }] })];
    const all = await Promise.all(Array.from({ length: 8 }, () => bring(mutations.map(exported))));
    for (const i of [0, 1]) {
      const each = all.map((results) => results[i]?.status);
      expect(each.filter((s) => s === 'stored')).toHaveLength(1);
      expect(each.filter((s) => s === 'there-already')).toHaveLength(7);
    }
    expect(statuses(await bring(mutations.map(exported), 'administrator'))).toEqual([
      'there-already',
      'there-already',
    ]);
    const rows = await rowsOf(...mutations);
    expect(rows.map((r) => r.imported_by)).toEqual([store.users.supervisor, store.users.supervisor]);
  });

  it.each(['the file first', 'the author’s computer first', 'both at once'])(
    'are one note with what the author’s own computer sends: %s',
    async (order) => {
      const mutation = note();
      const file = () => bring([exported(mutation)]).then(statuses);
      const own = () => push(mutation).then(statuses);
      if (order === 'the file first') {
        expect([await file(), await own()]).toEqual([['stored'], ['duplicate']]);
      } else if (order === 'both at once') {
        const [brought, sent] = await Promise.all([file(), own()]);
        expect([
          ['stored', 'duplicate'],
          ['there-already', 'applied'],
        ]).toContainEqual([...brought, ...sent]);
      } else {
        expect([await own(), await file()]).toEqual([['applied'], ['there-already']]);
      }
      expect(await rowsOf(mutation)).toHaveLength(1);
    },
  );

  it('that were corrected since are known again, from the file and from the author’s computer', async () => {
    const mutation = note();
    await bring([exported(mutation)]);
    const content = JSON.stringify({ ...mutation.args.content, summary: 'Corrected.' });
    await store.server.db
      .updateTable('notes')
      .set({ content })
      .where('note_id', '=', mutation.args.noteId)
      .execute();
    expect(statuses(await bring([exported(mutation)]))).toEqual(['there-already']);
    expect(statuses(await push(mutation))).toEqual(['duplicate']);
    expect((await rowsOf(mutation))[0]?.content.summary).toBe('Corrected.');
  });

  it('edited in the file never stand for the author’s own words: theirs stay on their computer', async () => {
    const mutation = note();
    const forged = {
      ...mutation,
      args: { ...mutation.args, content: { ...mutation.args.content, summary: 'Forged.' } },
    };
    await bring([exported(forged)]);
    const theirs = { version: 1, content: forged.args.content };
    expect(await push(mutation)).toMatchObject([{ status: 'rejected', code: 'note-conflict', theirs }]);
  });

  it('put under the id of an edit or of a doubt that still waits never stand for it: nothing of it is dropped', async () => {
    const first = note();
    await push(first);
    const edit = makeEdit(first, 1, { summary: 'Corrected.' });
    const doubt = {
      ...{ ...note(), name: 'reportDoubt' },
      args: { cardNumber, cardVersion: 1, kind: 'not-their-score', text: 'Her son answered.' },
    };
    const brought = await bring([edit, doubt].map(({ id }) => exported({ ...note(), id })));
    expect(statuses(brought)).toEqual(['stored', 'stored']);
    expect(await push(edit, doubt)).toMatchObject([
      { status: 'rejected', code: 'note-conflict', theirs: { version: 1, content: first.args.content } },
      { status: 'rejected', code: 'not-allowed' },
    ]);
  });

  it('are taken each by itself: good ones are stored around those that can’t be, which say why', async () => {
    const [before, after] = [note(), note()];
    const results = await bring([
      exported(before),
      { ...exported(note()), mutation: { id: 'x', name: 'dropTable' } },
      exported(null),
      'nothing like a note',
      exported(note({ cardNumber: 999_999 })),
      exported(note({ cardNumber }, { userId: store.users.executive })),
      exported(
        note(
          { cardNumber },
          { content: { promise: { what: 'no such year', dueOn: '0000-01-01', by: 'me' } } },
        ),
      ),
      exported(after),
    ]);
    expect(results.map((r) => (r.status === 'refused' ? r.code : r.status))).toEqual([
      ...[
        'stored',
        'bad-input',
        'unreadable',
        'bad-input',
        'customer-not-found',
        'not-allowed',
        'bad-input',
        'stored',
      ],
    ]);
    expect(results.map((r) => r.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const r of results) if (r.status === 'refused') expect(r.message).toMatch(/\w+\.$/);
    expect(await rowsOf(before, after)).toHaveLength(2);
  });

  it('have card numbers masked, like any other', async () => {
    const mutation = note({ cardNumber }, { content: { summary: 'Card 4111 1111 1111 1111, she said.' } });
    await bring([exported(mutation)]);
    expect((await rowsOf(mutation))[0]?.content.summary).not.toContain('4111 1111');
    expect(statuses(await bring([exported(mutation)]))).toEqual(['there-already']);
  });

  it.each<[string, () => unknown, number, string]>([
    ['another kind of file', () => ({ customers: [] }), 400, 'bad-input'],
    ['no JSON', () => '{"heed": "unsent-no', 400, 'bad-input'],
    [
      'an author with a control character',
      () => fileOf([exported(note())], { name: 'A\u0000' }),
      400,
      'bad-input',
    ],
    ['no note', () => fileOf([]), 400, 'bad-input'],
    [
      'more notes than it takes',
      () => fileOf(Array.from({ length: MOST_NOTES_IN_FILE + 1 }, () => 0)),
      400,
      'bad-input',
    ],
    ['more bytes than it takes', () => fileOf(['x'.repeat(LARGEST_NOTES_FILE)]), 413, 'too-large'],
  ])('are not looked for in %s', async (_, body, status, code) => {
    const answer = await store.as('supervisor', '/v1/imported-notes', body());
    expect(answer.status).toBe(status);
    expect(wireErrorSchema.parse(await answer.json()).error.code).toBe(code);
  });
});
