import { beforeEach, describe, expect, it } from 'vitest';
import type { OutboxEntry } from '@/lib/cache/outbox-rows';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import { SECOND } from '@/lib/platform/clock';
import type { Given } from '@/lib/protocol/handover';
import type { HandOver } from '@/lib/protocol/mutation';
import type { Called } from '@/lib/sync/customer/store-names';
import { createGivenHandovers } from '@/lib/sync/handover/given-handovers';
import { createGivenNames } from '@/lib/sync/handover/given-names';
import { createMemoryDrafts } from '@/tests/support/memory-drafts';
import { customerOf, startCalls } from '../notes/calls-world';

const ID = '01939000-0000-7000-8000-0000000000ff';
const AT = '2026-11-27T09:00:00.000Z';
const content = { ...emptyNoteContent, caller: 'customer' as const, summary: 'Router dead' };

const mutation: HandOver = {
  ...{ id: '01939000-0000-7000-8000-0000000000aa', clientId: '00000000-0000-4000-8000-000000000001' },
  ...{ userId: 'ana', at: AT, name: 'handOver' },
  args: {
    ...{ noteId: ID, direction: 'inbound', customer: customerOf(1), content, startedAt: AT, moves: [] },
    ...{ to: { kind: 'team' }, ask: '', onLine: false, givenAt: AT },
  },
};
const row = (part: Partial<OutboxEntry> = {}): OutboxEntry => ({
  ...{
    id: mutation.id,
    at: AT,
    state: 'waiting',
    code: null,
    tried: false,
    name: 'Marta',
    ...{ mutation: null, doubt: null, handover: mutation },
    theirs: null,
  },
  ...part,
});

let disk: ReturnType<typeof createMemoryDrafts>;
let outbox: OutboxEntry[];
let online: boolean;
let atStore: Given[];
let asked: string[];
let pushed: number;
let atStoreNamed: ReadonlyMap<number, Called>;
/** which numbers the store was asked for, question by question */
let namesAsked: (readonly number[])[];

beforeEach(() => {
  disk = createMemoryDrafts();
  [outbox, online, atStore, asked, pushed] = [[], true, [], [], 0];
  [atStoreNamed, namesAsked] = [new Map(), []];
});

const given = (state: Given['state']): Given => ({
  ...{ handoverId: ID, cardNumber: 11, to: { kind: 'team', name: 'North' }, givenAt: AT, state },
  takenBy: state === 'taken' ? 'Ben' : null,
  verified: true,
});

function open(now = () => new Date(AT)) {
  const { account, words, exclusive, area, drafts } = startCalls(disk, now);
  const taken = {
    handover: {
      handoverId: ID,
      content: { ...content, caller: 'unverified' },
      direction: 'inbound',
      startedAt: AT,
    },
    ...{ customer: customerOf(1), moves: [] },
  };
  const request = async ({ path }: { path: string }) => {
    asked.push(path.split('/').at(-1) ?? '');
    if (!online) return { kind: 'offline' };
    if (path.endsWith('mine')) return { kind: 'ok', value: { given: atStore } };
    if (path.endsWith('close')) return { kind: 'ok', value: {} };
    const isTaken = atStore.every(({ state }) => state === 'taken');
    return isTaken ? { kind: 'refused', status: 404, code: 'not-found' } : { kind: 'ok', value: taken };
  };
  return createGivenHandovers({
    ...{ drafts, words, area, exclusive, clock: { now } },
    account: { ...account, request: request as never },
    outbox: { list: async () => outbox },
    names: createGivenNames({ area, exclusive }),
    storeNames: {
      of: async (numbers) => {
        namesAsked.push(numbers);
        return atStoreNamed;
      },
    },
    push: async () => {
      pushed += 1;
      if (online) outbox = [];
    },
    async handBack({ noteId, draft, savedAt, outboxId }) {
      const found = outbox.find(({ id }) => id === outboxId);
      if (!found || (found.state === 'waiting' && found.tried)) return false;
      outbox = [];
      disk.rows.set(noteId, { noteId, rev: 1, writer: 'heed', savedAt, draft });
      return true;
    },
  });
}

const back = () => disk.rows.get(ID)?.draft;

