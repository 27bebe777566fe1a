import { expect, it } from 'vitest';
import type { DeskWhy } from '@/lib/domain/desk';
import type { DoubtKind } from '@/lib/domain/doubt';
import type { Identifier } from '@/lib/domain/identifier';
import type { NoteContent } from '@/lib/domain/note';
import { mergeCustomers } from '@/server/customers/merge-customers';
import { adoptNotes } from '@/server/desk/adopt-notes';
import { drawFor } from '@/server/desk/draw-sample';
import { addCustomer } from './support/add-customer';
import { describeEachDatabase } from './support/databases';
import { makeOffer, useDesk } from './support/desk-store';
import { cardNumberOf } from './support/known-customer';
import { type MutationSpec, makeEdit, makeMutation } from './support/make-mutation';

const PHONE: Identifier = { kind: 'phone', value: '+442079460001' };
const SHARED: Identifier = { kind: 'email', value: 'house@example.org' };
const promise = { what: 'Call back', dueOn: '2099-01-04', by: 'me' };

describeEachDatabase('why a note is at the desk', (kind) => {
  const desk = useDesk(kind);
  const { write, row, push, store, known, db } = desk;

  function doubt(at: Date, doubtKind: DoubtKind = 'wrong-reason') {
    const { cardNumber } = known;
    const args = { cardNumber, cardVersion: 1, kind: doubtKind, text: 'It was her son.' };
    const common = { id: desk.newId(), clientId: desk.newId(), userId: store().users.rep };
    return { ...common, name: 'reportDoubt', at: at.toISOString(), args };
  }
  const whysOf = async (noteId: string) => (await row(noteId)).whys;

  it.each<[string, Partial<NoteContent>, DeskWhy[]]>([
    ['nothing that anybody need look at', {}, []],
    ['an offer within the limit', { offers: [makeOffer()] }, []],
    ['a complaint', { complaint: true }, ['complaint']],
    ['a promise', { promise }, ['promise']],
    ['an offer over the limit', { offers: [makeOffer({ amountMinor: 900_000 })] }, ['over-limit']],
    [
      'an offer that the playbook doesn’t have',
      { offers: [makeOffer({ actionCode: 'villa' })] },
      ['over-limit'],
    ],
    ['several things at once', { complaint: true, promise }, ['complaint', 'promise']],
  ])('with %s', async (_, content, whys) => {
    const { noteId } = (await write(content)).args;
    expect(await row(noteId)).toMatchObject({
      ...{ whys, state: whys.length > 0 ? 'waiting' : 'sampled-out' },
      ...{ rank: whys.length > 0 ? 0 : 1, version: 1, match: 'certain' },
    });
  });

  it.each<[string, (card: number) => MutationSpec['customer'], string, DeskWhy[]]>([
    [
      'an address of theirs',
      (cardNumber) => ({ cardNumber, identifiers: [{ kind: 'email', value: 'own@example.org' }] }),
      'certain',
      [],
    ],
    [
      'a phone alone',
      (cardNumber) => ({ cardNumber, identifiers: [PHONE] }),
      'phone-alone',
      ['low-confidence'],
    ],
    [
      'what others have too',
      (cardNumber) => ({ cardNumber, identifiers: [SHARED] }),
      'shared',
      ['low-confidence'],
    ],
    [
      'a rep’s word against the page',
      (cardNumber) => ({ cardNumber, identifiers: [{ kind: 'email', value: 'nobody@example.org' }] }),
      'by-hand',
      ['low-confidence'],
    ],
    [
      'somebody new by a phone',
      () => ({ identifiers: [{ kind: 'phone', value: '+442079460999' }] }),
      'phone-alone',
      ['low-confidence'],
    ],
    [
      'somebody new by an address',
      () => ({ identifiers: [{ kind: 'email', value: 'fresh@example.org' }] }),
      'certain',
      [],
    ],
  ])('found by %s', async (_, customerOf, match, whys) => {
    const own: Identifier = { kind: 'email', value: 'own@example.org' };
    const known = await db()
      .selectFrom('identifier_owners')
      .select('customer_id')
      .where('lookup', '=', 'email:own@example.org')
      .executeTakeFirst();
    const id = known?.customer_id ?? (await addCustomer(db(), { identifiers: [own, PHONE, SHARED] }));
    if (!known) await addCustomer(db(), { identifiers: [SHARED] });
    await store().server.rescore();
    const { noteId } = (await write({}, { customer: customerOf(await cardNumberOf(db(), id)) })).args;
    expect(await row(noteId)).toMatchObject({ match, whys });
  });

  it('moved from another customer', async () => {
    const nobody = { cardNumber: null, identifiers: [] };
    const moves = [{ from: nobody, to: nobody, at: new Date().toISOString() }];
    const { noteId } = (await write({}, { note: { moves } })).args;
    expect(await whysOf(noteId)).toEqual(['wrong-customer']);
  });

  it.each<[string, DoubtKind, DeskWhy]>([
    ['the wrong customer', 'wrong-customer', 'wrong-customer'],
    ['anything else', 'out-of-date', 'looks-wrong'],
  ])(
    'in whose call its author said that Heed shows %s, before the note or after it',
    async (_, said, why) => {
      await db().deleteFrom('doubts').execute();
      const startedAt = new Date(Date.now() - 60_000);
      const during = doubt(new Date(Date.now() - 30_000), said);
      await push(during);
      const note = { startedAt: startedAt.toISOString() };
      const { noteId } = (await write({}, { note })).args;
      expect(await whysOf(noteId)).toEqual([why]);
      expect(await desk.read(noteId)).toMatchObject({ doubts: [{ kind: said, text: 'It was her son.' }] });
      const earlier = new Date(Date.now() - 3_600_000).toISOString();
      const other = (await write({}, { note: { startedAt: earlier, endedAt: earlier } })).args;
      expect(await row(other.noteId)).toMatchObject({ whys: [], state: 'sampled-out' });
      await push(doubt(new Date(Date.parse(earlier) + 1000), said));
      expect(await row(other.noteId)).toMatchObject({ whys: [why], state: 'waiting' });
    },
  );

  it('drawn by chance: repeated from the seed, the same share of many, and never told to an extension', async () => {
    const { sample_seed: seed } = await db()
      .selectFrom('organisation')
      .select('sample_seed')
      .executeTakeFirstOrThrow();
    await desk.setRules({ sampleShare: 0.5 });
    const notes = await Promise.all(Array.from({ length: 24 }, () => write()));
    await desk.setRules({ sampleShare: 0 });
    const rows = await Promise.all(notes.map(({ args }) => row(args.noteId)));
    for (const r of rows) {
      expect(r).toMatchObject({ draw: drawFor(seed, r.note_id), share: 0.5 });
      expect(r.whys).toEqual(drawFor(seed, r.note_id) < 0.5 ? ['sample'] : []);
      expect([r.state, r.rank]).toEqual([r.whys.length > 0 ? 'waiting' : 'sampled-out', 1]);
    }
    expect(new Set(rows.map((r) => r.state)).size).toBe(2);
    expect(await (await store().as('administrator', '/v1/session')).text()).not.toContain(seed);
  });

  it('edited by its author after somebody looked at it; what was a reason once stays one', async () => {
    const note = await write({ complaint: true });
    const { noteId } = note.args;
    await desk.reviewed(noteId);
    expect(await row(noteId)).toMatchObject({ state: 'reviewed', reviewed_version: 1 });
    await push(makeEdit(note, 1, { complaint: false, summary: 'It was nothing.' }));
    expect(await row(noteId)).toMatchObject({ state: 'waiting', version: 2, whys: ['complaint', 'edited'] });
  });

  it('edited before anybody looked: it goes by what it says now', async () => {
    const note = await write();
    await push(makeEdit(note, 1, { complaint: true }));
    expect(await row(note.args.noteId)).toMatchObject({ state: 'waiting', version: 2, whys: ['complaint'] });
  });

  it('goes with its customer, who turns out to be somebody else', async () => {
    const into = await addCustomer(db());
    const email = { kind: 'email' as const, value: `${desk.newId()}@example.org` };
    const { noteId } = (await write({ complaint: true }, { customer: { identifiers: [email] } })).args;
    await desk.reviewed(noteId);
    await mergeCustomers(db(), { from: (await row(noteId)).customer_id, into }, new Date());
    expect(await row(noteId)).toMatchObject({ customer_id: into, state: 'reviewed' });
    expect(await desk.read(noteId)).toMatchObject({ history: [{ kind: 'reviewed' }] });
  });

  it('taken up where a process of before there was a desk stored it, once', async () => {
    const { noteId } = (await write({ complaint: true })).args;
    await db().deleteFrom('note_reviews').where('note_id', '=', noteId).execute();
    const deps = { db: db(), clock: { now: () => new Date() } };
    await Promise.all([adoptNotes(deps), adoptNotes(deps)]);
    expect(await row(noteId)).toMatchObject({ state: 'waiting', whys: ['complaint'], version: 1 });
  });

  it('told once, however often the note is sent', async () => {
    const note = makeMutation({ userId: store().users.rep, customer: known, content: { complaint: true } });
    await push(note, note);
    await push(note);
    const rows = await db()
      .selectFrom('note_reviews')
      .selectAll()
      .where('note_id', '=', note.args.noteId)
      .execute();
    expect(rows).toHaveLength(1);
  });
});
