import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callHandlers } from '@/entrypoints/background/handlers/call-handlers';
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

it('who asks for another try keeps nothing back for an undo: all that waits is let go of before it is sent', async () => {
  const { order, s } = makeServices({ state: 'saved' });
  await viewHandlers(s)['outbox.retry']();
  expect(order).toEqual(['retry', 'let go of ana’s', 'asked']);
});
