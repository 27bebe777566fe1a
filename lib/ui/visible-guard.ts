import { createContext, useContext } from 'react';
import { createInSight, type InSight } from './in-sight';
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

function createObservingGuard(inSight: InSight, now: () => number): VisibleGuard {
  const pointer = createSteadyPointer(now);
  return {
    elsewhere: false,
    watch(element) {
      const leaveSight = inSight.watch(element);
      const leavePointer = pointer.watch(element);
      return () => {
        leaveSight();
        leavePointer();
      };
    },
    sight(element, by) {
      if (by === 'pointer' && !pointer.hasArrived()) return 'covered';
      return inSight.isClear(element) ? 'clear' : 'covered';
    },
  };
}

function fixedGuard(sight: Sight): VisibleGuard {
  return { watch: () => () => undefined, sight: () => sight, elsewhere: sight === 'elsewhere' };
}

/** For a frame in a page that isn't ours. Where the browser can't tell, such clicks belong into its own sidebar. */
export function createFrameGuard(now: () => number): VisibleGuard {
  const inSight = createInSight(now);
  return inSight ? createObservingGuard(inSight, now) : fixedGuard('elsewhere');
}

/** For pages that nothing can cover. */
export const ownPageGuard: VisibleGuard = fixedGuard('clear');

/** Without a guard nothing consequential can be clicked. */
const VisibleGuardContext = createContext<VisibleGuard>(fixedGuard('covered'));
export const VisibleGuardProvider = VisibleGuardContext.Provider;

export function useVisibleGuard(): VisibleGuard {
  return useContext(VisibleGuardContext);
}
