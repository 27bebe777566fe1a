import { beforeEach, describe, expect, it } from 'vitest';
import type { Conflicts } from '@/lib/cache/conflicts';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { NoteMutation, SaveNote } from '@/lib/protocol/mutation';
import { createNoteEdits } from '@/lib/sync/notes/note-edits';
import { createUndoSave } from '@/lib/sync/notes/undo-save';
import { createMemoryDrafts } from '@/tests/support/memory-drafts';
import { customerOf, HERE, noteId, startCalls } from './calls-world';

const [CALL, EDIT, SAVED, AGAIN] = [noteId(1), noteId(2), noteId(3), noteId(4)];
const original = { ...emptyNoteContent, summary: 'As saved' };
const asked = { draftId: AGAIN, noteId: SAVED, cardNumber: 11, version: 2, content: original };
const mine = { name: 'editNote', args: { noteId: SAVED, base: 1, content: original } } as NoteMutation;
const theirs = { version: 3, content: { ...emptyNoteContent, summary: 'Theirs' } };
const wrapped = { name: 'saveNote', args: { noteId: SAVED, suggested: null } } as SaveNote;

let disk: ReturnType<typeof createMemoryDrafts>;
let rep: ReturnType<typeof startCalls>;
let edits: ReturnType<typeof createNoteEdits>;
/** which conflicts were settled by both texts */
let joined: string[];

const summaryOf = (id: string | null) => disk.rows.get(id ?? '')?.draft.content.summary;

/** A rep who edits a saved note in the middle of a call, and has typed in it. */
beforeEach(async () => {
  disk = createMemoryDrafts();
  joined = [];
  rep = startCalls(disk, () => new Date('2026-11-27T09:00:00.000Z'));
  const outbox = { list: async () => [], newestOf: async () => null, lastSent: async () => null };
  const conflict = { id: 'C', noteId: SAVED, name: 'Customer 1', mine, theirs };
  const conflicts = {
    get: async () => conflict,
    joined: async ({ id }: { id: string }) => void joined.push(id),
  } as unknown as Conflicts;
  edits = createNoteEdits({ ...rep, outbox, conflicts });
  await rep.type(1, 1, { summary: 'Router dead' });
  await rep.begin.begin('ana', {
    ...{ noteId: EDIT, rev: 1, writer: 'frame', content: original, dismissed: [] },
    about: { name: 'Customer 1', customer: customerOf(1) },
    edits: { noteId: SAVED, base: 2, original, returnTo: CALL },
  });
  await rep.type(2, 2, { summary: 'As saved, and a wrong thing' });
});

describe('a note whose edit was cancelled a moment ago', () => {
  it('is edited anew as it was saved: what was thrown away doesn’t come back', async () => {
    await rep.cancelEdit.cancel(EDIT);
    await edits.begin(HERE, asked);
    expect(disk.activeNow()).toBe(AGAIN);
    expect(summaryOf(AGAIN)).toBe('As saved');
    expect([...disk.rows.keys()].sort()).toEqual([CALL, AGAIN]);
    await expect(rep.calls.resume(EDIT)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes both texts of a conflict', async () => {
    await rep.cancelEdit.cancel(EDIT);
    await edits.choose(HERE, { id: 'C', keep: 'both', draftId: AGAIN });
    expect(joined).toEqual(['C']);
    expect(summaryOf(AGAIN)).toContain('Theirs');
    expect(disk.rows.has(EDIT)).toBe(false);
  });

  it('is a draft again where its wrap-up is undone', async () => {
    const taken: string[] = [];
    const undo = createUndoSave({
      ...{ ...rep, edits },
      takeBack: async ({ noteId }) => {
        taken.push(noteId);
        return wrapped;
      },
    });
    await rep.cancelEdit.cancel(EDIT);
    expect(await undo.undo(HERE, { noteId: SAVED, draftId: AGAIN })).toBe('draft');
    expect(taken).toEqual([SAVED]);
    expect(disk.rows.has(EDIT)).toBe(false);
  });
});

describe('a note that is being edited', () => {
  it('is gone on with where an edit of it is asked for, with what was typed', async () => {
    await edits.begin(HERE, asked);
    expect(disk.activeNow()).toBe(EDIT);
    expect(summaryOf(EDIT)).toBe('As saved, and a wrong thing');
  });

  it('and was cancelled and taken up again is gone on with as well', async () => {
    await rep.cancelEdit.cancel(EDIT);
    await rep.calls.resume(EDIT);
    await edits.begin(HERE, asked);
    expect(summaryOf(disk.activeNow())).toBe('As saved, and a wrong thing');
  });

  it('takes no second text beside it', async () => {
    const both = edits.choose(HERE, { id: 'C', keep: 'both', draftId: AGAIN });
    await expect(both).rejects.toMatchObject({ code: 'bad-input' });
    expect(joined).toEqual([]);
  });

  it('is no draft of its own where its wrap-up is undone', async () => {
    const undo = createUndoSave({ ...{ ...rep, edits }, takeBack: async () => wrapped });
    undo.saving.wrapped({ userId: 'ana', name: 'Customer 1', mutation: wrapped });
    expect(await undo.undo(HERE, { noteId: SAVED, draftId: AGAIN })).toBe('edit');
    expect(disk.activeNow()).toBe(EDIT);
  });
});

it('an edit that was cancelled for good leaves no trace of who saw it and what was suggested for it', async () => {
  const stored = disk.rows.get(EDIT);
  if (!stored) throw new Error('no edit');
  await rep.seen.shown(stored, 'another');
  await rep.suggestions.restore(EDIT, ['billing']);
  const cancelled = await rep.cancelEdit.cancel(EDIT);
  if (!cancelled) throw new Error('nothing to go on with');
  await rep.cancelEdit.drop(cancelled);
  expect(await rep.seen.hasSeen(stored, 'another')).toBe(false);
  expect(await rep.suggestions.shown(EDIT)).toBeNull();
});
