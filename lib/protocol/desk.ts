import { z } from 'zod';
import { correctionSchema, deskStates, deskWhys, LONGEST_QUESTION, matchKinds } from '@/lib/domain/desk';
import { doubtKinds } from '@/lib/domain/doubt';
import { noteContentSchema, offerStates, severities } from '@/lib/domain/note';
import { storedNoteSchema } from './mutation';

const instant = z.iso.datetime({ offset: true });
const version = z.int().min(1);
const whys = z.array(z.enum(deskWhys)).max(deskWhys.length);

export const deskPage = 50;
/** `GET /v1/desk/notes`: the query. */
export const deskQuerySchema = z.object({
  state: z.enum(deskStates).default('waiting'),
  why: z.enum(deskWhys).optional(),
  authorId: z.string().min(1).max(100).optional(),
  /** words of the summary */
  text: z.string().trim().max(200).optional(),
  /** what the page before ended with */
  after: z.string().max(200).optional(),
});
export type DeskQuery = z.input<typeof deskQuerySchema>;

/** A note as the list shows it. */
export const deskItemSchema = z.object({
  noteId: z.uuid(),
  version,
  state: z.enum(deskStates),
  whys,
  /** as the organisation's own file spells it; empty where it has none */
  customerName: z.string(),
  cardNumber: z.int().positive().nullable(),
  author: z.object({ id: z.string(), name: z.string() }),
  /** when the call began, and when this version came */
  at: instant,
  arrivedAt: instant,
  /** the beginning of the summary */
  summary: z.string(),
  severity: z.enum(severities).nullable(),
  exemplary: z.boolean(),
  /** which version is in the record, if any */
  published: version.nullable(),
});
export type DeskItem = z.infer<typeof deskItemSchema>;

export const deskListSchema = z.object({
  notes: z.array(deskItemSchema).max(deskPage),
  /** asks for the next page; null where this is the last */
  next: z.string().nullable(),
  /** up to `MOST_COUNTED` of each */
  counts: z.object({ waiting: z.int(), asked: z.int(), reviewed: z.int() }),
});
export type DeskList = z.infer<typeof deskListSchema>;

const historySchema = z.object({
  kind: z.enum(['reviewed', 'exemplary', 'asked', 'published', 'unpublished']),
  /** by name; null where it published itself */
  by: z.string().nullable(),
  at: instant,
  version,
  question: z.string().optional(),
  /** of `exemplary`: was it marked, or the mark taken away? */
  is: z.boolean().optional(),
  /** of `reviewed`: the version that was corrected */
  corrected: version.optional(),
});

/** `GET /v1/desk/notes/{id}`. */
export const deskNoteSchema = deskItemSchema.extend({
  content: noteContentSchema,
  /** who wrote this version, and when */
  written: z.object({ by: z.string(), at: instant }),
  /** what it said before, the oldest first */
  versions: z.array(storedNoteSchema),
  match: z.enum(matchKinds),
  moves: z.int().nonnegative(),
  /** by whom it was imported from a file */
  importedBy: z.string().nullable(),
  offers: z.array(
    z.object({
      actionCode: z.string(),
      amountMinor: z.int().nonnegative().nullable(),
      state: z.enum(offerStates),
      reference: z.string(),
      flag: z.enum(['over-limit', 'unknown-action']).nullable(),
      approved: z.boolean(),
    }),
  ),
  promise: z
    .object({
      what: z.string(),
      dueOn: z.iso.date(),
      by: z.string(),
      state: z.enum(['due', 'kept', 'broken']),
    })
    .nullable(),
  doubts: z.array(z.object({ kind: z.enum(doubtKinds), text: z.string(), at: instant })),
  question: z.object({ text: z.string(), by: z.string(), at: instant }).nullable(),
  /** the share that chance was held against; null where the note is older than the desk */
  sampledOf: z.number().nullable(),
  unreviewed: z.boolean(),
  history: z.array(historySchema),
});
export type DeskNote = z.infer<typeof deskNoteSchema>;

/** Each request has an id of its own: sent again, it counts once. */
const request = { requestId: z.uuidv7() };

/** `POST /v1/desk/notes/{id}/review`: of this version, as it stands or with how it was coded corrected. */
export const reviewSchema = z.object({ ...request, version, correction: correctionSchema.nullable() });
export type Review = z.infer<typeof reviewSchema>;

/** `POST /v1/desk/notes/{id}/exemplary`. */
export const exemplarySchema = z.object({ ...request, exemplary: z.boolean() });

/** `POST /v1/desk/notes/{id}/ask`: a question to its author about this version. */
export const askBackSchema = z.object({
  ...request,
  version,
  question: z.string().trim().min(1).max(LONGEST_QUESTION),
});

/** `conflict`: the note was edited since it was read; nothing was done, and here is what it says now. */
export const deskDoneSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('done'), note: deskNoteSchema }),
  z.object({ state: z.literal('conflict'), theirs: storedNoteSchema }),
]);
export type DeskDone = z.infer<typeof deskDoneSchema>;

export const MOST_PUBLISHED = 100;
const chosen = z
  .array(z.object({ noteId: z.uuid(), version }))
  .min(1)
  .max(MOST_PUBLISHED);

/** `POST /v1/desk/publish/preview`. */
export const previewRequestSchema = z.object({ notes: chosen });

/** Why a note would not be published, or wasn't. */
export const heldBack = [
  'conflict', // edited since it was read
  'not-reviewed', // nobody has looked at this version
  'there-already', // this version is in the record
  'not-found',
] as const;
export type HeldBack = (typeof heldBack)[number];

export const previewSchema = z.object({
  notes: z.array(
    z.object({ noteId: z.uuid(), will: z.enum(['come', 'replace', ...heldBack]), was: version.nullable() }),
  ),
  /** how many more notes of the record have this reason afterwards, or fewer; those alone that change */
  reasons: z.array(z.object({ code: z.string(), change: z.int() })),
  complaints: z.int(),
});
export type Preview = z.infer<typeof previewSchema>;

/** `POST /v1/desk/publish`: sent again under its id, a note is published once, also after it was taken back. */
export const publishSchema = z.object({ ...request, notes: chosen });

/** `taken`: something beyond the store has it, and nobody takes it back. `failed`: send it again. */
export const publishedSchema = z.object({
  results: z.array(
    z.object({ noteId: z.uuid(), result: z.enum(['published', 'taken-back', 'failed', ...heldBack]) }),
  ),
});
export type PublishResult = z.infer<typeof publishedSchema>['results'][number];

/** `POST /v1/desk/publish/undo`: of what that request published. */
export const undoSchema = z.object({
  ...request,
  of: z.uuidv7(),
  notes: z.array(z.uuid()).min(1).max(MOST_PUBLISHED),
});

export const undoneSchema = z.object({
  results: z.array(
    z.object({
      noteId: z.uuid(),
      /** `replaced`: it was published anew since. `taken`: something beyond the store has it: nobody takes it back */
      result: z.enum(['undone', 'taken', 'replaced', 'not-found', 'failed']),
    }),
  ),
});
export type UndoResult = z.infer<typeof undoneSchema>['results'][number];
