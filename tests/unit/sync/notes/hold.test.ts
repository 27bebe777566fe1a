import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '@/lib/platform/clock';
import type { About } from '@/lib/sync/notes/calls';
import { createMemoryDrafts } from '@/tests/support/memory-drafts';
import { customerOf, HERE, noteId, startCalls } from './calls-world';

let at: number;
let disk: ReturnType<typeof createMemoryDrafts>;
let rep: ReturnType<typeof startCalls>;

const draft = (n: number) => disk.rows.get(noteId(n))?.draft;
const caller = (n: number) => draft(n)?.content.caller;

beforeEach(async () => {
  at = Date.parse('2026-11-27T09:00:00.000Z');
  disk = createMemoryDrafts();
  rep = startCalls(disk, () => new Date(at));
  await rep.type(1, 1, { caller: 'customer', summary: 'Router dead' }, ['prompt-1']);
});

describe('a call on hold', () => {
  it('keeps words, dismissed prompts and who is on the line, for a while', async () => {
    await rep.type(2, 1, { summary: 'another' });
    at += 14 * MINUTE;
    await rep.calls.resume(noteId(1));
    expect(draft(1)).toMatchObject({
      ...{ dismissed: ['prompt-1'], content: { caller: 'customer', summary: 'Router dead' } },
    });
    expect(disk.activeNow()).toBe(noteId(1));
  });

  it.each([
    ['parked by the rep', () => rep.calls.park(noteId(1))],
    ['left for another', () => rep.type(2, 1, { summary: 'another' })],
  ])('for long is of nobody verified any more, %s, and loses nothing else', async (_name, leave) => {
    await leave();
    at += 15 * MINUTE;
    await rep.calls.resume(noteId(1));
    expect(caller(1)).toBe('unverified');
    expect(draft(1)).toMatchObject({ dismissed: ['prompt-1'], content: { summary: 'Router dead' } });
  });

  it('for long says why who it is is asked again, until somebody is verified', async () => {
    await rep.calls.park(noteId(1));
    at += 15 * MINUTE;
    await rep.calls.resume(noteId(1));
    expect(draft(1)?.askAgain).toBe('held');
    const stored = await rep.words.get('ana', noteId(1));
    if (!stored) throw new Error('no note');
    await rep.seen.shown(stored, HERE.writer);
    const { rev } = stored;
    await rep.type(1, rev + 1, { caller: 'unverified', summary: 'Router dead!' });
    expect(draft(1)?.askAgain).toBe('held');
    await rep.type(1, rev + 2, { caller: 'customer', summary: 'Router dead!' });
    expect(draft(1)?.askAgain).toBeNull();
  });

  it('for long says nothing of it after a sign-in or a move: those are known', async () => {
    await rep.calls.unverifyAll();
    expect(draft(1)?.askAgain).toBeNull();
  });

  it('that a browser which was killed didn’t write down counts from its last word', async () => {
    at += 16 * MINUTE;
    const again = startCalls(disk, () => new Date(at));
    await again.calls.resume(noteId(1));
    expect(caller(1)).toBe('unverified');
  });

  it('is of nobody verified where the clock was set back meanwhile', async () => {
    await rep.calls.park(noteId(1));
    at -= MINUTE;
    await rep.calls.resume(noteId(1));
    expect(caller(1)).toBe('unverified');
  });

  it('says since when, until it is taken up', async () => {
    await rep.calls.park(noteId(1));
    expect(await disk.held.since([noteId(1)])).toEqual(['2026-11-27T09:00:00.000Z']);
    await rep.calls.resume(noteId(1));
    expect(await disk.held.since([noteId(1)])).toEqual([null]);
  });

  it('in which nothing was said leaves nothing behind', async () => {
    rep.shows(2);
    await rep.calls.begin(HERE, { noteId: noteId(2), key: 'K2' });
    await rep.calls.resume(noteId(1));
    expect([...disk.rows.keys()]).toEqual([noteId(1)]);
  });
});

describe('a caller whom only the store names', () => {
  const called = () => draft(2)?.called;
  /** Somebody whom no page has named is on the line. */
  const rings = async (who: 'customer' | 'unverified') => {
    rep.named.set(12, 'Vera Holm');
    await rep.calls.beginFor(HERE, { noteId: noteId(2), about: { name: '', customer: customerOf(2) } });
    await rep.type(2, 1, { caller: who, summary: 'another' });
  };

  it.each([
    ['is parked', () => rep.calls.park(noteId(2))],
    ['is left for another', () => rep.calls.resume(noteId(1))],
    ['is there when somebody signs in or out', () => rep.calls.unverifyAll()],
  ])('is known by name, once verified, also where nobody is verified any more: %s', async (_, happens) => {
    await rings('customer');
    expect(called()).toBeUndefined();
    await happens();
    // Another start of the browser: what the store said isn’t here any more.
    rep.named.clear();
    await rep.calls.unverifyAll();
    expect(draft(2)).toMatchObject({ called: 'Vera Holm', content: { caller: 'unverified' } });
  });

  it('stays a number as long as nobody was verified', async () => {
    await rings('unverified');
    await rep.calls.park(noteId(2));
    await rep.calls.unverifyAll();
    expect(called()).toBeUndefined();
  });
});

