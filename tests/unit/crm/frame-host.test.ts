// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFrameHost, type FrameHostOptions } from '@/lib/crm/frame-host';
import type { FromFrame, ToFrame } from '@/lib/crm/frame-message';

const ORIGIN = 'chrome-extension://heed';

/** The page's side sees the element only; the test also sees into its closed root. */
function insight() {
  let root: ShadowRoot | null = null;
  const attach = HTMLElement.prototype.attachShadow;
  const modes: string[] = [];
  vi.spyOn(HTMLElement.prototype, 'attachShadow').mockImplementation(function (this: HTMLElement, init) {
    modes.push(init.mode);
    root = attach.call(this, init);
    return root;
  });
  const part = <E extends Element>(css: string): E => {
    const found = root?.querySelector<E>(css);
    if (!found) throw new Error(`no ${css} in the sidebar's root`);
    return found;
  };
  return {
    modes,
    host: () => root?.host ?? null,
    iframe: () => part<HTMLIFrameElement>('iframe'),
    tab: () => part<HTMLButtonElement>('button'),
  };
}

type Hello = { data: unknown; target: unknown; port: MessagePort };

let stop: AbortController;
let seen: ReturnType<typeof insight>;
let hellos: Hello[];
const openPanel = vi.fn();
const onLost = vi.fn();

function start(invite: FrameHostOptions['invite'] = async () => `nonce ${hellos.length}`) {
  const url = `${ORIGIN}/sidebar.html`;
  return createFrameHost({ window, url, origin: ORIGIN, invite, openPanel, onLost, signal: stop.signal });
}

/** The frame has loaded: what it is sent is kept in `hellos`. jsdom itself loads nothing. */
async function load(): Promise<void> {
  const iframe = seen.iframe();
  const contentWindow = {
    postMessage: (data: unknown, target: unknown, [port]: MessagePort[]) => {
      if (port) hellos.push({ data, target, port });
    },
  };
  Object.defineProperty(iframe, 'contentWindow', { configurable: true, value: contentWindow });
  iframe.dispatchEvent(new Event('load'));
  await settled();
}

/** Ports deliver in tasks of their own. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

/** The frame's end of the newest channel. */
async function frameEnd() {
  const port = hellos.at(-1)?.port;
  if (!port) throw new Error('no hello came');
  const heard: ToFrame[] = [];
  port.onmessage = ({ data }) => heard.push(data);
  await settled();
  return {
    keys: () => heard.splice(0).map(({ key }) => key),
    say: async (message: FromFrame | object) => {
      port.postMessage(message);
      await settled();
    },
  };
}

const size = () => [
  ...['width', 'height'].map((name) => (seen.host() as HTMLElement).style.getPropertyValue(name)),
];
const shown = (element: HTMLElement) =>
  element.style.display !== 'none' && element.style.visibility !== 'hidden';

