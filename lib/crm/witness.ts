import type { Locator } from '@/lib/protocol/crm-adapter';
import { countsAt, labelOf, type Scope } from './find-elements';

/**
 * An element that said who is open or confirmed it. As long as all of them stay where they are and say the same, so
 * does the identity; to ask them costs next to nothing beside reading the page.
 */
export type Witness = {
  node: Node;
  /** what is inside of it counts too, not only the element itself */
  deep: boolean;
  /** what it says now; null where it says nothing any more */
  says: () => string | null;
};

type Found = { locator: Locator; elements: readonly Element[] };

/** Elements that were found, what each is asked, and the labels that led to them. */
export function witnessesOf(
  { locator, elements }: Found,
  scope: Scope,
  { deep, text }: { deep: boolean; text: (element: Element) => string | null },
): Witness[] {
  return elements.flatMap((element): Witness[] => {
    const says = () => (countsAt(element, locator, scope) ? text(element) : null);
    const label = locator.labelled && labelOf(element);
    // Whether it is still the same label is said by the element itself.
    return [{ node: element, deep, says }, ...(label ? [{ node: label, deep: true, says }] : [])];
  });
}
