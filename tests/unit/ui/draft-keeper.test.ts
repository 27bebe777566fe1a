import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftKeeper } from '@/lib/ui/draft-keeper';
import type { Ack, Snapshot } from '@/lib/ui/draft-sender';
import { createSidebarStore } from '@/lib/ui/sidebar-store';
import { jurgen, makeCall, makeContent, makePage } from '../../components/support/make-view';

const page = makePage();

function world(answer: (s: Snapshot) => Promise<Ack> = async (s) => ({ rev: s.rev, savedAt: 't' })) {
  const store = createSidebarStore();
  const written: Snapshot[] = [];
  const refresh = vi.fn();
  let ids = 0;
  const keeper = createDraftKeeper({
    ...{ store, refresh },
    newId: () => `note-${++ids}`,
    write: (s) => {
      written.push(s);
      return answer(s);
    },
  });
  const type = (summary: string) => keeper.edit((c) => ({ ...c, summary }), page);
  return { store, written, refresh, keeper, type, draft: () => store.getState().draft };
}

const tick = () => vi.advanceTimersByTimeAsync(50);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the first word', () => {
  it('begins the call for the customer whose name stood over the form', async () => {
    const w = world();
    w.type('A');
    w.keeper.edit((c) => ({ ...c, summary: 'A fault' }), jurgen());
    await tick();
    expect(w.draft()?.name).toBe('Marta Kowalczyk');
    expect(w.written).toMatchObject([
      { noteId: 'note-1', key: page.key, rev: 1 },
      { noteId: 'note-1', key: page.key, rev: 2 },
    ]);
  });

  it('has the view read once it is on disk, and not before', async () => {
    const w = world();
    w.type('A');
    expect(w.refresh).not.toHaveBeenCalled();
    await tick();
    expect(w.refresh).toHaveBeenCalledOnce();
  });

  it('takes along what was dismissed for that page', () => {
    const w = world();
    w.keeper.setDismissed(['p1'], page);
    w.type('A');
    expect(w.draft()?.dismissed).toEqual(['p1']);
  });

  it('is nobody’s where there is nobody', () => {
    const w = world();
    w.keeper.edit((c) => ({ ...c, summary: 'A' }), null);
    expect(w.draft()).toBeNull();
  });

  it('is not thrown away by a view that doesn’t know of it yet', async () => {
    const w = world();
    w.type('A');
    w.keeper.adopt(null);
    w.keeper.adopt(makeCall({ noteId: 'another', name: 'Tom' }));
    expect(w.draft()?.content.summary).toBe('A');
  });
});

describe('revisions', () => {
  it('only ever rise, and start above what is on disk', async () => {
    const w = world();
    w.keeper.adopt(makeCall({ rev: 41, content: makeContent({ summary: 'old' }) }));
    w.type('old and new');
    await tick();
    expect(w.written.map((s) => s.rev)).toEqual([42]);
    expect(w.draft()).toMatchObject({ rev: 42, savedRev: 42, savedAt: 't' });
  });

  it('are saved only when the background has said so', async () => {
    let answer: (ack: Ack) => void = () => undefined;
    const w = world(() => new Promise((resolve) => (answer = resolve)));
    w.type('A');
    await tick();
    expect(w.draft()).toMatchObject({ rev: 1, savedRev: 0, savedAt: null });
    answer({ rev: 1, savedAt: 't1' });
    await vi.advanceTimersByTimeAsync(0);
    expect(w.draft()).toMatchObject({ savedRev: 1, savedAt: 't1' });
  });
});

describe('card numbers', () => {
  it('never leave the page, whichever field they stand in', async () => {
    const w = world();
    const number = '4111 1111 1111 1111';
    w.keeper.edit(
      (c) => ({ ...c, summary: number, promise: { what: number, dueOn: '2026-11-27', by: number } }),
      page,
    );
    await tick();
    expect(JSON.stringify(w.written)).not.toMatch(/4111/);
    expect(JSON.stringify(w.written)).toContain('•••• 1111');
  });
});

