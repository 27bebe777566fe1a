import type { FramePlace } from '@/lib/domain/frame-place';

type Kept = { value: string; priority: string };
const sides = ['left', 'right'] as const;

/** A page that is laid out wider than it may be now: what it pins to the window's width would lie under us. */
const SLACK = 4;

/**
 * Room in the page beside the sidebar: a margin of the whole document, so that what flows in it moves aside. What a page
 * pins to the window stays where it is, and the sidebar lies over that. A page that doesn't give way, and would have to
 * be scrolled sideways, gets its width back: there the sidebar lies over it.
 */
export function createPageRoom(window: Window & typeof globalThis) {
  const root = () => window.document.documentElement;
  let kept: Map<string, Kept> | null = null;
  let made = '';

  function set(name: string, value: string): void {
    root().style.setProperty(name, value, 'important');
  }

  function takeBack(): void {
    if (!kept) return;
    for (const [name, { value, priority }] of kept) {
      if (value) root().style.setProperty(name, value, priority);
      else root().style.removeProperty(name);
    }
    kept = null;
    made = '';
    told();
  }

  /** Grids and charts measure the window only when it says that it has changed. */
  function told(): void {
    window.dispatchEvent(new window.Event('resize'));
  }

  const overflow = () => root().scrollWidth - root().clientWidth;

  return {
    takeBack,

    /** The same room again, or another; asked for at every change, for a page may have written over it. */
    make({ side, width }: Pick<FramePlace, 'side' | 'width'>): void {
      // Nobody can work beside it on a narrow window.
      if (window.innerWidth < width * 2) {
        takeBack();
        return;
      }
      const name = `margin-${side}`;
      const wanted = `${name} ${width}`;
      if (wanted === made && root().style.getPropertyValue(name) === `${width}px`) return;
      takeBack();
      const before = overflow();
      kept = new Map(
        sides.map((s) => [
          `margin-${s}`,
          {
            value: root().style.getPropertyValue(`margin-${s}`),
            priority: root().style.getPropertyPriority(`margin-${s}`),
          },
        ]),
      );
      set(name, `${width}px`);
      made = wanted;
      if (overflow() > Math.max(before, 0) + SLACK) takeBack();
      else told();
    },
  };
}

export type PageRoom = ReturnType<typeof createPageRoom>;
