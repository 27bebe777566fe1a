import { vi } from 'vitest';
import { createFrameHost, type FrameHostOptions } from '@/lib/crm/frame/frame-host';
import type { FromFrame, ToFrame } from '@/lib/crm/frame/frame-message';

export const ORIGIN = 'chrome-extension://heed';

/** The page's side sees the element only; a test also sees into its closed root. */
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
    made: () => root !== null,
    host: (): HTMLElement => {
      if (!(root?.host instanceof HTMLElement)) throw new Error('no sidebar was made');
      return root.host;
    },
    iframe: () => part<HTMLIFrameElement>('iframe'),
    tab: () => part<HTMLButtonElement>('button'),
  };
}

/** Until every port has delivered what was posted before: a message of our own has made the way, twice. */
export async function delivered(): Promise<void> {
  for (let i = 0; i < 2; i++) {
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    port1.close();
  }
}

/** The frame's end of a channel. */
async function listenOn(port: MessagePort) {
  const heard: ToFrame[] = [];
  port.onmessage = ({ data }) => heard.push(data);
  await delivered();
  return {
    /** the keys it was told since last asked */
    keys: () => heard.splice(0).flatMap((said) => (said.type === 'identity' ? [said.key] : [])),
    say: async (message: FromFrame | object) => {
      port.postMessage(message);
      await delivered();
    },
  };
}

/** A page with room for a sidebar. jsdom loads no frame: `load` does, and keeps what the frame is greeted with. */
export function createFramedPage() {
  const seen = insight();
  const stop = new AbortController();
  const hellos: { data: unknown; target: unknown; port: MessagePort }[] = [];
  const openPanel = vi.fn();
  const onLost = vi.fn();
  return {
    ...{ ...seen, stop, hellos, openPanel, onLost },
    start(invite: FrameHostOptions['invite'] = async () => `nonce ${hellos.length}`) {
      const url = `${ORIGIN}/sidebar.html`;
      return createFrameHost({ window, url, origin: ORIGIN, invite, openPanel, onLost, signal: stop.signal });
    },
    async load(): Promise<void> {
      const postMessage = (data: unknown, target: unknown, [port]: MessagePort[]) => {
        if (port) hellos.push({ data, target, port });
      };
      Object.defineProperty(seen.iframe(), 'contentWindow', { configurable: true, value: { postMessage } });
      seen.iframe().dispatchEvent(new Event('load'));
      await delivered();
    },
    /** the frame that was greeted last */
    async frame() {
      const port = hellos.at(-1)?.port;
      if (!port) throw new Error('no hello came');
      return listenOn(port);
    },
    size: () => ['width', 'height'].map((name) => seen.host().style.getPropertyValue(name)),
  };
}
