/** Half a second in plain sight is more than a trick of the page around us can give. */
const IN_SIGHT_FOR = 500;

/** IntersectionObserver v2; TypeScript's DOM has v1 only. https://w3c.github.io/IntersectionObserver/v2/ */
type VisibilityEntry = IntersectionObserverEntry & { isVisible?: boolean };
type VisibilityOptions = IntersectionObserverInit & { trackVisibility: boolean; delay: number };

export type InSight = {
  /** @returns how to stop */
  watch(element: Element): () => void;
  /** seen in full, with nothing over it and no fading, for the last half second */
  isClear(element: Element): boolean;
};

/**
 * Tells whether a person can see an element, whatever the page does to it.
 * @param now in milliseconds
 * @returns null where the browser can't tell (Firefox)
 */
export function createInSight(now: () => number): InSight | null {
  const known =
    typeof IntersectionObserverEntry === 'function' && 'isVisible' in IntersectionObserverEntry.prototype;
  if (!known) return null;
  const since = new WeakMap<Element, number>();
  const options: VisibilityOptions = { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] };
  const observer = new IntersectionObserver((entries: VisibilityEntry[]) => {
    for (const { target, isVisible, intersectionRatio } of entries) {
      if (!isVisible || intersectionRatio < 0.99) since.delete(target);
      else if (!since.has(target)) since.set(target, now());
    }
  }, options);
  return {
    watch(element) {
      observer.observe(element);
      return () => observer.unobserve(element);
    },
    isClear(element) {
      const start = since.get(element);
      return start !== undefined && now() - start >= IN_SIGHT_FOR;
    },
  };
}
