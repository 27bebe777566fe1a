import { createContext, useContext } from 'react';
import { createSteadyPointer } from './steady-pointer';

/** May a consequential click count? `covered`: not seen in full in the last half second, or moved under the pointer. `elsewhere`: this browser can't tell. */
export type Sight = 'clear' | 'covered' | 'elsewhere';

export type VisibleGuard = {
  /** Watches one control. @returns how to stop */
  watch(element: Element): () => void;
  /** @param by a page can't press our keys, but it can move us under a pointer */
  sight(element: Element, by: 'pointer' | 'keys'): Sight;
  /** this browser can't tell: such clicks are offered elsewhere from the start */
  elsewhere: boolean;
};

/** The page can fade, cover or move the frame around us; half a second in plain sight is more than a trick can give. */
const IN_SIGHT_FOR = 500;

/** IntersectionObserver v2; TypeScript's DOM has v1 only. https://w3c.github.io/IntersectionObserver/v2/ */
type VisibilityEntry = IntersectionObserverEntry & { isVisible?: boolean };
type VisibilityOptions = IntersectionObserverInit & { trackVisibility: boolean; delay: number };

function knowsVisibility(): boolean {
  return (
    typeof IntersectionObserverEntry === 'function' && 'isVisible' in IntersectionObserverEntry.prototype
  );
}

function createObservingGuard(now: () => number): VisibleGuard {
  const since = new WeakMap<Element, number>();
  const pointer = createSteadyPointer(now);
  const options: VisibilityOptions = { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] };
  const observer = new IntersectionObserver((entries: VisibilityEntry[]) => {
    for (const { target, isVisible, intersectionRatio } of entries) {
      if (!isVisible || intersectionRatio < 0.99) since.delete(target);
      else if (!since.has(target)) since.set(target, now());
    }
  }, options);
  return {
    elsewhere: false,
    watch(element) {
      observer.observe(element);
      const leavePointer = pointer.watch(element);
      return () => {
        observer.unobserve(element);
        leavePointer();
      };
    },
    sight(element, by) {
      if (by === 'pointer' && !pointer.hasArrived()) return 'covered';
      const start = since.get(element);
      return start !== undefined && now() - start >= IN_SIGHT_FOR ? 'clear' : 'covered';
    },
  };
}

function fixedGuard(sight: Sight): VisibleGuard {
  return { watch: () => () => undefined, sight: () => sight, elsewhere: sight === 'elsewhere' };
}

/** For a frame in a page that isn't ours. Where the browser can't tell, such clicks belong into its own sidebar. */
export function createFrameGuard(now: () => number): VisibleGuard {
  return knowsVisibility() ? createObservingGuard(now) : fixedGuard('elsewhere');
}

/** For pages that nothing can cover. */
export const ownPageGuard: VisibleGuard = fixedGuard('clear');

/** Without a guard nothing consequential can be clicked. */
const VisibleGuardContext = createContext<VisibleGuard>(fixedGuard('covered'));
export const VisibleGuardProvider = VisibleGuardContext.Provider;

export function useVisibleGuard(): VisibleGuard {
  return useContext(VisibleGuardContext);
}