describe('a handover that is taken back', () => {
  it.each([
    ['never left this computer', row()],
    ['was refused by the store', row({ state: 'needs-attention', tried: true, code: 'colleague-not-found' })],
  ])('and %s is a draft again without asking anybody, of nobody verified', async (_name, entry) => {
    outbox = [entry];
    online = false;
    await open().takeBack(ID);
    expect(back()).toMatchObject({
      name: 'Marta',
      content: { summary: 'Router dead', caller: 'unverified' },
    });
    expect([outbox, asked]).toEqual([[], []]);
  });

  it('is of nobody by name where only a number stood for one: a page may still show it', async () => {
    outbox = [row({ name: '#11' })];
    await open().takeBack(ID);
    expect(back()).toMatchObject({ name: '', customer: customerOf(1) });
  });

  it('and may be on its way can’t be, while the store can’t say: two would have it', async () => {
    outbox = [row({ tried: true })];
    online = false;
    await expect(open().takeBack(ID)).rejects.toMatchObject({ code: 'offline' });
    expect([pushed, asked, back()]).toEqual([1, [], undefined]);
  });

  it('and is at the store comes from there, and is closed once this disk has it', async () => {
    atStore = [given('waiting')];
    await open().takeBack(ID);
    expect(back()?.content.summary).toBe('Router dead');
    expect(asked).toEqual(['withdraw', 'close']);
  });

  it('and somebody has by now stays theirs', async () => {
    atStore = [given('taken')];
    await expect(open().takeBack(ID)).rejects.toMatchObject({ code: 'not-found' });
    expect(back()).toBeUndefined();
  });
});

describe('the list of what was handed over', () => {
  it('says what waits on this computer, and what became of the rest', async () => {
    outbox = [row()];
    expect(await open().list()).toMatchObject([{ handoverId: ID, name: 'Marta', state: 'unsent' }]);
    outbox = [];
    atStore = [given('taken')];
    expect(await open().list()).toMatchObject([
      { handoverId: ID, name: '#11', state: 'taken', takenBy: 'Ben' },
    ]);
  });

  it('asks the store again every few seconds while one waits to be taken, and seldom else', async () => {
    let at = Date.parse(AT);
    const list = open(() => new Date(at));
    const asksAfter = async (seconds: number) => {
      at += seconds * SECOND;
      const before = asked.length;
      await list.list();
      return asked.length > before;
    };
    atStore = [given('waiting')];
    expect([await asksAfter(0), await asksAfter(1), await asksAfter(3)]).toEqual([true, false, true]);
    atStore = [given('taken')];
    expect([await asksAfter(3), await asksAfter(20), await asksAfter(20)]).toEqual([true, false, true]);
  });

  it('names whom the store names, also after the browser was closed', async () => {
    atStore = [given('waiting')];
    expect(await open().list()).toMatchObject([{ name: '#11' }]);
    atStoreNamed = new Map([[11, { name: 'Vera Holm', accountEnd: '' }]]);
    expect(await open().list()).toMatchObject([{ name: 'Vera Holm' }]);
  });

  it('names nobody who was never verified: the store isn’t even asked', async () => {
    atStoreNamed = new Map([[11, { name: 'Vera Holm', accountEnd: '' }]]);
    atStore = [{ ...given('waiting'), verified: false }];
    expect(await open().list()).toMatchObject([{ name: '#11' }]);
    expect(namesAsked.flat()).toEqual([]);
  });

  it('asks for all the names in one question', async () => {
    const another = '01939000-0000-7000-8000-0000000000fe';
    atStore = [given('waiting'), { ...given('taken'), handoverId: another, cardNumber: 12 }];
    atStoreNamed = new Map([[12, { name: 'Vera Holm', accountEnd: '' }]]);
    expect((await open().list()).map(({ name }) => name)).toEqual(['#11', 'Vera Holm']);
    expect(namesAsked).toEqual([[11, 12]]);
  });

  it.each(['expired', 'withdrawn'] as const)(
    '%s ones come back by themselves, on hold, once',
    async (state) => {
      atStore = [given(state)];
      await open().list();
      await open().list();
      expect([disk.rows.size, disk.activeNow()]).toEqual([1, null]);
      expect(back()?.content.summary).toBe('Router dead');
    },
  );

  it('one that came back and was finished doesn’t come again', async () => {
    atStore = [given('expired')];
    await open().list();
    await disk.drafts.remove('ana', ID, new Date());
    await open().list();
    expect(disk.rows.size).toBe(0);
  });

  it('is told without a network as far as it is known', async () => {
    [online, outbox] = [false, [row()]];
    expect(await open().list()).toMatchObject([{ state: 'unsent' }]);
  });
});
