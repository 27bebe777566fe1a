import { describe, expect, it } from 'vitest';
import type { Classified, SenderFacts } from '@/lib/messaging/sender';
import { createViewPorts, writerName } from '@/lib/messaging/view-ports';

const CRM = 'https://crm.example';
const frame = { class: 'frame', tabId: 4, frameId: 12, documentId: 'F1', topOrigin: CRM } as const;
const frameElsewhere = { ...frame, tabId: 5, documentId: 'F5' };
const panel = { class: 'panel', documentId: 'P1' } as const;

function portOf(caller: Classified) {
  const told: unknown[] = [];
  const state = { open: true, hangUp: () => {} };
  const port = {
    sender: { url: JSON.stringify(caller) },
    postMessage: (message: unknown) => told.push(message),
    disconnect: () => {
      state.open = false;
    },
    onDisconnect: {
      addListener: (listener: () => void) => {
        state.hangUp = listener;
      },
    },
  };
  return { port, told, state };
}

const classify = async (sender: SenderFacts): Promise<Classified> => JSON.parse(sender.url ?? '');
const open = (paired = true) => createViewPorts({ classify, isPaired: async () => paired });

describe('sidebars that listen', () => {
  it('tells a paired frame and the panel, at once and on each change', async () => {
    const views = open();
    const ports = [portOf(frame), portOf(panel)];
    for (const { port } of ports) expect(await views.add(port)).toBe(true);
    views.changed();
    for (const { told } of ports) expect(told).toEqual(Array(2).fill({ heed: 1, changed: 'all' }));
  });

  it('tells all of them, options too, when only the number of unsent notes changes', async () => {
    const views = open();
    const ports = [portOf(frame), portOf(panel), portOf({ class: 'page', documentId: 'D9' })];
    for (const { port } of ports) await views.add(port);
    views.counted();
    for (const { told } of ports) expect(told.at(-1)).toEqual({ heed: 1, changed: 'counts' });
  });

  it.each([
    ['a frame that is not paired', frame, false],
    ['a content script', { class: 'content', tabId: 4, documentId: 'D1', topOrigin: CRM } as const, true],
    ['a stranger', { class: 'refused', why: 'stranger' } as const, true],
  ])('hangs up on %s and never tells it anything', async (_, caller, paired) => {
    const views = open(paired);
    const { port, told, state } = portOf(caller);
    expect(await views.add(port)).toBe(false);
    views.changed();
    expect([state.open, told]).toEqual([false, []]);
  });

  it('tells a change of one tab to that tab’s frame and the panel only', async () => {
    const views = open();
    const [here, there, beside] = [portOf(frame), portOf(frameElsewhere), portOf(panel)];
    for (const { port } of [here, there, beside]) await views.add(port);
    views.changed(4);
    expect([here, there, beside].map((p) => p.told.length)).toEqual([2, 1, 2]);
    expect(here.told.at(-1)).toEqual({ heed: 1, changed: 'page' });
  });

  it('leaves options and first run alone when only a tab’s page changes', async () => {
    const views = open();
    const options = portOf({ class: 'page', documentId: 'D9' });
    await views.add(options.port);
    views.changed(4);
    expect(options.told).toHaveLength(1);
    views.changed();
    expect(options.told).toHaveLength(2);
  });

  it('leaves out who made the change', async () => {
    const views = open();
    const [writer, other] = [portOf(frame), portOf(panel)];
    for (const { port } of [writer, other]) await views.add(port);
    views.changed(undefined, { writer: writerName(frame) });
    expect([writer.told.length, other.told.length]).toEqual([1, 2]);
  });

  it('forgets a port that hung up, even while it was being let in', async () => {
    const views = open();
    const late = portOf(panel);
    const adding = views.add(late.port);
    late.state.hangUp();
    expect(await adding).toBe(false);
    views.changed();
    expect(late.told).toEqual([]);
  });
});
