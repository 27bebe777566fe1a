/** Where the frame stands is where the pointer is on the screen less where it is in the frame. */
type Place = { screenX: number; screenY: number; clientX: number; clientY: number };
type Stay = Place & {
  since: number;
  travelled: number;
  touch: boolean;
  /** when it was first pressed here; null where it wasn't */
  pressedAt: number | null;
};

export type SteadyPointer = {
  /** Follows the pointer in the control's whole document. @returns how to stop */
  watch(element: Element): () => void;
  /** the pointer came here by its own way, with the frame in one place all the while */
  hasArrived(): boolean;
};

/** Under zoom (a quarter to five times) both ways differ by that factor, and each is rounded. */
function follows(onScreen: number, inFrame: number): boolean {
  const way = inFrame < 0 ? -onScreen : onScreen;
  const far = Math.abs(inFrame);
  return way >= far * 0.25 - 2 && way <= far * 5 + 2;
}

function moved(from: Place, to: Place): boolean {
  const x = follows(to.screenX - from.screenX, to.clientX - from.clientX);
  return !x || !follows(to.screenY - from.screenY, to.clientY - from.clientY);
}

const SEEN = ['pointerover', 'pointermove', 'pointerdown'] as const;

/** Whoever goes to a button travels at least this far inside the frame (CSS px); a hand that clicks twice does not. */
const JOURNEY = 8;
/** A finger can't travel without touching: its first tap is what the second is compared with (ms). */
const BETWEEN_TAPS = 500;
/** No double click takes so long: who clicks again after it, with nothing moved, means it (ms). */
const BETWEEN_CLICKS = 1000;

/**
 * A page can move our frame under a resting pointer between the two clicks of a double click. So a click counts where
 * the pointer has come to it by its own way inside the frame, while the frame stood still on the screen; or where it
 * rested as the button came, at the second click, a second after the first.
 * @param now in milliseconds
 */
export function createSteadyPointer(now: () => number): SteadyPointer {
  let stay: Stay | null = null;

  function see(event: Event): void {
    if (!event.isTrusted || !(event instanceof PointerEvent)) return;
    const { screenX, screenY, clientX, clientY } = event;
    const place = { screenX, screenY, clientX, clientY };
    const touch = event.pointerType === 'touch';
    if (!stay || moved(stay, place)) stay = { ...place, since: now(), travelled: 0, touch, pressedAt: null };
    else
      stay.travelled = Math.max(stay.travelled, Math.hypot(clientX - stay.clientX, clientY - stay.clientY));
    if (event.type === 'pointerdown') stay.pressedAt ??= now();
  }

  function leave(event: Event): void {
    if (!(event instanceof PointerEvent && event.pointerType === 'touch')) stay = null;
  }

  return {
    watch({ ownerDocument }) {
      const abort = new AbortController();
      const options = { capture: true, signal: abort.signal };
      for (const type of SEEN) ownerDocument.addEventListener(type, see, options);
      ownerDocument.documentElement.addEventListener('pointerleave', leave, { signal: abort.signal });
      return () => abort.abort();
    },
    hasArrived() {
      if (!stay) return false;
      if (stay.touch) return now() - stay.since >= BETWEEN_TAPS;
      const again = stay.pressedAt !== null && now() - stay.pressedAt >= BETWEEN_CLICKS;
      return again || stay.travelled >= JOURNEY;
    },
  };
}
