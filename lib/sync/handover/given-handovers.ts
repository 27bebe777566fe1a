import { z } from 'zod';
import type { Draft, Drafts } from '@/lib/cache/drafts';
import type { HandBackToDraft } from '@/lib/cache/hand-back';
import type { Outbox } from '@/lib/cache/outbox';
import type { OutboxEntry } from '@/lib/cache/outbox-rows';
import type { NoteContent, NoteCustomer } from '@/lib/domain/note';
import { standInName } from '@/lib/domain/stand-in-name';
import type { GivenAway } from '@/lib/messaging/handover-methods';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, MINUTE, SECOND } from '@/lib/platform/clock';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import {
  type Given,
  givenListSchema,
  givenSchema,
  type TakenNote,
  takenNoteSchema,
} from '@/lib/protocol/handover';
import type { HandOver } from '@/lib/protocol/mutation';
import type { Account } from '@/lib/sync/account/account';
import type { StoreNames } from '@/lib/sync/customer/store-names';
import { outcomeError } from '@/lib/sync/network/outcome-error';
import { noteLock } from '@/lib/sync/notes/begin-note';
import type { DraftWords } from '@/lib/sync/notes/draft-words';
import type { GivenNames } from './given-names';

type GivenDeps = {
  account: Pick<Account, 'author' | 'request'>;
  drafts: Pick<Drafts, 'get' | 'isFinished'>;
  words: Pick<DraftWords, 'put'>;
  outbox: Pick<Outbox, 'list'>;
  handBack: HandBackToDraft;
  names: GivenNames;
  storeNames: Pick<StoreNames, 'of'>;
  /** sends what waits, now */
  push(): Promise<void>;
  area: StorageArea;
  exclusive: Exclusive;
  clock: Clock;
};

const askedSchema = z.object({ userId: z.string(), at: z.number(), given: z.array(givenSchema) });
/** How long an answer stands in for another: while one waits to be taken, its giver may have somebody on the line; who has given nothing hardly ever asks. */
const FRESH = { waiting: 3 * SECOND, taken: MINUTE / 2, none: MINUTE };

const freshFor = (given: readonly Given[]) =>
  given.some(({ state }) => state === 'waiting')
    ? FRESH.waiting
    : given.length > 0
      ? FRESH.taken
      : FRESH.none;

type Waiting = OutboxEntry & { handover: HandOver };
const isHandOver = (entry: OutboxEntry): entry is Waiting =>
  Boolean(entry.handover) && entry.state !== 'dropped';

const blank = { dismissed: [], line: '', begunBy: '', asked: '', movedFrom: '' };
/** What only stands for a name is none: a page may still show theirs. */
const asName = (name: string, customer: NoteCustomer) => (name === standInName(customer) ? '' : name);
const NOTHING = { userId: '', at: 0, given: [] };

/** Time has gone by: who is on the line is asked anew. */
const unverified = (content: NoteContent): NoteContent => ({ ...content, caller: 'unverified' });

/** By whose name the store may be asked: of nobody who was found alone, and never verified, it names any. */
const mayBeNamed = ({ cardNumber, verified }: Given) => (verified ? cardNumber : null);

/** What those are called whom these are about, in the same order. The browser may have been closed since they were given. */
async function namesOf(
  given: readonly Given[],
  { names, storeNames }: Pick<GivenDeps, 'names' | 'storeNames'>,
): Promise<string[]> {
  const kept = await Promise.all(given.map(({ handoverId }) => names.of(handoverId)));
  const shown = given.map((one, i) => {
    const standsFor = { cardNumber: one.cardNumber, identifiers: [] };
    const known = kept[i]?.name ?? standInName(standsFor);
    const number = asName(known, standsFor) === '' ? mayBeNamed(one) : null;
    return { known, number };
  });
  // In one question: how often the store is asked for names is counted.
  const told = await storeNames.of(shown.flatMap(({ number }) => number ?? []));
  return shown.map(({ known, number }) => (number !== null && told.get(number)?.name) || known);
}

