import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredDraft } from '@/lib/cache/drafts';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import { createCustomerDetail } from '@/lib/sync/customer-detail';
import type { Outcome } from '@/lib/sync/transport';

const TAB = 4;
const NOTE = '01939000-0000-7000-8000-000000000001';

let page: PageSlot;
let pinned: StoredDraft | null;
let answer: Outcome<unknown>;
/** what happens while the answer is on its way */
let meanwhile: () => void;
let asked: string[];

const customer = (cardNumber: number) => ({ cardNumber, identifiers: [] });
const shows = (cardNumber: number): PageSlot => ({
  ...{ state: 'customer', key: `K${cardNumber}`, name: 'Marta', card: null },
  customer: customer(cardNumber),
});
const call = (cardNumber: number): StoredDraft => ({
  ...{ noteId: NOTE, rev: 1, writer: 'frame', savedAt: '2026-11-22T09:00:00.000Z' },
  draft: {
    ...{ name: 'Marta', customer: customer(cardNumber), content: emptyNoteContent },
    ...{ dismissed: [], startedAt: '2026-11-22T09:00:00.000Z', moves: [] },
  },
});

const detailOf = (cardNumber: number) =>
  createCustomerDetail({
    account: {
      author: async () => ({ id: 'ana', storeUserId: 'ana', name: 'Ana Lima' }),
      request: async ({ path }) => {
        asked.push(path);
        meanwhile();
        return answer as never;
      },
    },
    drafts: {
      active: async () => pinned?.noteId ?? null,
      get: async () => pinned,
    },
    slots: { of: async () => page },
  })(TAB, cardNumber);

beforeEach(() => {
  page = shows(7);
  pinned = null;
  answer = { kind: 'ok', value: { number: 7, responses: [], notes: [], promises: [] } };
  meanwhile = () => {};
  asked = [];
});

describe('the words behind a card', () => {
  it('are had for who stands on the page', async () => {
    expect(await detailOf(7)).toMatchObject({ state: 'ready', detail: { number: 7 } });
    expect(asked).toEqual(['/v1/customers/7/detail']);
  });

  it('are had for this call’s customer, whatever the page shows', async () => {
    page = { state: 'nobody' };
    pinned = call(7);
    expect(await detailOf(7)).toMatchObject({ state: 'ready' });
  });

  it.each<[string, PageSlot]>([
    ['another customer', shows(8)],
    ['nobody', { state: 'nobody' }],
    ['nothing yet', { state: 'blank' }],
  ])('are not even asked for while the page shows %s', async (_, slot) => {
    page = slot;
    pinned = call(9);
    await expect(detailOf(7)).rejects.toMatchObject({ code: 'identity-changed' });
    expect(asked).toEqual([]);
  });

  it.each<[string, () => void]>([
    ['shows somebody else', () => (page = shows(8))],
    ['shows nobody', () => (page = { state: 'nobody' })],
  ])('are kept back when the page %s by the time they are here', async (_, change) => {
    meanwhile = change;
    await expect(detailOf(7)).rejects.toMatchObject({ code: 'identity-changed' });
    expect(asked).toHaveLength(1);
  });

  it.each<[Outcome<unknown>, string | { state: 'offline' }]>([
    [{ kind: 'offline' }, { state: 'offline' }],
    [{ kind: 'server-error' }, { state: 'offline' }],
    [{ kind: 'retry-later', afterMs: null }, { state: 'offline' }],
    [{ kind: 'signed-out' }, 'session-expired'],
    [{ kind: 'refused', status: 403, code: 'not-allowed' }, 'not-allowed'],
    [{ kind: 'refused', status: 404, code: 'not-found' }, 'not-found'],
  ])('end with what the store said: %j', async (outcome, expected) => {
    answer = outcome;
    if (typeof expected === 'string') await expect(detailOf(7)).rejects.toMatchObject({ code: expected });
    else expect(await detailOf(7)).toEqual(expected);
  });
});
