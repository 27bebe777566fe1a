import { isShown } from '@/lib/crm/shown';
import type { PickAs } from '@/lib/crm/teach/lesson';
import { takesFrom } from '@/lib/crm/teach/takes';

const MOST = 300;

const has = (element: Element, as: PickAs, page: URL) => takesFrom(element, as, page).length > 0;

/** What an element most likely says. */
export function guessKind(element: Element, page: URL): PickAs {
  if (has(element, 'email', page)) return 'email';
  const [text] = takesFrom(element, 'name', page);
  if (has(element, 'phone', page) && !/\p{L}{3}/u.test(text?.value ?? '')) return 'phone';
  return has(element, 'number', page) ? 'number' : 'name';
}

/** Elements that keys go through: addresses, numbers, headings, what inputs hold. */
export function likelyElements(document: Document, page: URL): Element[] {
  return [...document.querySelectorAll('h1, h2, h3, a, td, dd, span, p, b, strong, div, input')]
    .filter((e) => e.childElementCount === 0 && isShown(e))
    .filter(
      (e) =>
        /^(?:h\d|input)$/.test(e.localName) ||
        ['email', 'phone', 'number'].some((as) => has(e, as as PickAs, page)),
    )
    .filter((e) => has(e, 'name', page))
    .slice(0, MOST);
}