describe('the sidebar in a page', () => {
  beforeEach(() => {
    stop = new AbortController();
    hellos = [];
    seen = insight();
  });
  afterEach(() => {
    stop.abort();
    vi.restoreAllMocks();
    openPanel.mockReset();
    onLost.mockReset();
  });

  it('comes with the first customer, in a closed root, and not before', () => {
    const host = start();
    host.setIdentity(null);
    host.settle({ level: null, open: false });
    expect(seen.host()).toBeNull();
    host.setIdentity('vera');
    expect(seen.modes).toEqual(['closed']);
    expect(seen.host()?.parentNode).toBe(document.documentElement);
    expect(seen.iframe().src).toBe(`${ORIGIN}/sidebar.html`);
    expect(seen.iframe().title).toBe('Heed');
  });

  it('hands the nonce to the extension’s origin alone, once per load, with the identity behind it', async () => {
    start().setIdentity('vera');
    await load();
    expect(hellos.map(({ data, target }) => ({ data, target }))).toEqual([
      { data: { heed: 'hello', nonce: 'nonce 0' }, target: ORIGIN },
    ]);
    expect((await frameEnd()).keys()).toEqual(['vera']);
  });

  it('tells the frame every change at once', async () => {
    const host = start();
    host.setIdentity('vera');
    await load();
    const frame = await frameEnd();
    frame.keys();
    host.setIdentity(null);
    host.setIdentity('bo');
    await settled();
    expect(frame.keys()).toEqual([null, 'bo']);
  });

  it('pairs anew with a new nonce when the frame was loaded anew, and talks to that one only', async () => {
    const host = start();
    host.setIdentity('vera');
    await load();
    const first = await frameEnd();
    await load();
    const second = await frameEnd();
    first.keys();
    host.setIdentity('bo');
    await settled();
    expect(hellos.map(({ data }) => data)).toEqual([
      { heed: 'hello', nonce: 'nonce 0' },
      { heed: 'hello', nonce: 'nonce 1' },
    ]);
    expect(first.keys()).toEqual([]);
    expect(second.keys()).toEqual(['vera', 'bo']);
  });

  it('sends nothing to a frame that was loaded anew while the nonce was on its way', async () => {
    const waiting: ((nonce: string) => void)[] = [];
    start(() => new Promise((resolve) => waiting.push(resolve))).setIdentity('vera');
    await load();
    await load();
    waiting[0]?.('old');
    waiting[1]?.('new');
    await settled();
    expect(hellos.map(({ data }) => data)).toEqual([{ heed: 'hello', nonce: 'new' }]);
  });

  it('says nothing more to a frame that the page loads again and again', async () => {
    const host = start();
    host.setIdentity('vera');
    for (let i = 0; i < 7; i++) await load();
    expect(hellos).toHaveLength(6);
    const frame = await frameEnd();
    frame.keys();
    host.setIdentity('bo');
    await settled();
    expect(frame.keys()).toEqual([]);
  });

  it('asks whether the extension is still there when no nonce is to be had', async () => {
    start(() => Promise.reject(new Error('no background'))).setIdentity('vera');
    await load();
    expect(hellos).toEqual([]);
    expect(onLost).toHaveBeenCalled();
  });

  it('stands as a tab with the badge’s shape until it is to be open', () => {
    const host = start();
    host.setIdentity('vera');
    expect(size()).toEqual(['28px', '56px']);
    expect([shown(seen.tab()), shown(seen.iframe())]).toEqual([true, false]);
    host.settle({ level: 'ok', open: false });
    expect(size()).toEqual(['28px', '56px']);
    expect(seen.tab().querySelector('svg')?.dataset.shape).toBe('ok');
    host.setIdentity('bo');
    host.settle({ level: 'at-risk', open: true });
    expect(size()).toEqual(['360px', '100%']);
    expect([shown(seen.tab()), shown(seen.iframe())]).toEqual([false, true]);
  });

  it('takes the last customer’s shape off in the moment nobody is open', () => {
    const host = start();
    host.setIdentity('vera');
    host.settle({ level: 'at-risk', open: false });
    host.setIdentity(null);
    expect(seen.tab().querySelector('svg')?.dataset.shape).toBe('none');
    expect(seen.tab().getAttribute('aria-label')).toBe('Open Heed');
  });

  it('keeps its size while the same customer is open', () => {
    const host = start();
    host.setIdentity('vera');
    host.settle({ level: 'ok', open: true });
    host.settle({ level: 'ok', open: false });
    expect(size()).toEqual(['360px', '100%']);
  });

  it('does not open for a script’s click on the tab', () => {
    start().setIdentity('vera');
    seen.tab().click();
    expect(size()).toEqual(['28px', '56px']);
  });

  it('does as the frame says about its size from its first word on', async () => {
    const host = start();
    host.setIdentity('vera');
    await load();
    const frame = await frameEnd();
    await frame.say({ type: 'size', collapsed: true });
    expect(size()).toEqual(['28px', '56px']);
    expect([shown(seen.tab()), shown(seen.iframe())]).toEqual([false, true]);
    host.setIdentity('bo');
    host.settle({ level: 'at-risk', open: true });
    expect(size()).toEqual(['28px', '56px']);
    await frame.say({ type: 'size', collapsed: false });
    expect(size()).toEqual(['360px', '100%']);
  });

  it('opens the browser’s own sidebar when the frame asks, and ignores what it doesn’t know', async () => {
    start().setIdentity('vera');
    await load();
    const frame = await frameEnd();
    await frame.say({ type: 'size', collapsed: 0 });
    await frame.say({ type: 'something' });
    expect(size()).toEqual(['28px', '56px']);
    expect(openPanel).not.toHaveBeenCalled();
    await frame.say({ type: 'open-panel' });
    expect(openPanel).toHaveBeenCalledOnce();
  });

  it('puts itself right when the page hides, shrinks or removes it', async () => {
    const host = start();
    host.setIdentity('vera');
    host.settle({ level: 'at-risk', open: true });
    const element = seen.host() as HTMLElement;
    for (const tamper of [
      () => element.setAttribute('style', 'display: none'),
      () => element.setAttribute('hidden', ''),
      () => element.style.setProperty('width', '1px', 'important'),
      () => element.remove(),
    ]) {
      tamper();
      await Promise.resolve();
      expect(element.isConnected).toBe(true);
      expect(element.getAttributeNames()).toEqual(['style']);
      expect(size()).toEqual(['360px', '100%']);
    }
  });

  it('never takes its own changes for the page’s', async () => {
    const host = start();
    for (let i = 0; i < 20; i++) {
      host.setIdentity(`customer ${i}`);
      host.settle({ level: 'ok', open: i % 2 === 0 });
      await Promise.resolve();
    }
    expect(seen.host()?.isConnected).toBe(true);
  });

  it('stays out, for good, once the page has removed it again and again', async () => {
    const host = start();
    host.setIdentity('vera');
    const element = seen.host() as HTMLElement;
    let times = 0;
    while (element.isConnected && times < 50) {
      element.remove();
      times++;
      await Promise.resolve();
    }
    expect(times).toBe(6);
    host.setIdentity('bo');
    host.settle({ level: 'at-risk', open: true });
    expect(seen.modes).toHaveLength(1);
    expect(document.documentElement.contains(element)).toBe(false);
  });

  it('goes without a trace when it is stopped', async () => {
    let refuse: ((why: Error) => void) | undefined;
    const invitations = [Promise.resolve('nonce'), new Promise<string>((_, reject) => (refuse = reject))];
    const host = start(() => invitations.shift() ?? Promise.reject(new Error('too many')));
    host.setIdentity('vera');
    await load();
    const frame = await frameEnd();
    frame.keys();
    // Another load is under way, and its invitation will fail.
    seen.iframe().dispatchEvent(new Event('load'));
    stop.abort();
    host.setIdentity('bo');
    refuse?.(new Error('no background'));
    await settled();
    expect(seen.host()?.isConnected).toBe(false);
    expect(frame.keys()).toEqual([]);
    expect(seen.modes).toHaveLength(1);
  });
});
