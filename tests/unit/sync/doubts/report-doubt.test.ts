import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredDraft } from '@/lib/cache/drafts';
import type { DoubtEntry } from '@/lib/cache/outbox-doubts';
import type { OutboxEntry } from '@/lib/cache/outbox-rows';
import type { Doubt } from '@/lib/domain/doubt';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import { AppError, errorCode } from '@/lib/platform/app-error';
import { mutationSchema } from '@/lib/protocol/mutation';
import { createDoubts } from '@/lib/sync/doubts/report-doubt';
import { createOutboxExport } from '@/lib/sync/notes/export-outbox';
import { createPush } from '@/lib/sync/notes/push';
import { createUnsentNotes } from '@/lib/sync/notes/unsent-notes';

const TAB = 4;
const ID = '01939000-0000-7000-8000-00000000000d';
const AT = '2026-11-22T09:00:00.000Z';
const clock = { now: () => new Date(AT) };
const customer = (cardNumber: number) => ({ cardNumber, identifiers: [] });

let page: PageSlot;
let user: string | null;
let rows: DoubtEntry[];
let pinned: StoredDraft | null;

const shows = (cardNumber: number): PageSlot => ({
  ...{ state: 'customer', key: `K${cardNumber}`, name: 'Marta', accountEnd: '', card: null },
  ...{ damaged: false, askSite: false, newcomer: false, customer: customer(cardNumber) },
});
const account = {
  author: async () => {
    if (user === null) throw new AppError('signed-out');
    return { id: `https://heed.example ${user}`, storeUserId: user, name: 'Ana Lima' };
  },
};

const doubts = createDoubts({
  account,
  clientId: async () => '01939000-0000-7000-8000-0000000000c1',
  drafts: { active: async () => pinned?.noteId ?? null, get: async () => pinned },
  outbox: {
    addDoubt: async (entry) => void rows.push(entry),
    withdrawDoubt: async (userId, id) => {
      const before = rows.length;
      rows = rows.filter((row) => row.userId !== userId || row.mutation.id !== id);
      return rows.length < before;
    },
  },
  slots: { of: async () => page },
  storeNames: { callOf: async ({ customer, content }) => `${content.caller} ${customer.cardNumber}` },
  clock,
});

const doubt: Doubt = { cardNumber: 7, cardVersion: 3, kind: 'wrong-reason', text: 'It was the router.' };
const report = (part: Partial<Doubt> = {}) =>
  doubts.report({ tabId: TAB, id: ID, doubt: { ...doubt, ...part } });

beforeEach(() => {
  page = shows(7);
  user = 'ana';
  rows = [];
  pinned = null;
});

describe('a doubt', () => {
  it('goes to the outbox as a mutation of its own, under its author, with the customer’s name', async () => {
    await report();
    const [row] = rows;
    expect(row).toMatchObject({ userId: 'https://heed.example ana', name: 'Marta' });
    expect(mutationSchema.parse(row?.mutation)).toEqual({
      ...{ id: ID, clientId: '01939000-0000-7000-8000-0000000000c1', userId: 'ana', at: AT },
      ...{ name: 'reportDoubt', args: doubt },
    });
  });

  it('is about whom the page or the call is about, and nobody else', async () => {
    page = shows(8);
    expect(await report().catch(errorCode)).toBe('identity-changed');
    page = { state: 'blank' };
    expect(await report().catch(errorCode)).toBe('identity-changed');
    expect(rows).toEqual([]);
  });

  it('about this call, while the page shows nobody, calls the customer as the call does', async () => {
    page = { state: 'blank' };
    const draft = {
      ...{ name: '', direction: 'inbound' as const, customer: customer(7), dismissed: [], moves: [] },
      ...{ content: { ...emptyNoteContent, caller: 'customer' as const }, startedAt: AT },
      ...{ line: '', begunBy: '', asked: '', movedFrom: '' },
    };
    pinned = { noteId: ID, rev: 1, writer: 'frame', savedAt: AT, draft };
    await report();
    expect(rows[0]?.name).toBe('customer 7');
  });

  it('has no card number in it, and is nobody’s who isn’t signed in', async () => {
    await report({ text: 'Paid by 4111 1111 1111 1111' });
    expect(rows[0]?.mutation.args.text).toBe('Paid by •••• 1111');
    user = null;
    expect(await report().catch(errorCode)).toBe('signed-out');
    expect(rows).toHaveLength(1);
  });

  it('is taken back by its author alone', async () => {
    await report();
    user = 'ben';
    expect(await doubts.withdraw(ID)).toBe(false);
    user = 'ana';
    expect(await doubts.withdraw(ID)).toBe(true);
    expect(await doubts.withdraw(ID)).toBe(false);
  });
});

describe('a doubt that waits', () => {
  const waiting = (): OutboxEntry[] =>
    rows.map(({ mutation, name }) => ({
      ...{ id: mutation.id, at: AT, state: 'waiting', code: null, name },
      ...{ mutation: null, doubt: mutation, theirs: null },
    }));

  it('is sent as notes are, and is gone once the store has it', async () => {
    await report();
    const sent: unknown[] = [];
    const push = createPush({
      account: {
        state: async () => ({ state: 'signed-in', user: await account.author() }) as never,
        request: async ({ body }) => {
          sent.push(body);
          return { kind: 'ok', value: { results: [{ id: ID, status: 'duplicate' }] } } as never;
        },
      },
      outbox: {
        due: async () => waiting(),
        remove: async (ids) => {
          rows = rows.filter(({ mutation }) => !ids.includes(mutation.id));
        },
        needsAttention: async () => undefined,
        failed: async () => undefined,
      },
      exclusive: (_, work) => work(),
      clock,
      onFewer() {},
    });
    expect((await push()).outcome.kind).toBe('ok');
    expect(sent).toEqual([
      { mutations: [expect.objectContaining({ id: ID, name: 'reportDoubt', args: doubt })] },
    ]);
    expect(rows).toEqual([]);
  });

  it('is listed with what looks wrong, and is in the file that a rep can save', async () => {
    await report();
    const outbox = { list: async () => waiting() };
    const unsent = createUnsentNotes({ account, outbox, conflicts: { get: async () => null } });
    expect(await unsent()).toMatchObject([
      { id: ID, name: 'Marta', kind: 'doubt', doubt: 'wrong-reason', summary: 'It was the router.' },
    ]);
    const file = JSON.parse(await createOutboxExport({ account, outbox, clock })());
    expect(file.notes).toMatchObject([{ mutation: { name: 'reportDoubt', args: doubt } }]);
  });
});
