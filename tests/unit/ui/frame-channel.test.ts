import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/platform/app-error';
import { openFrameChannel } from '@/lib/ui/frame-channel';
import type { Call } from '@/lib/ui/host';

type Posted = { data: unknown; source: unknown; ports: readonly MessagePort[] };

/** A window that is framed: what it hears is what the test says. */
function framedWindow() {
  const listeners = new Set<(event: Posted) => unknown>();
  const parent = {};
  const frame = {
    parent,
    addEventListener: (_: string, l: (event: Posted) => unknown) => listeners.add(l),
    removeEventListener: (_: string, l: (event: Posted) => unknown) => listeners.delete(l),
  };
  const post = async (event: Posted) => {
    await Promise.all([...listeners].map((l) => l(event)));
  };
  return { frame: frame as unknown as Window, parent, post, listening: () => listeners.size };
}

function background(goodNonce: string) {
  const tried: unknown[] = [];
  const call = (async (_method: string, input: { nonce: string }) => {
    tried.push(input.nonce);
    if (input.nonce !== goodNonce) throw new AppError('not-allowed');
    return {};
  }) as unknown as Call;
  return { call, tried };
}

const hello = (nonce: unknown) => ({ heed: 'hello', nonce });
const heard = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('the one window message', () => {
  it('is the greeting of the page around us, with a nonce the background takes', async () => {
    const { frame, parent, post, listening } = framedWindow();
    const { call, tried } = background('good');
    const opened = openFrameChannel(frame, call);
    const { port1, port2 } = new MessageChannel();
    await post({ data: hello('good'), source: parent, ports: [port2] });
    const channel = await opened;
    expect(tried).toEqual(['good']);
    expect(channel.pageKey()).toBeUndefined();
    expect(listening()).toBe(0);
    port1.close();
  });

  it.each<[string, (parent: unknown) => Posted]>([
    ['from another window', () => ({ data: hello('good'), source: {}, ports: [new MessageChannel().port2] })],
    ['without a port', (parent) => ({ data: hello('good'), source: parent, ports: [] })],
    ['that is a text', (parent) => ({ data: 'hello', source: parent, ports: [new MessageChannel().port2] })],
    [
      'without a nonce',
      (parent) => ({ data: { heed: 'hello' }, source: parent, ports: [new MessageChannel().port2] }),
    ],
    [
      'with a nonce that is no text',
      (parent) => ({ data: hello(7), source: parent, ports: [new MessageChannel().port2] }),
    ],
    [
      'with an endless nonce',
      (parent) => ({ data: hello('x'.repeat(101)), source: parent, ports: [new MessageChannel().port2] }),
    ],
    ['of null', (parent) => ({ data: null, source: parent, ports: [new MessageChannel().port2] })],
  ])('is none %s', async (_name, event) => {
    const { frame, parent, post } = framedWindow();
    const { call, tried } = background('good');
    void openFrameChannel(frame, call);
    const posted = event(parent);
    await post(posted);
    expect(tried).toEqual([]);
    for (const port of posted.ports) port.close();
  });

  it('is none in a window that nobody frames', async () => {
    const { frame, post } = framedWindow();
    const { call, tried } = background('good');
    const top = { ...frame, parent: undefined } as unknown as Window;
    Object.assign(top, { parent: top });
    void openFrameChannel(top, call);
    const { port2 } = new MessageChannel();
    await post({ data: hello('good'), source: top, ports: [port2] });
    expect(tried).toEqual([]);
    port2.close();
  });

  it('a forged one doesn’t shut the door on the right one', async () => {
    const { frame, parent, post } = framedWindow();
    const { call, tried } = background('good');
    const opened = openFrameChannel(frame, call);
    const forged = new MessageChannel();
    const right = new MessageChannel();
    await post({ data: hello('guess'), source: parent, ports: [forged.port2] });
    await post({ data: hello('good'), source: parent, ports: [right.port2] });
    expect(await opened).toBeDefined();
    expect(tried).toEqual(['guess', 'good']);
    for (const port of [forged.port1, right.port1]) port.close();
  });
});

describe('the port', () => {
  async function paired() {
    const { frame, parent, post } = framedWindow();
    const opened = openFrameChannel(frame, background('good').call);
    const { port1, port2 } = new MessageChannel();
    await post({ data: hello('good'), source: parent, ports: [port2] });
    return { content: port1, channel: await opened };
  }

  it('tells the page’s identity, and tells of every change', async () => {
    const { content, channel } = await paired();
    const seen: unknown[] = [];
    channel.onPageKey(() => seen.push(channel.pageKey()));
    for (const key of ['A', 'A', null, 'B']) content.postMessage({ type: 'identity', key });
    await heard();
    expect(seen).toEqual(['A', null, 'B']);
    content.close();
  });

  it('takes nothing else', async () => {
    const { content, channel } = await paired();
    content.postMessage({ type: 'identity', key: 7 });
    content.postMessage({ type: 'show', key: 'A' });
    content.postMessage('A');
    await heard();
    expect(channel.pageKey()).toBeUndefined();
    content.close();
  });

  it('carries our own words to the content script', async () => {
    const { content, channel } = await paired();
    const got = new Promise((resolve) => {
      content.onmessage = (event) => resolve(event.data);
    });
    channel.send({ type: 'size', collapsed: true });
    expect(await got).toEqual({ type: 'size', collapsed: true });
    content.close();
  });
});
