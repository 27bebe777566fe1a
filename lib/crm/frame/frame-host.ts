import type { BadgeLevel } from '@/lib/domain/badge-level';
import { createFrameElement, type FrameSize } from './frame-element';
import { createFrameLink } from './frame-link';
import type { FromFrame } from './frame-message';
import { type FramePlace, usualPlace } from './frame-place';
import { createTamperGuard } from './tamper-guard';

export type FrameHostOptions = {
  window: Window & typeof globalThis;
  /** of the sidebar's page, as the browser gives it to this content script */
  url: string;
  /** that page's origin. In Chromium not that of `url`: a dynamic address loads a page of the fixed origin (measured, 156). */
  origin: string;
  invite: () => Promise<string>;
  openPanel: () => void;
  /** something went that may mean that the extension is gone */
  onLost: () => void;
  signal: AbortSignal;
};

export type FrameHost = {
  /** Who is open, the moment it is known; null blanks the frame and its tab. The first customer brings the frame about. */
  setIdentity(key: string | null): void;
  /** Where the rep wants it in this CRM. */
  setPlace(place: FramePlace): void;
  /** What the background says of the identity last set: its badge, and whether the sidebar stands open for it. */
  settle(answer: { level: BadgeLevel | null; open: boolean }): void;
};

type Mounted = FrameHost & { remove(): void };

function mount(options: FrameHostOptions, gone: () => void): Mounted {
  const { window, url, origin, invite, openPanel, onLost } = options;
  let key: string | null = null;
  /** the identity that the size was last decided for; a person's own choice holds until the next */
  let sizedFor: string | null | undefined;
  let size: FrameSize = 'folded';
  /** once the frame has said a size, it draws its own tab and is the only one to say */
  let frameSpeaks = false;
  let removed = false;

  const element = createFrameElement(window.document, url, () => resize('open'));
  const link = createFrameLink({ iframe: element.iframe, origin, invite, onMessage, onClosed });
  element.setLevel(null);
  element.resize(size, true);
  const guard = createTamperGuard({ window, host: element.host, restore: element.restore, giveUp: remove });

  function resize(to: FrameSize): void {
    if (removed) return;
    size = to;
    guard.own(() => element.resize(to, !frameSpeaks));
  }

  function onMessage(message: FromFrame): void {
    if (message.type === 'open-panel') {
      openPanel();
      return;
    }
    frameSpeaks = true;
    resize(message.collapsed ? 'folded' : 'open');
  }

  function onClosed(): void {
    frameSpeaks = false;
    resize(size);
    onLost();
  }

  function remove(): void {
    removed = true;
    guard.stop();
    link.close();
    element.host.remove();
    gone();
  }

  return {
    remove,
    setIdentity(next) {
      key = next;
      link.setIdentity(next);
      if (next === null) element.setLevel(null);
    },
    setPlace(place) {
      if (!removed) guard.own(() => element.setPlace(place));
    },
    settle({ level, open }) {
      element.setLevel(level);
      if (frameSpeaks || key === sizedFor) return;
      sizedFor = key;
      resize(open ? 'open' : 'folded');
    },
  };
}

/** The sidebar in the page: made at the first customer, kept as long as the page lets it be, gone with the signal. */
export function createFrameHost(options: FrameHostOptions): FrameHost {
  let mounted: Mounted | null = null;
  let place = usualPlace;
  let over = false;
  options.signal.addEventListener('abort', () => {
    over = true;
    mounted?.remove();
  });

  function gone(): void {
    over = true;
    mounted = null;
  }

  return {
    setIdentity(key) {
      if (key !== null && !over && !mounted) {
        mounted = mount(options, gone);
        mounted.setPlace(place);
      }
      mounted?.setIdentity(key);
    },
    setPlace(to) {
      place = to;
      mounted?.setPlace(to);
    },
    settle: (answer) => mounted?.settle(answer),
  };
}
