import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callHandlers } from '@/entrypoints/background/handlers/call-handlers';
import { editHandlers } from '@/entrypoints/background/handlers/edit-handlers';
import { viewHandlers } from '@/entrypoints/background/handlers/view-handlers';
import type { Services } from '@/entrypoints/background/services';
import { UNDO_HOLD } from '@/lib/domain/undo-window';

const NOTE = '01939000-0000-7000-8000-00000000000a';
const caller = { class: 'panel', documentId: null } as const;
const asked = { noteId: NOTE, rev: 1, despitePage: false };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Services whose outbox has a note of Ana's that waits; `order` is what was done with it. */
function makeServices(saved: { state: string }) {
  const order: string[] = [];
  const step = (name: string) => vi.fn(async () => void order.push(name));
  const services = {
    account: {
      author: async () => ({ id: 'ana' }),
      state: async () => ({ state: 'signed-in', user: { id: 'ana' } }),
    },
    outbox: {
      retry: step('retry'),
      letGo: vi.fn(async (who: string) => order.push(`let go of ${who}’s`) > 0),
    },
    loop: { run: vi.fn(async (why: string) => void order.push(why)) },
    views: { changed: vi.fn(), counted: vi.fn() },
    save: async () => saved,
    sendWaiting: vi.fn(async () => {}),
    namelessPost: { plan: vi.fn(async () => {}) },
    logError: vi.fn(),
  };
  return { order, services, s: services as unknown as Services };
}

describe('a note that is wrapped up', () => {
  it('lets what waited leave now, and leaves itself when it can’t be undone any more', async () => {
    const { order, services, s } = makeServices({ state: 'saved' });
    await callHandlers(s)['note.save'](asked, caller);
    expect(order).toEqual(['enqueue']);
    vi.advanceTimersByTime(UNDO_HOLD - 1);
    expect(order).toEqual(['enqueue']);
    expect(services.views.counted).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(order).toEqual(['enqueue', 'enqueue']);
    expect(services.views.counted).toHaveBeenCalledOnce();
  });

  it('sends nothing while it is asked whose it is', async () => {
    const { order, s } = makeServices({ state: 'confirm' });
    await callHandlers(s)['note.save'](asked, caller);
    vi.advanceTimersByTime(UNDO_HOLD);
    expect(order).toEqual([]);
  });
});

describe('an edit that is cancelled', () => {
  const handle = async (cancelled: { userId: string; noteId: string } | null) => {
    const drop = vi.fn(async () => {});
    const views = { changed: vi.fn() };
    const s = { cancelEdit: { cancel: async () => cancelled, drop }, views, logError: vi.fn() };
    const answer = await editHandlers(s as unknown as Services)['note.cancelEdit']({ noteId: NOTE });
    return { drop, views, answer };
  };

  it('is dropped when that can’t be undone any more, by that very cancelling', async () => {
    const cancelled = { userId: 'ana', noteId: NOTE };
    const { drop, views, answer } = await handle(cancelled);
    expect(answer).toEqual({ undoable: true });
    vi.advanceTimersByTime(UNDO_HOLD - 1);
    expect(drop).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(drop.mock.calls).toEqual([[cancelled]]);
    expect(views.changed).toHaveBeenCalledTimes(2);
  });

  it('in which nothing was typed leaves nothing to drop', async () => {
    const { drop, answer } = await handle(null);
    expect(answer).toEqual({ undoable: false });
    await vi.advanceTimersByTimeAsync(UNDO_HOLD);
    expect(drop).not.toHaveBeenCalled();
  });
});

it('who asks for another try keeps nothing back for an undo: all that waits is let go of before it is sent', async () => {
  const { order, s } = makeServices({ state: 'saved' });
  await viewHandlers(s)['outbox.retry']();
  expect(order).toEqual(['retry', 'let go of ana’s', 'asked']);
});
