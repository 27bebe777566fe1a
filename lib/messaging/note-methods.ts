import { z } from 'zod';
import { doubtKinds } from '@/lib/domain/doubt';
import { noteContentSchema } from '@/lib/domain/note';
import { importedNotesSchema, LARGEST_NOTES_FILE } from '@/lib/protocol/imported-notes';
import { storedNoteSchema } from '@/lib/protocol/mutation';
import { anyPage, sidebar, tab } from './callers';
import { method, ok } from './rpc-method';

/** What is typed, saved, edited and sent. */
export const noteMethods = {
  /**
   * Writes the note to disk and answers when it is there. With a `noteId` never seen it begins the call, for the
   * customer whose `key` stood in the form when the first word was typed. `userId` (`NoteUser.id`): who typed it.
   */
  'draft.write': method({
    from: sidebar,
    input: z.object({
      ...tab,
      userId: z.string(),
      noteId: z.uuid(),
      key: z.string().max(8000).nullable(),
      rev: z.int().nonnegative(),
      content: noteContentSchema,
      dismissed: z.array(z.string().max(100)).max(100),
    }),
    output: z.object({ rev: z.int(), savedAt: z.string() }),
  }),
  /** "move this note to the customer on this page", with a trace */
  'note.moveToPage': method({
    from: sidebar,
    input: z.object({ ...tab, noteId: z.uuid(), key: z.string().max(8000) }),
    output: ok,
  }),
  /**
   * Finishes the note. The page is read again first: if it shows someone other than the note's customer, the answer
   * is `confirm` and nothing was saved, until `despitePage` says that the note's customer is right.
   */
  'note.save': method({
    from: sidebar,
    input: z.object({ ...tab, noteId: z.uuid(), rev: z.int().nonnegative(), despitePage: z.boolean() }),
    output: z.discriminatedUnion('state', [
      z.object({ state: z.literal('saved') }),
      z.object({ state: z.literal('confirm'), noteName: z.string(), pageName: z.string(), key: z.string() }),
    ]),
  }),
  /** begins a draft that edits the reader's own saved note, or goes on with the one there is; the call there was waits */
  'note.edit': method({
    from: sidebar,
    input: z.object({
      ...tab,
      draftId: z.uuid(),
      noteId: z.uuid(),
      cardNumber: z.int().positive(),
      version: z.int().min(1),
      content: noteContentSchema,
    }),
    output: ok,
  }),
  /** the same for a note that hasn't reached the store: `id` is the unsent row's */
  'note.editUnsent': method({
    from: sidebar,
    input: z.object({ ...tab, draftId: z.uuid(), id: z.string().max(100) }),
    output: ok,
  }),
  /** leaves a saved note as it is; what was typed (`undoable`) can be gone on with for a moment, by `call.resume` */
  'note.cancelEdit': method({
    from: sidebar,
    input: z.object({ noteId: z.uuid() }),
    output: z.object({ undoable: z.boolean() }),
  }),
  /**
   * takes a wrap-up back: the note is a draft again if it hasn't left, else an edit of it (`draftId`) is begun. The call
   * there is by then waits.
   */
  'note.undoSave': method({
    from: sidebar,
    input: z.object({ ...tab, draftId: z.uuid(), noteId: z.uuid() }),
    output: z.object({ state: z.enum(['draft', 'edit']) }),
  }),
  /** in a conflict: send mine over theirs, leave theirs, or begin a draft (`draftId`) that holds both */
  'conflict.choose': method({
    from: sidebar,
    input: z.object({
      ...tab,
      draftId: z.uuid(),
      id: z.string().max(100),
      keep: z.enum(['mine', 'theirs', 'both']),
    }),
    output: ok,
  }),
  /** asks again about what was dropped for the store's text */
  'conflict.takeBack': method({ from: sidebar, input: z.object({ id: z.string().max(100) }), output: ok }),
  'outbox.list': method({
    from: anyPage,
    input: z.object({}),
    output: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        at: z.string(),
        /** `dropped`: the store's text was chosen; what was dropped can be taken back for a while */
        state: z.enum(['waiting', 'needs-attention', 'dropped']),
        code: z.string().nullable(),
        summary: z.string(),
        /** `handover`: a half-written note on its way to somebody else */
        kind: z.enum(['note', 'edit', 'doubt', 'handover']),
        /** what looked wrong, of a doubt */
        doubt: z.enum(doubtKinds).optional(),
        /** both texts, until a person has chosen; `mine` is null where it can't be read any more */
        conflict: z.object({ mine: noteContentSchema.nullable(), theirs: storedNoteSchema }).nullable(),
      }),
    ),
  }),
  'outbox.retry': method({ from: anyPage, input: z.object({}), output: ok }),
  /** own unsent notes as a JSON text to keep or hand to a supervisor */
  'outbox.export': method({ from: anyPage, input: z.object({}), output: z.object({ json: z.string() }) }),

  /** a file that another's `outbox.export` made; the store takes it from a supervisor or an administrator only */
  'notes.import': method({
    from: ['page'],
    input: z.object({ json: z.string().max(LARGEST_NOTES_FILE) }),
    output: importedNotesSchema,
  }),
} as const;
