import type { FrameHello, FromFrame, ToFrame } from '@/lib/crm/frame/frame-message';
import type { Call } from './host';

export type FrameChannel = {
  /** `undefined` until the content script has said anything */
  pageKey(): string | null | undefined;
  onPageKey(listener: () => void): () => void;
  /** a person asked for the sidebar by the chord; one who did before anybody listened is told at once */
  onFocus(listener: () => void): () => void;
  send(message: FromFrame): void;
};

function isHello(data: unknown): data is FrameHello {
  if (typeof data !== 'object' || data === null) return false;
  const hello = data as Partial<Record<keyof FrameHello, unknown>>;
  return hello.heed === 'hello' && typeof hello.nonce === 'string' && hello.nonce.length <= 100;
}

function isToFrame(data: unknown): data is ToFrame {
  if (typeof data !== 'object' || data === null) return false;
  const message = data as { type?: unknown; key?: unknown };
  if (message.type === 'focus') return true;
  return message.type === 'identity' && (message.key === null || typeof message.key === 'string');
}

function channelOver(port: MessagePort): FrameChannel {
  let key: string | null | undefined;
  const listeners = new Set<() => void>();
  const focusListeners = new Set<() => void>();
  let wantsFocus = false;
  const tellFocus = () => {
    wantsFocus = focusListeners.size === 0;
    for (const listener of focusListeners) listener();
  };
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isToFrame(data)) return;
    if (data.type === 'focus') {
      tellFocus();
      return;
    }
    if (data.key === key) return;
    key = data.key;
    for (const listener of listeners) listener();
  };
  return {
    pageKey: () => key,
    onPageKey(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onFocus(listener) {
      focusListeners.add(listener);
      if (wantsFocus) tellFocus();
      return () => focusListeners.delete(listener);
    },
    send: (message) => port.postMessage(message),
  };
}

/**
 * Waits for the one window message that matters: a greeting from the page around us whose nonce the background takes.
 * Any script of that page can post to us, so a greeting that the background refuses doesn't shut the door on the
 * right one; after the right one nothing is listened to but its port.
 */
export function openFrameChannel(frame: Window, call: Call): Promise<FrameChannel> {
  return new Promise((resolve) => {
    const onMessage = async ({ data, source, ports }: MessageEvent<unknown>) => {
      const [port] = ports;
      if (source !== frame.parent || frame.parent === frame || !isHello(data) || !port) return;
      try {
        await call('frame.pair', { nonce: data.nonce });
      } catch {
        port.close();
        return;
      }
      frame.removeEventListener('message', onMessage);
      resolve(channelOver(port));
    };
    frame.addEventListener('message', onMessage);
  });
}
