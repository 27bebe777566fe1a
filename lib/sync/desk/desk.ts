import type { z } from 'zod';
import { AppError } from '@/lib/platform/app-error';
import {
  type askBackSchema,
  type DeskList,
  type DeskQuery,
  deskDoneSchema,
  deskListSchema,
  deskNoteSchema,
  type exemplarySchema,
  type previewRequestSchema,
  previewSchema,
  publishedSchema,
  type publishSchema,
  type reviewSchema,
  undoneSchema,
  type undoSchema,
} from '@/lib/protocol/desk';
import type { Account } from '@/lib/sync/account/account';
import { outcomeError } from '@/lib/sync/network/outcome-error';

type AsUser = { userId: string };
type OfNote = AsUser & { noteId: string };
type Body<T extends z.ZodType> = z.output<T>;

/** What the query says, as an address does; what isn't said is left out. */
const said = (query: DeskQuery): Record<string, string> =>
  Object.fromEntries(Object.entries(query).flatMap(([k, v]) => (v ? [[k, `${v}`]] : [])));

/**
 * The desk of whoever is signed in. Everything is asked in the name of whom the page showed it to.
 * @throws {AppError} `identity-changed` where that is somebody else now
 */
export function createDesk({ account }: { account: Pick<Account, 'author' | 'request'> }) {
  async function ask<T>(
    userId: string,
    asked: { path: string; schema: z.ZodType<T>; query?: Record<string, string>; body?: unknown },
  ): Promise<T> {
    if ((await account.author()).id !== userId) throw new AppError('identity-changed', 'someone else');
    const answer = await account.request({ ...asked, path: `/v1/desk/${asked.path}` }, userId);
    if (answer.kind !== 'ok') throw outcomeError(answer);
    return answer.value;
  }
  const change = <T extends object>(what: string, { userId, noteId, ...body }: OfNote & T) =>
    ask(userId, { path: `notes/${noteId}/${what}`, schema: deskDoneSchema, body });

  return {
    async list(query: DeskQuery): Promise<DeskList & AsUser> {
      const { id: userId } = await account.author();
      return {
        ...(await ask(userId, { path: 'notes', query: said(query), schema: deskListSchema })),
        userId,
      };
    },
    read: ({ userId, noteId }: OfNote) => ask(userId, { path: `notes/${noteId}`, schema: deskNoteSchema }),
    review: (input: OfNote & Body<typeof reviewSchema>) => change('review', input),
    exemplary: (input: OfNote & Body<typeof exemplarySchema>) => change('exemplary', input),
    ask: (input: OfNote & Body<typeof askBackSchema>) => change('ask', input),
    preview: ({ userId, ...body }: AsUser & Body<typeof previewRequestSchema>) =>
      ask(userId, { path: 'publish/preview', schema: previewSchema, body }),
    publish: ({ userId, ...body }: AsUser & Body<typeof publishSchema>) =>
      ask(userId, { path: 'publish', schema: publishedSchema, body }),
    undo: ({ userId, ...body }: AsUser & Body<typeof undoSchema>) =>
      ask(userId, { path: 'publish/undo', schema: undoneSchema, body }),
  };
}