describe('when somebody signs in or out', () => {
  it('nobody is verified any more, on the line or on hold; words stay, and a sidebar goes on from there', async () => {
    await rep.type(2, 1, { caller: 'authorised', summary: 'another' });
    await rep.calls.unverifyAll();
    expect([caller(1), caller(2)]).toEqual(['unverified', 'unverified']);
    expect(draft(1)?.content.summary).toBe('Router dead');
    const rev = disk.rows.get(noteId(2))?.rev ?? 0;
    expect(rev).toBe(2);
    // Typed before the sidebar has read that: it is told to look, and nothing is overwritten.
    const late = await rep.type(2, 2, { caller: 'authorised', summary: 'another!' });
    expect([late.rev, caller(2)]).toEqual([3, 'unverified']);
  });
});

describe('a note moved to a customer whom the rep found', () => {
  const other = { name: 'Customer 3', customer: customerOf(3) };

  it('is theirs with its words, of nobody verified, and says where it came from', async () => {
    await rep.calls.moveTo(noteId(1), other);
    expect(draft(1)).toMatchObject({
      ...{ name: 'Customer 3', customer: customerOf(3), movedFrom: 'Customer 1' },
      ...{ content: { caller: 'unverified', summary: 'Router dead' } },
      moves: [{ from: customerOf(1), to: customerOf(3) }],
    });
  });

  it('goes back without a name where no page had shown any: the next one may', async () => {
    await rep.calls.moveTo(noteId(1), { name: '', customer: customerOf(5) });
    await rep.calls.moveTo(noteId(1), other);
    expect(draft(1)).toMatchObject({ movedFrom: '#15' });
    await rep.calls.moveBack(noteId(1));
    expect(draft(1)).toMatchObject({ name: '', customer: customerOf(5) });
  });

  it('says by name where it came from, where the store named them to a verified caller, and goes back so', async () => {
    rep.named.set(15, 'Vera Holm');
    await rep.calls.beginFor(HERE, { noteId: noteId(2), about: { name: '', customer: customerOf(5) } });
    await rep.type(2, 1, { caller: 'customer', summary: 'another' });
    await rep.calls.moveTo(noteId(2), other);
    expect(draft(2)).toMatchObject({ movedFrom: 'Vera Holm' });
    await rep.calls.moveBack(noteId(2));
    expect(draft(2)).toMatchObject({ name: '', called: 'Vera Holm', content: { caller: 'unverified' } });
  });

  it('says by name where it came from, where the rep had chosen them by it, and goes back so', async () => {
    await rep.calls.moveTo(noteId(1), { name: '', called: 'Vera Holm', customer: customerOf(5) });
    await rep.calls.moveTo(noteId(1), other);
    expect(draft(1)).toMatchObject({ movedFrom: 'Vera Holm', called: '' });
    await rep.calls.moveBack(noteId(1));
    expect(draft(1)).toMatchObject({ name: '', called: 'Vera Holm', movedFrom: '' });
  });

  it('takes along by which end of the account number they were chosen among others of that name, and gets it back', async () => {
    const [first, second] = ['01', '22'].map((accountEnd, i) => {
      return { name: '', called: 'Vera Holm', accountEnd, customer: customerOf(5 + i) };
    }) as [About['about'], About['about']];
    await rep.calls.beginFor(HERE, { noteId: noteId(2), about: first });
    await rep.type(2, 1, { summary: 'another' });
    await rep.calls.moveTo(noteId(2), second);
    expect(draft(2)).toMatchObject({ accountEnd: '22', movedFrom: 'Vera Holm' });
    expect(draft(2)?.movedFromNames).toMatchObject({ accountEnd: '01' });
    await rep.calls.moveBack(noteId(2));
    expect(draft(2)).toMatchObject({ accountEnd: '01', movedFrom: '' });
    await rep.calls.moveTo(noteId(2), other);
    expect(draft(2)).toMatchObject({ accountEnd: '' });
  });

  it('goes back, and both moves stay written down', async () => {
    await rep.calls.moveTo(noteId(1), other);
    await rep.calls.moveBack(noteId(1));
    await rep.calls.moveBack(noteId(1));
    expect(draft(1)).toMatchObject({
      ...{ name: 'Customer 1', customer: customerOf(1), movedFrom: '' },
      moves: [
        { from: customerOf(1), to: customerOf(3) },
        { from: customerOf(3), to: customerOf(1) },
      ],
    });
  });
});
