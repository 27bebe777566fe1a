import { createListBadge, type ListBadge } from './list-badge';
import type { ListLevel } from './list-levels';
import type { ListRow } from './list-rows';

/** How often a page may take out the badge of one customer's row before it is left alone. */
const PATIENCE = 5;

type Place = Pick<ListRow, 'row' | 'anchor' | 'key'>;

/** All that an element in the line could move: the sizes of row and name, and where the name stands in its row. */
function measure({ row, anchor }: Place): string {
  const [outer, inner] = [row.getBoundingClientRect(), anchor.getBoundingClientRect()];
  const { left, top } = inner;
  return [outer.width, outer.height, inner.width, inner.height, left - outer.left, top - outer.top].join();
}

/** Badges at the end of their anchors. Every place gets the same empty element, whatever it will show. */
export function createListBadges(document: Document) {
  const badges = new WeakMap<Element, ListBadge>();
  /** for whom, and how often, a badge was put there */
  const placed = new WeakMap<Element, { key: string; times: number }>();

  /** Its own badge, where the page has left it in its place. */
  function badgeOf(anchor: Element): ListBadge | undefined {
    const badge = badges.get(anchor);
    return badge?.host.parentNode === anchor ? badge : undefined;
  }

  function put({ anchor, key }: Place): void {
    const last = placed.get(anchor);
    placed.set(anchor, { key, times: last?.key === key ? last.times + 1 : 1 });
    badges.get(anchor)?.host.remove();
    const badge = createListBadge(document);
    badges.set(anchor, badge);
    anchor.append(badge.host);
  }

  function mayStand({ anchor, key }: Place): boolean {
    if (badgeOf(anchor) || !anchor.isConnected) return false;
    const last = placed.get(anchor);
    return last?.key !== key || last.times <= PATIENCE;
  }

  return {
    /**
     * Makes a place for each that has none. Where that moves anything (a flex box with a gap, a style for the last child)
     * it is undone before it is painted, and not tried again.
     */
    put(places: readonly Place[]): void {
      const free = places.filter(mayStand);
      const before = free.map(measure);
      for (const place of free) put(place);
      free.forEach((place, i) => {
        if (measure(place) === before[i]) return;
        badges.get(place.anchor)?.host.remove();
        placed.set(place.anchor, { key: place.key, times: Number.POSITIVE_INFINITY });
      });
    },

    /** Nothing where there is no place. */
    show(anchor: Element, level: ListLevel | null): void {
      badgeOf(anchor)?.show(level);
    },

    /** Takes the level away wherever the page has put the element meanwhile. */
    clear(anchor: Element): void {
      badges.get(anchor)?.show(null);
    },

    remove(anchor: Element): void {
      badges.get(anchor)?.host.remove();
      badges.delete(anchor);
    },
  };
}
