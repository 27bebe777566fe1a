/** Where the frame stands is where the pointer is on the screen less where it is in the frame. */
type Place = { screenX: number; screenY: number; clientX: number; clientY: number };
type Rest = Place & { since: number };

export type SteadyPointer = {
  /** Follows the pointer over one control. @returns how to stop */
  watch(element: Element): () => void;
  /** for how long it has rested on this control while the frame stayed where it was, in milliseconds */
  restedFor(element: Element): number;
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

const SEEN = ['pointerover', 'pointermove', 'pointerdown', 'pointerup', 'click'] as const;

/**
 * A page can move our frame under the pointer between the two clicks of a double click. So a click counts where the
 * pointer has rested on the control before it, with the frame in one place. A finger can't hover: its first tap is
 * what the second is compared with.
 * @param now in milliseconds
 */
export function createSteadyPointer(now: () => number): SteadyPointer {
  const rests = new WeakMap<Element, Rest>();
  return {
    watch(element) {
      const abort = new AbortController();
      const options = { capture: true, signal: abort.signal };
      const see = (event: Event) => {
        if (!event.isTrusted || !(event instanceof MouseEvent)) return;
        const { screenX, screenY, clientX, clientY } = event;
        const place = { screenX, screenY, clientX, clientY };
        const rest = rests.get(element);
        if (!rest || moved(rest, place)) rests.set(element, { ...place, since: now() });
      };
      const leave = (event: Event) => {
        if (!(event instanceof PointerEvent && event.pointerType === 'touch')) rests.delete(element);
      };
      for (const type of SEEN) element.addEventListener(type, see, options);
      element.addEventListener('pointerleave', leave, { signal: abort.signal });
      return () => abort.abort();
    },
    restedFor(element) {
      const rest = rests.get(element);
      return rest ? now() - rest.since : 0;
    },
  };
}
