import { afterAll, beforeAll, expect } from 'vitest';
import type { z } from 'zod';
import type { deskRulesSchema } from '@/lib/domain/desk';
import type { NoteContent, Offer } from '@/lib/domain/note';
import { uuidv7 } from '@/lib/platform/ids';
import {
  deskDoneSchema,
  deskListSchema,
  deskNoteSchema,
  previewSchema,
  publishedSchema,
  undoneSchema,
} from '@/lib/protocol/desk';
import type { SaveNote } from '@/lib/protocol/mutation';
import type { Role } from '@/lib/protocol/roles';
import type { DatabaseKind } from './databases';
import { addKnownCustomer } from './known-customer';
import { type MutationSpec, makeMutation } from './make-mutation';
import { pushAs } from './push-mutations';
import { startTestStore, type TestStore } from './test-store';

const newId = () => uuidv7(new Date());

/** A store with a customer whom a rep writes notes about, and a supervisor's desk. Chance picks nothing unless a test says so. */
export function useDesk(kind: DatabaseKind) {
  let running: TestStore | null = null;
  const store = (): TestStore => {
    if (!running) throw new Error('the store has not started');
    return running;
  };
  const known = { cardNumber: 0, customerId: '' };
  const db = () => store().server.db;

  async function setRules(desk: z.input<typeof deskRulesSchema>): Promise<void> {
    await db()
      .updateTable('organisation')
      .set({ rules: JSON.stringify({ desk }) })
      .execute();
  }
  beforeAll(async () => {
    running = await startTestStore(kind);
    Object.assign(known, await addKnownCustomer(store()));
    await setRules({ sampleShare: 0 });
  });
  afterAll(() => running?.stop());

  const push = (...mutations: object[]) => pushAs(store(), 'rep', mutations);
  /** A note of the rep's, as their extension sends it. */
  async function write(
    content: Partial<NoteContent> = {},
    spec: Partial<MutationSpec> = {},
  ): Promise<SaveNote> {
    const customer = { cardNumber: known.cardNumber };
    const note = makeMutation({ userId: store().users.rep, customer, content, ...spec });
    expect(await push(note)).toMatchObject([{ status: 'applied' }]);
    return note;
  }
  const ask = async <T extends z.ZodType>(schema: T, path: string, body?: object): Promise<z.output<T>> => {
    const answer = await store().as('supervisor', `/v1/desk/${path}`, body);
    expect(answer.status, path).toBe(200);
    return schema.parse(await answer.json());
  };

  const list = (query = '') => ask(deskListSchema, `notes${query}`);
  const read = (noteId: string) => ask(deskNoteSchema, `notes/${noteId}`);
  const act = (noteId: string, what: 'review' | 'ask' | 'exemplary', body: object) =>
    ask(deskDoneSchema, `notes/${noteId}/${what}`, { requestId: newId(), ...body });
  const reviewed = (noteId: string, version = 1) => act(noteId, 'review', { version, correction: null });
  type Chosen = { noteId: string; version: number };
  const preview = (...notes: Chosen[]) => ask(previewSchema, 'publish/preview', { notes });
  const publish = async (notes: Chosen[], requestId = newId()) => ({
    requestId,
    results: (await ask(publishedSchema, 'publish', { requestId, notes })).results.map((r) => r.result),
  });
  const undo = async (of: string, notes: string[], requestId = newId()) =>
    (await ask(undoneSchema, 'publish/undo', { requestId, of, notes })).results.map((r) => r.result);

  const row = (noteId: string) =>
    db().selectFrom('note_reviews').selectAll().where('note_id', '=', noteId).executeTakeFirstOrThrow();
  const events = async (noteId: string) =>
    (
      await db()
        .selectFrom('note_review_events')
        .select('kind')
        .where('note_id', '=', noteId)
        .orderBy('at')
        .orderBy('event_id')
        .execute()
    ).map((e) => e.kind);
  const statusFor = async (role: Role, path: string, body?: object) =>
    (await store().as(role, `/v1/desk/${path}`, body)).status;

  return {
    ...{ store, db, known, setRules, push, write, list, read, act, reviewed, newId },
    ...{ preview, publish, undo, row, events, statusFor },
  };
}

/** An offer that nobody need look at. */
export const makeOffer = (part: Partial<Offer> = {}): Offer => ({
  ...{ id: newId(), actionCode: 'refund-charge', amountMinor: 100, state: 'accepted' },
  ...{ reference: '', taskOwner: '', approvalId: null, at: new Date().toISOString() },
  ...part,
});
