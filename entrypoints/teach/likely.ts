import { innerRoot } from '@/lib/crm/find-elements';
import { isShown } from '@/lib/crm/shown';
import { labelsBefore } from '@/lib/crm/teach/labels';
import type { PickAs } from '@/lib/crm/teach/lesson';
import { takesFrom } from '@/lib/crm/teach/takes';

const MOST = 300;
/** A page with more than that is no customer's; and the keys must not wait for it. */
const MOST_LOOKED_AT = 20_000;

const has = (element: Element, as: PickAs, page: URL) => takesFrom(element, as, page).length > 0;

/** What an element most likely says. */
export function guessKind(element: Element, page: URL): PickAs {
  if (has(element, 'email', page)) return 'email';
  const [text] = takesFrom(element, 'name', page);
  if (has(element, 'phone', page) && !/\p{L}{3}/u.test(text?.value ?? '')) return 'phone';
  return has(element, 'number', page) ? 'number' : 'name';
}

/** In the order in which they stand, inside components and frames of the same origin too. */
function everyElement(root: Document | ShadowRoot, found: Element[] = []): Element[] {
  for (const element of root.querySelectorAll('*')) {
    if (found.length >= MOST_LOOKED_AT) break;
    found.push(element);
    const inner = innerRoot(element);
    if (inner) everyElement(inner, found);
  }
  return found;
}

const KINDS = ['email', 'phone', 'number'] as const;
const SAYS = /^(?:h[1-3]|a|td|dd|span|p|b|strong|div|input)$/;

/** After a label of its own: "Name", "Kunde". */
function isLabelled(element: Element): boolean {
  const holder = element.parentElement?.childElementCount === 1 ? element.parentElement : null;
  return labelsBefore(element, '').some(({ leadsTo }) => leadsTo === element || leadsTo === holder);
}

function isLikely(element: Element, page: URL, wanted: PickAs | 'any'): boolean {
  if (wanted !== 'any' && wanted !== 'name') return has(element, wanted, page);
  const isNamed = /^(?:h\d|input)$/.test(element.localName) || isLabelled(element);
  return isNamed || (wanted === 'any' && KINDS.some((as) => has(element, as, page)));
}

/** Elements that keys go through: addresses, numbers, headings, what stands after a label, what inputs hold. */
export function likelyElements(document: Document, page: URL, wanted: PickAs | 'any'): Element[] {
  const found: Element[] = [];
  for (const e of everyElement(document)) {
    if (found.length >= MOST) break;
    if (!SAYS.test(e.localName) || e.childElementCount > 0 || !isShown(e)) continue;
    if (has(e, 'name', page) && isLikely(e, page, wanted)) found.push(e);
  }
  return found;
}
