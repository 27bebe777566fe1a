import { describe, expect, it } from 'vitest';
import type { SaveNote } from '@/lib/protocol/mutation';
import { createUndoSave } from '@/lib/sync/notes/undo-save';
import { createExclusive } from '@/tests/support/memory-area';

const NOTE = '019ab000-0000-7000-8000-0000000000f1';
const CALL = '019ab000-0000-7000-8000-0000000000f2';
const PLACE = { tabId: 1, writer: 'a' };
const ASKED = { noteId: NOTE, draftId: '019ab000-0000-7000-8000-0000000000f3' };
const mutation = { name: 'saveNote', args: { noteId: NOTE, suggested: ['billing'] } } as SaveNote;

/** A call that is on, and a note that was wrapped up before it. */
function world({ isHere }: { isHere: boolean }) {
  const left: string[] = [];
  const begun: string[] = [];
  const restored: unknown[] = [];
  const undo = createUndoSave({
    account: { author: async () => ({ id: 'ana', storeUserId: 'ana', name: 'Ana' }) },
    begin: { leave: async (_user, noteId) => void left.push(noteId) },
    drafts: { active: async () => CALL },
    cancelEdit: { editOf: async () => null },
    seen: { forget: async () => {} },
    edits: { beginSaved: async (_place, { mutation }) => void begun.push(mutation.args.noteId) },
    suggestions: { restore: async (...what) => void restored.push(what) },
    takeBack: async () => (isHere ? mutation : null),
    exclusive: createExclusive(),
    clock: { now: () => new Date('2026-11-27T12:00:00Z') },
  });
  return { undo, left, begun, restored };
}

describe('undoing a wrap-up', () => {
  it('parks the present call once the note is back', async () => {
    const { undo, left } = world({ isHere: true });
    expect(await undo.undo(PLACE, ASKED)).toBe('draft');
    expect(left).toEqual([CALL]);
  });

  it('remembers again what was suggested while the note was written', async () => {
    const { undo, restored } = world({ isHere: true });
    await undo.undo(PLACE, ASKED);
    expect(restored).toEqual([[NOTE, ['billing']]]);
  });

  it('that can’t be leaves the present call as it is', async () => {
    const { undo, left, begun } = world({ isHere: false });
    await expect(undo.undo(PLACE, ASKED)).rejects.toMatchObject({ code: 'not-found' });
    expect([left, begun]).toEqual([[], []]);
  });

  it('of one that has left is an edit, as long as it is remembered: not after a sign-out', async () => {
    const { undo, begun } = world({ isHere: false });
    undo.saving.wrapped({ userId: 'ana', name: 'Marta', mutation });
    expect(await undo.undo(PLACE, ASKED)).toBe('edit');
    undo.forget();
    await expect(undo.undo(PLACE, ASKED)).rejects.toMatchObject({ code: 'not-found' });
    expect(begun).toEqual([NOTE]);
  });
});
