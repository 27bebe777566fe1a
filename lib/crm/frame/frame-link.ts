import type { FramePlace } from '@/lib/domain/frame-place';
import type { FrameHello, FromFrame, ToFrame } from './frame-message';

/** A page that keeps moving the frame reloads it each time; after this many the frame gets no further word. */
const MOST_LOADS = 6;

type FrameLinkOptions = {
  iframe: HTMLIFrameElement;
  /** of the frame's page: nobody else may read the nonce */
  origin: string;
  /** a nonce of the background's, good for one pairing */
  invite: () => Promise<string>;
  onMessage: (message: FromFrame) => void;
  /** the frame is gone: taken out, loaded anew, or the extension was updated */
  onClosed: () => void;
};

export type FrameLink = {
  /** What the frame is to know; a frame that loads later hears the latest at once. */
  setIdentity(key: string | null): void;
  /** The keyboard comes: now, or as soon as the frame can hear. */
  askForFocus(): void;
  close(): void;
};

function isPlace(place: unknown): place is FramePlace {
  if (typeof place !== 'object' || place === null) return false;
  const { side, width, room, opens } = place as Partial<Record<keyof FramePlace, unknown>>;
  return (
    (side === 'left' || side === 'right') &&
    typeof width === 'number' &&
    (room === 'push' || room === 'over') &&
    (opens === 'itself' || opens === 'asked')
  );
}

function isFromFrame(data: unknown): data is FromFrame {
  if (typeof data !== 'object' || data === null || !('type' in data)) return false;
  if (data.type === 'open-panel' || data.type === 'here') return true;
  if (data.type === 'place') return 'place' in data && isPlace(data.place);
  return data.type === 'size' && 'collapsed' in data && typeof data.collapsed === 'boolean';
}

/**
 * Each time the frame has loaded: asks for a nonce, and hands it over with one end of a channel in the only window
 * message there is. From then on the two talk where the page can't listen.
 */
export function createFrameLink({
  iframe,
  origin,
  invite,
  onMessage,
  onClosed,
}: FrameLinkOptions): FrameLink {
  let key: string | null = null;
  let port: MessagePort | null = null;
  let loads = 0;
  let wantsFocus = false;

  const tell = () => port?.postMessage({ type: 'identity', key } satisfies ToFrame);

  function askForFocus(): void {
    wantsFocus = port === null;
    port?.postMessage({ type: 'focus' } satisfies ToFrame);
  }

  function drop(): void {
    const old = port;
    port = null;
    old?.close();
  }

  async function greet(): Promise<void> {
    const load = ++loads;
    if (port) onClosed();
    drop();
    if (load > MOST_LOADS) return;
    const nonce = await invite();
    if (load !== loads || !iframe.contentWindow) return;
    const { port1, port2 } = new MessageChannel();
    port = port1;
    port1.addEventListener(
      'message',
      ({ data }: MessageEvent<unknown>) => isFromFrame(data) && onMessage(data),
    );
    port1.addEventListener('close', () => port === port1 && onClosed());
    port1.start();
    iframe.contentWindow.postMessage({ heed: 'hello', nonce } satisfies FrameHello, origin, [port2]);
    tell();
    if (wantsFocus) askForFocus();
  }

  iframe.addEventListener('load', () => void greet().catch(onClosed));

  return {
    askForFocus,
    setIdentity(next) {
      key = next;
      tell();
    },
    close() {
      loads = Number.POSITIVE_INFINITY;
      drop();
    },
  };
}
