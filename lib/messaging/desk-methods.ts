import { z } from 'zod';
import {
  askBackSchema,
  deskDoneSchema,
  deskListSchema,
  deskNoteSchema,
  deskQuerySchema,
  exemplarySchema,
  previewRequestSchema,
  previewSchema,
  publishedSchema,
  publishSchema,
  reviewSchema,
  undoneSchema,
  undoSchema,
} from '@/lib/protocol/desk';
import { method } from './rpc-method';

/** `userId` (`NoteUser.id`): in whose name it is done; refused where that is somebody else now. */
const asUser = { userId: z.string() };
const page = ['page'] as const;
const ofNote = { ...asUser, noteId: z.uuid() };

/** The supervisor's desk: a page of our own only, for it shows many customers and changes the record. */
export const deskMethods = {
  /** its `userId`: for whom it was read, and in whose name all else is asked */
  'desk.list': method({ from: page, input: deskQuerySchema, output: deskListSchema.extend(asUser) }),
  'desk.read': method({ from: page, input: z.object(ofNote), output: deskNoteSchema }),
  'desk.review': method({ from: page, input: reviewSchema.extend(ofNote), output: deskDoneSchema }),
  'desk.exemplary': method({ from: page, input: exemplarySchema.extend(ofNote), output: deskDoneSchema }),
  'desk.ask': method({ from: page, input: askBackSchema.extend(ofNote), output: deskDoneSchema }),
  'desk.preview': method({ from: page, input: previewRequestSchema.extend(asUser), output: previewSchema }),
  'desk.publish': method({ from: page, input: publishSchema.extend(asUser), output: publishedSchema }),
  'desk.undo': method({ from: page, input: undoSchema.extend(asUser), output: undoneSchema }),
} as const;
