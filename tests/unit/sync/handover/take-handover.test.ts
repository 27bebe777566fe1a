import { beforeEach, describe, expect, it } from 'vitest';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import { MINUTE } from '@/lib/platform/clock';
import type { Handover } from '@/lib/protocol/handover';
import { createCallSubject } from '@/lib/sync/handover/call-subject';
import { createTakeHandover } from '@/lib/sync/handover/take-handover';
import type { Outcome } from '@/lib/sync/network/transport';
import { createMemoryDrafts } from '@/tests/support/memory-drafts';
import { customerOf, HERE, noteId, startCalls, TAB } from '../notes/calls-world';

const ID = '01939000-0000-7000-8000-0000000000ff';
const NOW = Date.parse('2026-11-27T09:00:00.000Z');

let at: number;
let given: Partial<Handover>;
let asked: string[];
let takeAnswer: Outcome<unknown> | null;
let disk: ReturnType<typeof createMemoryDrafts>;
let rep: ReturnType<typeof startCalls>;

const handover = (): Handover => ({
  ...{ handoverId: ID, by: 'Ana', mine: false, to: { kind: 'team', name: 'North' }, direction: 'inbound' },
  ...{ givenAt: new Date(NOW).toISOString(), expiresAt: new Date(NOW + 60 * MINUTE).toISOString() },
  ...{
    verified: true,
    onLine: false,
    ask: 'Ring them',
    taken: false,
    startedAt: new Date(NOW).toISOString(),
  },
  content: { ...emptyNoteContent, summary: 'Router dead' },
  ...given,
});

function open() {
  const slots = {
    of: async () => ({
      ...{ state: 'customer' as const, key: 'K1', name: 'Customer 1', customer: customerOf(1) },
      ...{ accountEnd: '', card: null, damaged: false, askSite: false, newcomer: false },
    }),
  };
  const request = async ({ path }: { path: string }) => {
    asked.push(path);
    if (path.endsWith('/find')) return { kind: 'ok', value: { handovers: [handover()] } };
    return takeAnswer ?? { kind: 'ok', value: { handover: handover(), customer: customerOf(1), moves: [] } };
  };
  const { account, begin, words, exclusive, drafts } = rep;
  return createTakeHandover({
    ...{ begin, drafts, words, exclusive, clock: { now: () => new Date(at) } },
    account: { ...account, request: request as never },
    subject: createCallSubject({ drafts, words, slots }),
  });
}

beforeEach(() => {
  [at, given, asked, takeAnswer] = [NOW, {}, [], null];
  disk = createMemoryDrafts();
  rep = startCalls(disk, () => new Date(at));
});

const list = async (caller: 'unverified' | 'customer' | 'other') =>
  (await open().list({ tabId: TAB, caller }))[0];

describe('what a colleague hands over', () => {
  it.each([
    ['closed before the caller is verified', {}, 'unverified', 0, false],
    ['open once they are', {}, 'customer', 0, true],
    [
      'open at once while its giver holds the line for one whom they verified',
      { onLine: true },
      'unverified',
      9,
      true,
    ],
    ['closed again ten minutes later', { onLine: true }, 'unverified', 10, false],
    ['closed where its giver verified nobody', { onLine: true, verified: false }, 'unverified', 0, false],
    ['closed to somebody else, whoever holds the line', { onLine: true }, 'other', 0, false],
  ] as const)('is %s', async (_name, part, caller, minutes, isOpen) => {
    given = part;
    at += minutes * MINUTE;
    const shown = await list(caller);
    expect(shown).toMatchObject({ by: 'Ana', ask: isOpen ? 'Ring them' : null });
    expect(shown?.content?.summary ?? null).toBe(isOpen ? 'Router dead' : null);
  });

  it('can’t be taken before it may be read: the store isn’t even asked for it', async () => {
    await expect(open().take(HERE, ID)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(asked).not.toContain('/v1/handovers/take');
    expect(disk.rows.size).toBe(0);
  });

  it('becomes this call, of the page’s customer, of nobody verified, with who began it', async () => {
    given = { onLine: true };
    await open().take(HERE, ID);
    expect(disk.activeNow()).toBe(ID);
    expect(disk.rows.get(ID)?.draft).toMatchObject({
      ...{ name: 'Customer 1', customer: customerOf(1), begunBy: 'Ana', asked: 'Ring them' },
      askAgain: 'handed-over',
      content: { summary: 'Router dead', caller: 'unverified' },
    });
  });

  it('says nothing of having been verified where its giver verified nobody', async () => {
    given = { verified: false };
    await rep.type(1, 1, { caller: 'customer', summary: 'Rings again' });
    await open().take(HERE, ID);
    expect(disk.rows.get(ID)?.draft.askAgain).toBeNull();
  });

  it('is joined with what the rep wrote by now of the same customer, who stays verified by this rep', async () => {
    await rep.type(1, 1, { caller: 'customer', summary: 'Rings again' }, ['prompt-1']);
    await open().take(HERE, ID);
    expect([...disk.rows.keys()]).toEqual([ID]);
    expect(disk.rows.get(ID)?.draft).toMatchObject({
      ...{ dismissed: ['prompt-1'], content: { caller: 'customer', summary: 'Router dead\n\nRings again' } },
    });
  });

  it('loses nothing of the rep’s own where another was quicker', async () => {
    await rep.type(1, 1, { caller: 'customer', summary: 'Rings again' });
    takeAnswer = { kind: 'refused', status: 404, code: 'not-found' };
    await expect(open().take(HERE, ID)).rejects.toMatchObject({ code: 'not-found' });
    expect(disk.rows.get(noteId(1))?.draft.content.summary).toBe('Rings again');
    expect(disk.activeNow()).toBe(noteId(1));
  });

  it('taken before on this computer, is gone on with from another call, which waits with its words', async () => {
    given = { onLine: true };
    await open().take(HERE, ID);
    await rep.type(1, 1, { caller: 'customer', summary: 'Rings again' });
    expect(disk.activeNow()).toBe(noteId(1));
    await open().take(HERE, ID);
    expect(disk.activeNow()).toBe(ID);
    expect(disk.rows.get(noteId(1))?.draft.content.summary).toBe('Rings again');
  });

  it('is joined with the words that came while the store was asked', async () => {
    await rep.type(1, 1, { caller: 'customer', summary: 'Rings' });
    const taking = open().take(HERE, ID);
    await rep.type(1, 2, { caller: 'customer', summary: 'Rings again, and again' });
    await taking;
    expect(disk.rows.get(ID)?.draft.content.summary).toBe('Router dead\n\nRings again, and again');
  });

  it('taken before on this computer, is gone on with, without a network', async () => {
    given = { onLine: true };
    await open().take(HERE, ID);
    await rep.calls.park(ID);
    takeAnswer = { kind: 'offline' };
    asked = [];
    await open().take(HERE, ID);
    expect([disk.activeNow(), asked]).toEqual([ID, []]);
  });
});
