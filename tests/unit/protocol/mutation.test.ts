import { describe, expect, it } from 'vitest';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import { customerDetailSchema } from '@/lib/protocol/customer-detail';
import { mutationResultSchema, mutationSchema } from '@/lib/protocol/mutation';
import { makeMutation } from '@/tests/support/makers';

const { id, clientId, userId, at, args } = makeMutation(1);
const edit = {
  ...{ id, clientId, userId, at, name: 'editNote' },
  args: { noteId: args.noteId, base: 1, content: args.content },
};

describe('an edit on the wire', () => {
  it('is a mutation, and stays one beside saved notes', () => {
    expect(mutationSchema.parse(edit)).toEqual(edit);
    expect(mutationSchema.parse(makeMutation(1))).toEqual(makeMutation(1));
  });

  it.each([
    ['no version', { base: undefined }],
    ['a version before the first', { base: 0 }],
    ['half a version', { base: 1.5 }],
    ['no content', { content: undefined }],
    ['no note', { noteId: 'x' }],
  ])('is not one with %s', (_name, part) => {
    expect(mutationSchema.safeParse({ ...edit, args: { ...edit.args, ...part } }).success).toBe(false);
  });
});

describe('a rejection', () => {
  const rejected = { id, status: 'rejected', code: 'note-conflict', message: '' };
  const theirs = { version: 2, content: emptyNoteContent, by: 'Ana Lima', at };

  it('says what the store has, or doesn’t, as a store does that knows no edits', () => {
    expect(mutationResultSchema.parse({ ...rejected, theirs })).toEqual({ ...rejected, theirs });
    expect(mutationResultSchema.parse(rejected)).toEqual(rejected);
  });
});

it('the detail of a store that knows no edits is read, and offers none', () => {
  const note = { noteId: args.noteId, author: 'Ana', at, content: emptyNoteContent, generated: false };
  const unmoved = { begunBy: null, movedFrom: [], movedFromNames: [], approvedBy: {} };
  const { notes } = customerDetailSchema.parse({ number: 1, responses: [], notes: [note], promises: [] });
  expect(notes).toEqual([{ ...note, importedBy: null, version: 1, editedAt: null, own: false, ...unmoved }]);
});
