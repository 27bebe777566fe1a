import type { BadgeLevel } from '@/lib/domain/badge-level';
import { type FramePlace, usualPlace } from '@/lib/domain/frame-place';
import { createFrameElement, type FrameSize } from './frame-element';
import { createFrameFocus } from './frame-focus';
import { createFrameLink } from './frame-link';
import type { FromFrame } from './frame-message';
import { createPageRoom } from './page-room';
import { createTamperGuard } from './tamper-guard';

/** A frame that hasn't paired by then is blocked: by the page's policy, or by what the browser makes of it. */
const PATIENCE = 4000;

/** Where the keyboard is after the chord: `unreachable` where this page lets nobody into a frame of ours. */
export type ChordAnswer = 'heed' | 'page' | 'unreachable';

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
  /** The phone rings here, and nobody's record may be open: who rings is shown where it rings. */
  ring(): void;
  /** Into the sidebar, or back into the page. Brings it about where nobody is open too: a caller can be looked for in it. */
  chord(): ChordAnswer;
};

type Mounted = Omit<FrameHost, 'ring'> & { remove(): void };

function mount(options: FrameHostOptions, gone: () => void): Mounted {
  const { window, url, origin, invite, openPanel, onLost } = options;
  let key: string | null = null;
  /** the identity that the size was last decided for; a person's own choice holds until the next */
  let sizedFor: string | null | undefined;
  let size: FrameSize = 'folded';
  let place = usualPlace;
  /** once the frame has said a size, it draws its own tab and is the only one to say */
  let frameSpeaks = false;
  let isPaired = false;
  let isBlocked = false;
  let removed = false;

  // Where the frame is blocked the tab leads to the browser's own sidebar: the click is what lets us open that.
  const element = createFrameElement(window.document, url, () => (isBlocked ? openPanel() : resize('open')));
  const focus = createFrameFocus({ document: window.document, ...element });
  const room = createPageRoom(window);
  const link = createFrameLink({ iframe: element.iframe, origin, invite, onMessage, onClosed });
  element.setLevel(null);
  element.resize(size, true);
  const guard = createTamperGuard({ window, host: element.host, restore: element.restore, giveUp: remove });
  const waiting = window.setTimeout(() => {
    isBlocked = !isPaired;
    if (isBlocked) resize('folded');
  }, PATIENCE);

  function resize(to: FrameSize): void {
    if (removed) return;
    size = isBlocked ? 'folded' : to;
    guard.own(() => element.resize(size, !frameSpeaks));
    if (size === 'open' && place.room === 'push') room.make(place);
    else room.takeBack();
  }

  function setPlace(to: FramePlace): void {
    if (removed) return;
    place = to;
    guard.own(() => element.setPlace(to));
    resize(size);
  }

  function onMessage(message: FromFrame): void {
    isPaired = true;
    isBlocked = false;
    if (message.type === 'open-panel') openPanel();
    if (message.type === 'place') setPlace(message.place);
    if (message.type !== 'size') return;
    frameSpeaks = true;
    const folded = message.hasWords === true ? 'folded-with-words' : 'folded';
    resize(message.collapsed ? folded : 'open');
  }

  function onClosed(): void {
    frameSpeaks = false;
    resize(size);
    onLost();
  }

  function remove(): void {
    removed = true;
    window.clearTimeout(waiting);
    room.takeBack();
    guard.stop();
    link.close();
    element.host.remove();
    gone();
  }

  return {
    ...{ remove, setPlace },
    setIdentity(next) {
      key = next;
      link.setIdentity(next);
      if (next === null) element.setLevel(null);
    },
    settle({ level, open }) {
      element.setLevel(level);
      if (frameSpeaks || key === sizedFor) return;
      sizedFor = key;
      resize(open && place.opens === 'itself' ? 'open' : 'folded');
    },
    chord() {
      if (isBlocked) return 'unreachable';
      if (focus.isInside()) {
        focus.leave();
        return 'page';
      }
      if (!frameSpeaks) resize('open');
      link.askForFocus();
      return focus.enter() ? 'heed' : 'unreachable';
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

  function mountOnce(): void {
    if (over || mounted) return;
    mounted = mount(options, gone);
    mounted.setPlace(place);
  }

  return {
    setIdentity(key) {
      if (key !== null) mountOnce();
      mounted?.setIdentity(key);
    },
    setPlace(to) {
      place = to;
      mounted?.setPlace(to);
    },
    settle: (answer) => mounted?.settle(answer),
    ring() {
      mountOnce();
    },
    chord() {
      mountOnce();
      return mounted?.chord() ?? 'unreachable';
    },
  };
}
