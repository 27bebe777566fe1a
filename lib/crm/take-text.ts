import type { Take } from '@/lib/protocol/crm-adapter';
import { decoded } from './decoded';
import { oneLine, shownText } from './shown';
import { innerUrl, matchUrl } from './url-pattern';

/** Longer than any name, address or number; what is longer is no such thing. */
const LIMIT = 2000;

const SECRET_TYPES = new Set(['password', 'hidden']);
/** What a browser would fill in itself: card data, one-time codes, passwords. */
const SECRET_AUTOCOMPLETE = /(?:^|\s)(?:cc-[a-z-]+|one-time-code|(?:current|new)-password)(?:\s|$)/;
/** A password field whose characters are made visible is a text field by its type alone. */
const SECRET_NAME = /passw|passphrase|\bpwd\b|\bcv[cv]2?\b|\botp\b|\biban\b|card[ -]?number/;

/** By its local name: in an XHTML page `nodeName` is in lower case. */
function isSecret(element: Element): boolean {
  if (element.localName !== 'input' && element.localName !== 'textarea') return false;
  const of = (name: string) => (element.getAttribute(name) ?? '').toLowerCase();
  return (
    SECRET_TYPES.has(of('type')) ||
    SECRET_AUTOCOMPLETE.test(of('autocomplete')) ||
    SECRET_NAME.test(`${of('name')} ${of('id')}`.replace(/[_[\].]+/g, ' '))
  );
}

function wordAfter(text: string, after: string): string | null {
  const at = text.indexOf(after);
  return at < 0 ? null : (/^[\p{L}\p{N}_-]+/u.exec(text.slice(at + after.length))?.[0] ?? null);
}

/** The input itself, or the only one in the element. */
function inputValue(element: Element): string | null {
  if ('value' in element && typeof element.value === 'string') return element.value;
  const [input, ...more] = element.querySelectorAll('input, textarea, select');
  return input && more.length === 0 && !isSecret(input) ? inputValue(input) : null;
}

/** `mailto:a@b.example?subject=x` to `a@b.example`. */
function schemeAddress(element: Element, scheme: 'mailto' | 'tel'): string | null {
  const link = element.nodeName === 'A' ? element : element.querySelector(`a[href^="${scheme}:" i]`);
  const href = link?.getAttribute('href')?.trim() ?? '';
  if (!href.toLowerCase().startsWith(`${scheme}:`)) return null;
  const [address = ''] = href.slice(scheme.length + 1).split('?');
  return decoded(address);
}

function linkPart(element: Element, take: Extract<Take, { from: 'link' }>, page: URL): string | null {
  const href = element.getAttribute('href');
  const url = href === null ? null : innerUrl(href, page);
  return url && (matchUrl(take.to, url)?.get(take.part) ?? null);
}

function rawText(element: Element, take: Take, evenHidden: boolean): string | null {
  if (take.from === 'value') return inputValue(element);
  if (take.from === 'attribute') return element.getAttribute(take.name);
  if (take.from === 'mailto' || take.from === 'tel') return schemeAddress(element, take.from);
  return shownText(element, LIMIT, evenHidden);
}

/** Is it read from what is inside of an element, or from the element itself? */
export const isInside = ({ from }: Take): boolean => from !== 'attribute' && from !== 'link';

/**
 * What an adapter wants of an element, as one line; null where it isn't there. Inputs for passwords, codes and card data, and hidden ones, give nothing.
 * @param page the page's own address
 */
export function takeText(
  element: Element,
  take: Take,
  options: { page: URL; evenHidden?: boolean },
): string | null {
  if (isSecret(element)) return null;
  const text =
    take.from === 'link'
      ? linkPart(element, take, options.page)
      : rawText(element, take, options.evenHidden ?? false);
  const line = text === null ? '' : oneLine(text.slice(0, LIMIT));
  if (line === '') return null;
  return take.from === 'word' ? wordAfter(line, take.after) : line;
}
