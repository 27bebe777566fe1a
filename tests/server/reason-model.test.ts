import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NoteCustomer } from '@/lib/domain/note';
import { suggestReasons } from '@/lib/domain/reasons/suggest-reasons';
import { packedModelSchema, unpackModel } from '@/lib/protocol/reason-model';
import { sessionSchema } from '@/lib/protocol/session';
import { codedNotes } from '@/server/reasons/coded-notes';
import { FEWEST_NOTES, learnReasons } from '@/server/reasons/learn-reasons';
import { describeEachDatabase } from './support/databases';
import { addKnownCustomer } from './support/known-customer';
import { makeEdit, makeMutation } from './support/make-mutation';
import { pushAs } from './support/push-mutations';
import { startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('what notes teach', (kind) => {
  let store: TestStore;
  let cardNumber: number;

  beforeAll(async () => {
    store = await startTestStore(kind);
    ({ cardNumber } = await addKnownCustomer(store));
  });
  afterAll(() => store.stop());

  async function save(
    summary: string,
    reasons: string[],
    suggested: string[] | null,
    customer: Partial<NoteCustomer> = { cardNumber },
  ) {
    const note = makeMutation({
      ...{ userId: store.users.rep, customer, content: { summary, reasons } },
      note: { suggested },
    });
    expect(await pushAs(store, 'rep', [note])).toMatchObject([{ status: 'applied' }]);
    return note;
  }
  const taught = async () => (await codedNotes(store.server.db)).map(({ text, code }) => `${text}: ${code}`);

  it.each([
    ['written without a suggestion', 'alpha', ['other'], [], true],
    ['against all that were suggested', 'bravo', ['other'], ['no-connection'], true],
    ['as it was suggested', 'charlie', ['other'], ['other', 'no-connection'], false],
    ['where nobody knows what was suggested', 'delta', ['other'], null, false],
    ['without a reason', 'echo', [], [], false],
    ['without words', '', ['other'], [], false],
  ])('a note %s', async (_, summary, reasons, suggested, teaches) => {
    await save(summary, reasons, suggested);
    const all = await taught();
    expect(all.includes(`${summary}: other`)).toBe(teaches);
  });

  it('a note that somebody else corrected, by what it says now', async () => {
    const note = await save('foxtrot', ['other'], ['other', 'no-connection']);
    await pushAs(store, 'rep', [makeEdit(note, 1, { summary: 'foxtrot', reasons: ['no-connection'] })]);
    expect(await taught()).not.toContain('foxtrot: no-connection');
    await store.server.db
      .updateTable('notes')
      .set({ edited_by: store.users.supervisor })
      .where('note_id', '=', note.args.noteId)
      .execute();
    expect(await taught()).toContain('foxtrot: no-connection');
  });

  it('is nothing before there are enough of them', async () => {
    await learnReasons(store.server);
    expect((await store.as('rep', '/v1/reason-model')).status).toBe(404);
  });

  it('reaches the rep: the session names it, and it suggests', async () => {
    for (let n = 0; n < FEWEST_NOTES; n += 1) {
      const customer = { identifiers: [{ kind: 'email' as const, value: `c${n % 6}@example.org` }] };
      await save(`the zeppelin ${n} Okonkwo${n}`, ['engineer-missed'], [], customer);
      await save(`Mrs Featherstonehaugh wrote from f${n}@corp.example`, ['engineer-missed'], []);
    }
    await learnReasons(store.server);
    const session = sessionSchema.parse(await (await store.as('rep', '/v1/session')).json());
    const packed = packedModelSchema.parse(await (await store.as('rep', '/v1/reason-model')).json());
    expect(packed.version).toBe(session.reasonModel);
    expect(suggestReasons(unpackModel(packed), 'the zeppelin')[0]?.code).toBe('engineer-missed');
    // One customer's name, however often it was written, and no part of an address.
    const learned = packed.names.join('\n');
    expect(learned).toContain('zeppelin');
    for (const trace of ['feather', 'haugh', 'corp']) expect(learned).not.toContain(trace);
  });
});
