import { expect, it } from 'vitest';
import type { Correction } from '@/lib/domain/desk';
import { customerDetailSchema } from '@/lib/protocol/customer-detail';
import type { Role } from '@/lib/protocol/roles';
import { describeEachDatabase } from './support/databases';
import { makeOffer, useDesk } from './support/desk-store';
import { makeEdit } from './support/make-mutation';

const promise = { what: 'Call back', dueOn: '2099-01-04', by: 'me' };
const correction: Correction = {
  ...{ contactReason: 'billing', reasons: ['late-delivery'], rootReason: null, severity: 'high' },
  ...{ lossOf: 'customer', complaint: true, jurisdiction: null, dispute: false, supportNeeded: false },
  outcome: 'follow-up',
};

const { rootReason: _, ...withoutRoot } = correction;

describeEachDatabase('from the desk into the record', (kind) => {
  const desk = useDesk(kind);
  const { write, row, push, db, publish, undo, reviewed, act } = desk;
  const chosen = (noteId: string, version = 1) => ({ noteId, version });
  /** What the record holds of a note: the words of the version that is published. */
  async function inRecord(noteId: string) {
    const { published_version } = await row(noteId);
    const note = await db()
      .selectFrom('notes')
      .selectAll()
      .where('note_id', '=', noteId)
      .executeTakeFirstOrThrow();
    if (note.version === published_version) return note.content;
    const of = (version: number) =>
      db()
        .selectFrom('note_versions')
        .select('content')
        .where('note_id', '=', noteId)
        .where('version', '=', version);
    return published_version === null
      ? null
      : (await of(published_version).executeTakeFirstOrThrow()).content;
  }

  it('a review that corrects is the note’s newest version; the rep’s words, promise and offers stay', async () => {
    const offers = [makeOffer({ state: 'done', reference: 'R-1', at: '2020-01-01T00:00:00Z' }), makeOffer()];
    const note = await write({ summary: 'As the rep wrote it.', promise, offers, complaint: true });
    const { noteId, content } = note.args;
    const done = await act(noteId, 'review', { version: 1, correction });
    expect(done).toMatchObject({
      state: 'done',
      note: {
        ...{ state: 'reviewed', version: 2, content: { ...content, ...correction } },
        ...{ written: { by: 'The supervisor' }, versions: [{ version: 1, content, by: 'The rep' }] },
        ...{ history: [{ kind: 'reviewed', by: 'The supervisor', version: 2, corrected: 1 }] },
        ...{
          promise: { ...promise, state: 'due' },
          offers: [{ state: 'done' }, { state: 'accepted', flag: null }],
        },
      },
    });
    const late = makeEdit(note, 1, { summary: 'Meanwhile, elsewhere.' });
    expect(await push(late)).toMatchObject([
      { code: 'note-conflict', theirs: { by: 'The supervisor', version: 2, content: { severity: 'high' } } },
    ]);
  });

  it('a review as it stands makes no version, and sent again counts once', async () => {
    const { noteId } = (await write({ complaint: true })).args;
    const requestId = desk.newId();
    for (let times = 0; times < 2; times += 1)
      await act(noteId, 'review', { requestId, version: 1, correction: null });
    const corrected = desk.newId();
    for (let times = 0; times < 2; times += 1)
      expect(await act(noteId, 'review', { requestId: corrected, version: 1, correction })).toMatchObject({
        state: 'done',
        note: { version: 2 },
      });
    expect(await desk.events(noteId)).toEqual(['reviewed', 'reviewed']);
  });

  it('a review of a version that is no more changes nothing, and brings what the note says now', async () => {
    const note = await write({ complaint: true, summary: 'First.' });
    const { noteId } = note.args;
    await push(makeEdit(note, 1, { summary: 'Second.' }));
    const theirs = { version: 2, by: 'The rep', content: { summary: 'Second.' } };
    for (const [what, body] of [
      ['review', { correction }],
      ['ask', { question: 'Why?' }],
    ] as const)
      expect(await act(noteId, what, { version: 1, ...body })).toMatchObject({ state: 'conflict', theirs });
    expect(await row(noteId)).toMatchObject({ state: 'waiting', version: 2 });
    expect(await desk.events(noteId)).toEqual([]);
  });

  it.each([
    ['words of the rep', { version: 1, correction: { ...correction, summary: 'Other words.' } }],
    ['offers of the rep', { version: 1, correction: { ...correction, offers: [] } }],
    ['a part of how it was coded', { version: 1, correction: { severity: 'low' } }],
    ['a field left out that older notes may lack', { version: 1, correction: withoutRoot }],
    ['no version', { correction: null }],
  ])('a review with %s is refused', async (_, body) => {
    const { noteId } = (await write({ complaint: true })).args;
    const answer = await desk.statusFor('supervisor', `notes/${noteId}/review`, {
      requestId: desk.newId(),
      ...body,
    });
    expect(answer).toBe(400);
    expect((await row(noteId)).state).toBe('waiting');
  });

  it('asked back it waits for its author, and comes back with their edit', async () => {
    const note = await write({ complaint: true });
    const { noteId } = note.args;
    const asked = await act(noteId, 'ask', { version: 1, question: ' Paid with 4111 1111 1111 1111? ' });
    expect(asked).toMatchObject({ note: { state: 'asked', question: { by: 'The supervisor' } } });
    expect(JSON.stringify(asked)).not.toContain('1111 1111');
    const askedOf = async (role: Role) => {
      const path = `/v1/customers/${desk.known.cardNumber}/detail`;
      const { notes } = customerDetailSchema.parse(await (await desk.store().as(role, path)).json());
      return notes.find((one) => one.noteId === noteId)?.question;
    };
    expect(await askedOf('rep')).toMatchObject({
      by: 'The supervisor',
      text: expect.stringContaining('Paid with'),
    });
    expect(await askedOf('supervisor')).toBeUndefined();
    await push(makeEdit(note, 1, { summary: 'By card, yes.' }));
    expect(await askedOf('rep')).toBeUndefined();
    expect(await desk.read(noteId)).toMatchObject({
      ...{ state: 'waiting', question: null, whys: ['complaint', 'edited'] },
      history: [{ kind: 'asked', version: 1 }],
    });
  });

  it('a mark as exemplary is set and taken away, with who did', async () => {
    const { noteId } = (await write()).args;
    expect(await act(noteId, 'exemplary', { exemplary: true })).toMatchObject({ note: { exemplary: true } });
    expect(await act(noteId, 'exemplary', { exemplary: false })).toMatchObject({
      note: {
        exemplary: false,
        history: [
          { kind: 'exemplary', is: true },
          { kind: 'exemplary', is: false },
        ],
      },
    });
  });

  it('what is reviewed is published as it was reviewed; the rest stays out, and says why', async () => {
    const notes = await Promise.all(
      ['A.', 'B.', 'C.', 'D.'].map((summary) => write({ complaint: true, summary })),
    );
    const [a, b, c, d] = notes.map(({ args }) => args.noteId) as [string, string, string, string];
    await Promise.all([a, b, d].map((id) => reviewed(id)));
    await push(makeEdit(notes[1] as (typeof notes)[0], 1, { summary: 'B, edited.' }));
    await publish([chosen(d)]);
    const all = [a, b, c, d, desk.newId()].map((id) => chosen(id));
    expect((await desk.preview(...all)).notes.map((n) => n.will)).toEqual([
      ...['come', 'conflict', 'not-reviewed', 'there-already', 'not-found'],
    ]);
    const { results } = await publish(all);
    expect(results).toEqual(['published', 'conflict', 'not-reviewed', 'there-already', 'not-found']);
    expect(await row(a)).toMatchObject({ state: 'published', unreviewed: false, published_version: 1 });
    expect((await inRecord(a))?.summary).toBe('A.');
    expect([await inRecord(b), await inRecord(c)]).toEqual([null, null]);
  });

  it('a preview says what changes in the record, and does nothing', async () => {
    const { noteId } = (await write({ complaint: true, reasons: ['billed-twice'] })).args;
    await reviewed(noteId);
    await publish([chosen(noteId)]);
    await act(noteId, 'review', { version: 1, correction: { ...correction, complaint: false } });
    const other = (await write({ complaint: true, reasons: ['late-delivery'] })).args.noteId;
    await reviewed(other);
    expect(await desk.preview(chosen(noteId, 2), chosen(other))).toEqual({
      notes: [
        { noteId, will: 'replace', was: 1 },
        { noteId: other, will: 'come', was: null },
      ],
      reasons: [
        { code: 'late-delivery', change: 2 },
        { code: 'billed-twice', change: -1 },
      ],
      complaints: 0,
    });
    expect(await row(noteId)).toMatchObject({ state: 'reviewed', published_version: 1 });
  });

  it('published twice, by two at once or by a request that is sent again, it is published once', async () => {
    const { noteId } = (await write({ complaint: true })).args;
    await reviewed(noteId);
    const both = await Promise.all([publish([chosen(noteId)]), publish([chosen(noteId)])]);
    expect(both.flatMap((p) => p.results).sort()).toEqual(['published', 'there-already']);
    const won = both.find((p) => p.results[0] === 'published')?.requestId ?? '';
    expect((await publish([chosen(noteId)], won)).results).toEqual(['published']);
    expect(await desk.events(noteId)).toEqual(['reviewed', 'published']);
  });

  it('taken back it is as it was, once; a request that comes late publishes nothing again', async () => {
    const { noteId } = (await write({ complaint: true })).args;
    await reviewed(noteId);
    const { requestId } = await publish([chosen(noteId)]);
    const undone = desk.newId();
    expect(await undo(requestId, [noteId], undone)).toEqual(['undone']);
    expect(await undo(requestId, [noteId], undone)).toEqual(['undone']);
    expect(await undo(desk.newId(), [noteId])).toEqual(['not-found']);
    expect(await row(noteId)).toMatchObject({
      state: 'reviewed',
      published_version: null,
      published_by: null,
    });
    expect((await publish([chosen(noteId)], requestId)).results).toEqual(['taken-back']);
    expect((await publish([chosen(noteId)])).results).toEqual(['published']);
    expect(await undo(requestId, [noteId])).toEqual(['replaced']);
    expect(await desk.events(noteId)).toEqual(['reviewed', 'published', 'unpublished', 'published']);
  });

  it('taken back, a note that was published anew is what it was before', async () => {
    const { noteId } = (await write({ complaint: true, severity: 'low' })).args;
    await reviewed(noteId);
    const first = await publish([chosen(noteId)]);
    await act(noteId, 'review', { version: 1, correction });
    const second = await publish([chosen(noteId, 2)]);
    expect((await inRecord(noteId))?.severity).toBe('high');
    expect(await undo(second.requestId, [noteId])).toEqual(['undone']);
    expect((await inRecord(noteId))?.severity).toBe('low');
    expect((await row(noteId)).published_in).toBe(first.requestId);
  });

  it('taken back after its author edited it, it goes on waiting', async () => {
    const note = await write({ complaint: true });
    const { noteId } = note.args;
    await reviewed(noteId);
    const { requestId } = await publish([chosen(noteId)]);
    await push(makeEdit(note, 1, { summary: 'Something else.' }));
    expect(await row(noteId)).toMatchObject({ state: 'waiting', published_version: 1 });
    expect(await undo(requestId, [noteId])).toEqual(['undone']);
    expect(await row(noteId)).toMatchObject({ state: 'waiting', version: 2, published_version: null });
  });

  it('what something beyond the store has taken is not taken back', async () => {
    const { noteId } = (await write({ complaint: true })).args;
    await reviewed(noteId);
    const { requestId } = await publish([chosen(noteId)]);
    await db()
      .updateTable('note_reviews')
      .set({ taken_at: new Date() })
      .where('note_id', '=', noteId)
      .execute();
    expect(await undo(requestId, [noteId])).toEqual(['taken']);
    expect((await row(noteId)).state).toBe('published');
  });
});
