import { whyNoSelector } from '@/lib/protocol/selector-rule';
import { DEEPER } from '../find-elements';
import { shownText } from '../shown';
import type { Tier } from './lesson';
import { isMeaningful, isStableClass, isStableName } from './stable-name';

export type Selector = { css: string; tier: Tier };

/** How far up it is looked for something with a name. */
const HIGH = 10;
/** A name this near says what the element is; one further up says only where. */
const NEAR = 3;
/** How long the text of a customer's card is at most. */
const MOST_WORDS = 300;
const NAMING = ['id', 'name', 'itemprop', 'aria-label', 'autocomplete', 'role', 'property'];
const NEVER = /^(?:data-(?:reactid|v-.*|react.*|id|index|key|value|content|original-title)|data-.*-id)$/;

const tagOf = (element: Element) => element.localName;

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

function isNaming(name: string, value: string, secret: string): boolean {
  const known = NAMING.includes(name) || (name.startsWith('data-') && !NEVER.test(name));
  if (!known || (secret.length > 1 && value.includes(secret))) return false;
  return isStableName(value);
}

/** `div[data-field="email"]`, `.customer-email`: by names that the page's makers gave this element. */
function ownNames(element: Element, secret: string): Selector[] {
  const tag = tagOf(element);
  const named = element
    .getAttributeNames()
    .flatMap((name): Selector[] => {
      const value = element.getAttribute(name) ?? '';
      if (!isNaming(name, value, secret)) return [];
      const css =
        name === 'id' && /^[a-zA-Z][\w-]*$/.test(value) ? `#${value}` : `${tag}[${name}=${quoted(value)}]`;
      return [{ css, tier: name === 'role' ? 3 : 1 }];
    })
    .sort((a, b) => a.tier - b.tier);
  const classes = [...element.classList]
    .filter(isStableClass)
    .map((name): Selector => ({ css: `${tag}.${name}`, tier: 3 }));
  const allowed = (all: Selector[]) => all.filter(({ css }) => whyNoSelector(css) === null);
  return [...allowed(named).slice(0, 4), ...allowed(classes).slice(0, 3)];
}

/** `span:nth-of-type(2)`, or the tag alone where it is the only one. */
function step(element: Element): string {
  const tag = tagOf(element);
  const alike = [...(element.parentElement?.children ?? [element])].filter(
    (other) => other.localName === tag,
  );
  return alike.length === 1 ? tag : `${tag}:nth-of-type(${alike.indexOf(element) + 1})`;
}

/**
 * A block of few words: all links or all cells of it are of one thing. Of half of a page they are anybody's, as soon as
 * the customer's own is missing.
 */
function isSmall(block: Element): boolean {
  if (/^(?:html|body|main)$/.test(block.localName) || block.querySelector('h1, main')) return false;
  return shownText(block, MOST_WORDS + 1).length <= MOST_WORDS;
}

/** By what stands above it: a name near by with the tag, a name further up with the way down, at last the way alone. */
function byAncestors(element: Element, secret: string): Selector[] {
  const found: Selector[] = [];
  const own = ownNames(element, secret).slice(0, 2);
  let path = step(element);
  let above = element.parentElement;
  for (let up = 1; above && up <= HIGH; up++, above = above.parentElement) {
    const byTag = up <= NEAR && isSmall(above);
    for (const { css, tier } of ownNames(above, secret)) {
      if (byTag && isMeaningful(css)) found.push({ css: `${css} ${tagOf(element)}`, tier });
      for (const mine of own)
        found.push({ css: `${css} ${mine.css}`, tier: tier > mine.tier ? tier : mine.tier });
      found.push({ css: `${css} > ${path}`, tier: 4 });
    }
    if (/^(?:main|article|aside|header|form)$/.test(above.localName)) {
      for (const mine of own) found.push({ css: `${above.localName} ${mine.css}`, tier: mine.tier });
      found.push({ css: `${above.localName} > ${path}`, tier: 4 });
    }
    if (above.localName === 'body') found.push({ css: `body > ${path}`, tier: 5 });
    path = `${step(above)} > ${path}`;
  }
  return found;
}

/** What stands around an element's document or component, up to the page itself. */
function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  if ('host' in root) return root.host as Element;
  const frame = element.ownerDocument.defaultView?.frameElement ?? null;
  return frame && frame.ownerDocument !== element.ownerDocument ? frame : null;
}

/** `console-tab >>> ` where the element stands inside components or frames; by their tags where they have no names. */
export function prefixOf(element: Element): string {
  const host = hostOf(element);
  if (!host) return '';
  const named = ownNames(host, '')[0]?.css ?? tagOf(host);
  return `${prefixOf(host)}${named}${DEEPER}`;
}

/**
 * Selectors for an element, those that will outlive a new build first. None of them is proven yet.
 * @param secret what stands in the element: nothing that holds it names it
 */
export function selectorsFor(element: Element, secret: string): Selector[] {
  const prefix = prefixOf(element);
  const all = [...ownNames(element, secret), ...byAncestors(element, secret)];
  const whole = all.map(({ css, tier }) => ({ css: `${prefix}${css}`, tier }));
  return whole.filter(({ css }) => whyNoSelector(css) === null).sort((a, b) => a.tier - b.tier);
}