describe('what the background has', () => {
  it('comes back after a reload, with its revision', () => {
    const w = world();
    w.keeper.adopt(makeCall({ rev: 9, savedAt: 't', content: makeContent({ summary: 'kept' }) }));
    expect(w.draft()).toMatchObject({ rev: 9, savedRev: 9, savedAt: 't', content: { summary: 'kept' } });
  });

  it('is an echo while our own words are newer', async () => {
    const w = world();
    w.type('A');
    await tick();
    const noteId = w.draft()?.noteId ?? '';
    w.type('A fault');
    w.keeper.adopt(makeCall({ noteId, rev: 1, content: makeContent({ summary: 'A' }) }));
    expect(w.draft()?.content.summary).toBe('A fault');
    await tick();
    expect(w.written.at(-1)?.content.summary).toBe('A fault');
  });

  it('is an echo though its answer is still to come', async () => {
    const w = world(() => new Promise(() => undefined));
    w.type('A');
    await tick();
    w.type('A fault');
    const noteId = w.draft()?.noteId ?? '';
    w.keeper.adopt(makeCall({ noteId, rev: 1, content: makeContent({ summary: 'A' }) }));
    expect(w.draft()?.content.summary).toBe('A fault');
  });

  it('is taken when another tab wrote on and nothing was typed here', () => {
    const w = world();
    const noteId = makeCall().noteId;
    w.keeper.adopt(makeCall({ noteId, rev: 3, content: makeContent({ summary: 'A' }) }));
    w.keeper.adopt(makeCall({ noteId, rev: 6, content: makeContent({ summary: 'A, from the other tab' }) }));
    expect(w.draft()).toMatchObject({ rev: 6, savedRev: 6, content: { summary: 'A, from the other tab' } });
    expect(w.written).toEqual([]);
  });

  it('is put together with what was typed here, and both are written', async () => {
    const w = world();
    const { noteId } = makeCall();
    w.keeper.adopt(makeCall({ noteId, rev: 3, content: makeContent({ summary: 'A.' }) }));
    w.type('A. Mine');
    w.keeper.adopt(makeCall({ noteId, rev: 4, content: makeContent({ summary: 'A. Theirs' }) }));
    await tick();
    const last = w.written.at(-1);
    expect(last?.rev).toBeGreaterThan(4);
    expect(last?.content.summary).toContain('Mine');
    expect(last?.content.summary).toContain('Theirs');
  });

  it('is put together too when our words were not taken over it', async () => {
    const w = world(async (s) => ({ rev: s.rev === 4 ? 9 : s.rev, savedAt: 't' }));
    const { noteId } = makeCall();
    w.keeper.adopt(makeCall({ noteId, rev: 3, content: makeContent({ summary: 'A.' }) }));
    w.type('A. Mine');
    await tick();
    expect(w.draft()?.savedRev).toBe(3);
    expect(w.refresh).toHaveBeenCalled();
    w.keeper.adopt(makeCall({ noteId, rev: 8, content: makeContent({ summary: 'A. Theirs' }) }));
    await tick();
    expect(w.written.at(-1)).toMatchObject({ rev: 9 });
    expect(w.written.at(-1)?.content.summary).toMatch(/Mine[\s\S]*Theirs/);
    expect(w.draft()?.savedRev).toBe(9);
  });

  it('puts an ended or switched call away', () => {
    const w = world();
    w.keeper.adopt(makeCall());
    w.keeper.adopt(makeCall({ noteId: 'other', name: 'Tom' }));
    expect(w.draft()?.name).toBe('Tom');
    w.keeper.adopt(null);
    expect(w.draft()).toBeNull();
  });

  it('doesn’t bring back a note that was just wrapped up here', () => {
    const w = world();
    const call = makeCall();
    w.keeper.adopt(call);
    w.keeper.end(call.noteId);
    w.keeper.adopt(call);
    expect(w.draft()).toBeNull();
  });

  it('gets the words of a call that was switched away from before they were sent', async () => {
    const w = world();
    w.keeper.adopt(makeCall());
    w.type('last words');
    w.keeper.adopt(makeCall({ noteId: 'other', name: 'Tom' }));
    await tick();
    expect(w.written).toMatchObject([{ noteId: makeCall().noteId, content: { summary: 'last words' } }]);
  });
});

it('a failure stands beside the note until the words are on disk', async () => {
  let fail = true;
  const w = world((s) =>
    fail ? Promise.reject(new Error('x')) : Promise.resolve({ rev: s.rev, savedAt: 't' }),
  );
  w.type('A');
  await tick();
  expect(w.draft()?.failure).toBe('internal');
  fail = false;
  await vi.advanceTimersByTimeAsync(1000);
  expect(w.draft()).toMatchObject({ failure: null, savedRev: 1 });
});

describe('who was verified and isn’t any more', () => {
  it('isn’t here either, though the rest of the note is as it was before they were', async () => {
    const w = world();
    w.type('A');
    await tick();
    w.keeper.edit((c) => ({ ...c, caller: 'customer' }), page);
    await tick();
    expect(w.draft()).toMatchObject({ rev: 2, savedRev: 2, content: { caller: 'customer' } });
    w.keeper.adopt(makeCall({ noteId: 'note-1', rev: 3, content: makeContent({ summary: 'A' }) }));
    expect(w.draft()?.content).toMatchObject({ caller: 'unverified', summary: 'A' });
  });
});
