import { innerRoot } from '@/lib/crm/find-elements';
import { isShown } from '@/lib/crm/shown';
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

const SAYS = /^(?:h[1-3]|a|td|dd|span|p|b|strong|div|input)$/;

/** Elements that keys go through: addresses, numbers, headings, what inputs hold. */
export function likelyElements(document: Document, page: URL): Element[] {
  const found: Element[] = [];
  for (const e of everyElement(document)) {
    if (found.length >= MOST) break;
    if (!SAYS.test(e.localName) || e.childElementCount > 0 || !isShown(e)) continue;
    const isLikely =
      /^(?:h\d|input)$/.test(e.localName) ||
      (['email', 'phone', 'number'] as const).some((as) => has(e, as, page));
    if (isLikely && has(e, 'name', page)) found.push(e);
  }
  return found;
}
