import { beforeEach, describe, expect, it } from 'vitest';
import type { KeptDetail } from '@/lib/cache/details';
import type { StoredDraft } from '@/lib/cache/drafts';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import { AppError } from '@/lib/platform/app-error';
import { createCustomerDetail } from '@/lib/sync/customer/customer-detail';
import type { Outcome } from '@/lib/sync/network/transport';

const TAB = 4;
const NOTE = '01939000-0000-7000-8000-000000000001';
const AS_OF = '2026-11-22T09:00:00.000Z';

let page: PageSlot;
let pinned: StoredDraft | null;
let user: string | null;
let answer: Outcome<unknown>;
/** what happens while the answer is on its way */
let meanwhile: () => void;
let asked: string[];
/** by user and number */
let kept: Map<string, KeptDetail>;

const customer = (cardNumber: number) => ({ cardNumber, identifiers: [] });
const shows = (cardNumber: number): PageSlot => ({
  ...{ state: 'customer', key: `K${cardNumber}`, name: 'Marta', accountEnd: '', card: null },
  ...{ damaged: false, askSite: false, newcomer: false },
  customer: customer(cardNumber),
});
const call = (cardNumber: number): StoredDraft => ({
  ...{ noteId: NOTE, rev: 1, writer: 'frame', savedAt: AS_OF },
  draft: {
    ...{ name: 'Marta', direction: 'inbound', customer: customer(cardNumber), content: emptyNoteContent },
    ...{ dismissed: [], startedAt: AS_OF, moves: [], line: '', begunBy: '', asked: '', movedFrom: '' },
  },
});
const words = (number: number) => ({
  number,
  responses: [],
  notes: [],
  promises: [],
  openCase: null,
  complaint: null,
});

const detailOf = (cardNumber: number) =>
  createCustomerDetail({
    account: {
      author: async () => {
        if (user === null) throw new AppError('signed-out');
        return { id: user, storeUserId: user, name: 'Ana Lima' };
      },
      request: async ({ path }, only) => {
        asked.push(`${path} as ${only}`);
        meanwhile();
        return answer as never;
      },
      bookKeys: async () => null,
    },
    drafts: {
      active: async () => pinned?.noteId ?? null,
      get: async () => pinned,
    },
    slots: { of: async () => page },
    kept: {
      keep: async (userId, detail) => {
        kept.set(`${userId} ${detail.number}`, { detail, asOf: AS_OF });
      },
      recall: async (userId, number) => kept.get(`${userId} ${number}`) ?? null,
      forget: async (number) => {
        for (const key of [...kept.keys()]) if (key.endsWith(` ${number}`)) kept.delete(key);
      },
    },
  })(TAB, cardNumber);

beforeEach(() => {
  page = shows(7);
  pinned = null;
  user = 'ana';
  answer = { kind: 'ok', value: words(7) };
  meanwhile = () => {};
  asked = [];
  kept = new Map();
});

const unreached: [string, Outcome<unknown>][] = [
  ['is away', { kind: 'offline' }],
  ['is broken', { kind: 'server-error' }],
  ['is busy', { kind: 'retry-later', afterMs: null }],
];

describe('the words behind a card', () => {
  it('are had for who stands on the page, in the name of who is signed in, and kept', async () => {
    expect(await detailOf(7)).toEqual({ state: 'ready', detail: words(7), asOf: null });
    expect(asked).toEqual(['/v1/customers/7/detail as ana']);
    expect([...kept.keys()]).toEqual(['ana 7']);
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
  ])('are not even asked for while the page shows %s, kept or not', async (_, slot) => {
    page = slot;
    pinned = call(9);
    kept.set('ana 7', { detail: words(7), asOf: AS_OF });
    await expect(detailOf(7)).rejects.toMatchObject({ code: 'identity-changed' });
    expect(asked).toEqual([]);
  });

  it.each<[string, Outcome<unknown>]>([
    ['says them', { kind: 'ok', value: words(7) }],
    ['can’t be reached and they are kept', { kind: 'offline' }],
  ])('are kept back when the page has gone on by the time the store %s', async (_, outcome) => {
    answer = outcome;
    kept.set('ana 7', { detail: words(7), asOf: AS_OF });
    for (const next of [shows(8), { state: 'nobody' } as const]) {
      page = shows(7);
      meanwhile = () => (page = next);
      await expect(detailOf(7)).rejects.toMatchObject({ code: 'identity-changed' });
    }
    expect(asked).toHaveLength(2);
  });

  it.each<[string, string | null, string]>([
    ['signed out', null, 'signed-out'],
    ['made way for another', 'ben', 'identity-changed'],
  ])('are nobody’s to see when the rep has %s meanwhile', async (_, next, code) => {
    meanwhile = () => (user = next);
    await expect(detailOf(7)).rejects.toMatchObject({ code });
  });

  it.each(unreached)('are what the store last told when it %s, and say since when', async (_, outcome) => {
    await detailOf(7);
    answer = outcome;
    expect(await detailOf(7)).toEqual({ state: 'ready', detail: words(7), asOf: AS_OF });
  });

  it.each(unreached)('are not on this computer when the store %s and never told them', async (_, outcome) => {
    kept.set('ana 8', { detail: words(8), asOf: AS_OF });
    kept.set('ben 7', { detail: words(7), asOf: AS_OF });
    answer = outcome;
    expect(await detailOf(7)).toEqual({ state: 'offline' });
  });

  it.each<[number, 'not-allowed' | 'not-found', boolean]>([
    [403, 'not-allowed', true],
    [404, 'not-found', true],
  ])('are forgotten when the store answers %i', async (status, code) => {
    await detailOf(7);
    answer = { kind: 'refused', status, code };
    await expect(detailOf(7)).rejects.toMatchObject({ code });
    answer = { kind: 'offline' };
    expect(await detailOf(7)).toEqual({ state: 'offline' });
  });

  it.each<[string, Outcome<unknown>, string]>([
    ['a proxy refuses', { kind: 'refused', status: 403, code: null }, 'server-error'],
    ['the sign-in has run out', { kind: 'signed-out' }, 'session-expired'],
    ['the store wants a newer Heed', { kind: 'refused', status: 400, code: 'outdated' }, 'outdated'],
  ])('are not shown, and stay kept, when %s', async (_, outcome, code) => {
    await detailOf(7);
    answer = outcome;
    await expect(detailOf(7)).rejects.toMatchObject({ code });
    answer = { kind: 'offline' };
    expect(await detailOf(7)).toMatchObject({ asOf: AS_OF });
  });
});