/** What this rep handed over, and how it comes back to them: by their own word, or when nobody took it in time. */
export function createGivenHandovers({ account, drafts, words, outbox, names, clock, ...deps }: GivenDeps) {
  const { handBack, push, area, exclusive } = deps;
  const asked = createStoredValue({ area, exclusive, key: 'given', schema: askedSchema, fallback: NOTHING });

  async function mine(userId: string): Promise<Given[]> {
    const last = await asked.read();
    const age = clock.now().getTime() - last.at;
    const isFresh = age >= 0 && age < freshFor(last.given);
    if (last.userId === userId && isFresh) return last.given;
    const answer = await account.request({ path: '/v1/handovers/mine', schema: givenListSchema }, userId);
    // What was known last is still told: the list is no promise.
    if (answer.kind !== 'ok') return last.userId === userId ? last.given : [];
    const { given } = answer.value;
    await asked.write({ userId, at: clock.now().getTime(), given });
    return given;
  }

  async function ask<T>(
    userId: string,
    what: 'withdraw' | 'close',
    schema: z.ZodType<T>,
    handoverId: string,
  ) {
    const request = { path: `/v1/handovers/${what}`, schema, body: { handoverId } };
    const answer = await account.request(request, userId);
    if (answer.kind !== 'ok') throw outcomeError(answer);
    return answer.value;
  }

  const close = async (userId: string, handoverId: string) => {
    await ask(userId, 'close', z.object({}), handoverId);
    await asked.clear();
  };

  async function keep(userId: string, { handover, customer, moves }: TakenNote): Promise<void> {
    const { handoverId: noteId, content, direction, startedAt } = handover;
    if ((await drafts.get(userId, noteId)) || (await drafts.isFinished(noteId))) return;
    const name = asName((await names.of(noteId))?.name ?? '', customer);
    const draft: Draft = { ...blank, name, customer, content, direction, startedAt, moves };
    const savedAt = clock.now().toISOString();
    await words.put({
      ...{ userId, before: null, activate: false },
      next: { noteId, rev: 1, writer: 'heed', savedAt, draft },
    });
  }

  /** The store gives it back again until it knows that this disk has it. */
  async function fromStore(userId: string, handoverId: string): Promise<void> {
    const back = await ask(userId, 'withdraw', takenNoteSchema, handoverId);
    await exclusive(noteLock(handoverId), () => keep(userId, back));
    await close(userId, handoverId);
  }

  const unsent = async (userId: string) => (await outbox.list(userId)).filter(isHandOver);

  /** @returns false when it may be at the store by now */
  async function fromHere(userId: string, { id, name, handover }: Waiting): Promise<boolean> {
    const { noteId, customer, content, direction, startedAt, moves } = handover.args;
    const known = { customer, direction, startedAt, moves };
    const draft: Draft = { ...blank, name: asName(name, customer), ...known, content: unverified(content) };
    return handBack({ userId, outboxId: id, noteId, draft, savedAt: clock.now().toISOString() });
  }

  async function takeBack(userId: string, handoverId: string): Promise<void> {
    const find = async () => (await unsent(userId)).find((e) => e.handover.args.noteId === handoverId);
    const here = await find();
    if (here && (await fromHere(userId, here))) return;
    if (here) await push();
    // It may be on its way this very moment: taken back here, two would have it.
    if (await find()) throw new AppError('offline');
    await fromStore(userId, handoverId);
  }

  async function toUnsent({ name, handover, state }: Waiting): Promise<GivenAway> {
    const { noteId, givenAt } = handover.args;
    const to = (await names.of(noteId))?.to ?? '';
    const here = state === 'waiting' ? 'unsent' : 'refused';
    return { handoverId: noteId, name, to, givenAt, state: here, takenBy: null };
  }

  async function toGiven(all: readonly Given[]): Promise<GivenAway[]> {
    const called = await namesOf(all, { names, storeNames: deps.storeNames });
    return all.map(({ handoverId, to, givenAt, state, takenBy }, i) => {
      const now = state === 'taken' ? ('taken' as const) : ('waiting' as const);
      return { handoverId, name: called[i] ?? '', to: to.name, givenAt, state: now, takenBy };
    });
  }

  return {
    /** To be called at sign-out. What was handed over is the store's to know. */
    clear: () => Promise.all([asked.clear(), names.clear()]),
    async list(): Promise<GivenAway[]> {
      const { id } = await account.author();
      const waiting = await unsent(id);
      // On its way this moment: what the store says now is soon not so.
      if (waiting.length > 0) await asked.clear();
      const given = await mine(id);
      if (waiting.length > 0) await asked.clear();
      const over = given.filter(({ state }) => state === 'expired' || state === 'withdrawn');
      // Each by itself: one that can't come back now does so later.
      await Promise.allSettled(over.map(({ handoverId }) => fromStore(id, handoverId)));
      const there = given.filter(({ state }) => state === 'waiting' || state === 'taken');
      const here = await Promise.all(waiting.map(toUnsent));
      const known = new Set(here.map(({ handoverId }) => handoverId));
      const others = await toGiven(there.filter((g) => !known.has(g.handoverId)));
      return [...here, ...others];
    },

    /** @throws {AppError} `not-found` when somebody has it, `offline` while the store can't say */
    async takeBack(handoverId: string): Promise<void> {
      const { id } = await account.author();
      await takeBack(id, handoverId);
      await asked.clear();
    },

    close: async (handoverId: string): Promise<void> => close((await account.author()).id, handoverId),

    /** A handover has gone, or come to the store. */
    changed: asked.clear,
  };
}
