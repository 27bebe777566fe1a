import type { Locator } from '@/lib/protocol/crm-adapter';
import { isShown, shownText } from './shown';

const LABEL_LENGTH = 80;

export type Scope = {
  within: Document | Element;
  /** one selector: elements inside a match are passed over */
  ignore: string;
  evenHidden?: boolean;
};

/** Stands in a selector where it goes on inside a component or a frame. */
export const DEEPER = ' >>> ';

/** What is inside a component or a frame: its open shadow root, or its document where that is of the same origin. */
export function innerRoot(element: Element): Document | ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  if (element.nodeName !== 'IFRAME' || !('contentDocument' in element)) return null;
  try {
    return element.contentDocument as Document | null;
  } catch {
    return null; // of another origin
  }
}

type Root = Document | Element | ShadowRoot;

function queryOne(within: Root, css: string): Element[] {
  if (css === ':scope') return 'tagName' in within ? [within] : [];
  try {
    return [...within.querySelectorAll(css)];
  } catch {
    return [];
  }
}

/**
 * Every match of a selector, inside components and frames where it says so; none where the selector is no selector (an
 * adapter's mistake must not stop the page).
 */
export function queryAll(within: Root, css: string): Element[] {
  const [outer = '', ...inner] = css.split(DEEPER);
  const found = queryOne(within, outer);
  if (inner.length === 0) return found;
  return found.flatMap((element) => {
    const root = innerRoot(element);
    return root ? queryAll(root, inner.join(DEEPER)) : [];
  });
}

function isIgnored(element: Element, ignore: string): boolean {
  if (ignore === '') return false;
  try {
    return element.closest(ignore) !== null;
  } catch {
    return true;
  }
}

/** "E-mail:" and "E-mail" are the same label. */
const labelText = (element: Element, evenHidden: boolean) =>
  shownText(element, LABEL_LENGTH, evenHidden).replace(/\s*:$/, '');

function locate(locator: Locator, { within, ignore, evenHidden = false }: Scope): Element[] {
  const matches = queryAll(within, locator.css);
  const { labelled } = locator;
  const found = labelled
    ? matches
        .filter((label) => label.nextElementSibling && labelled.includes(labelText(label, evenHidden)))
        .flatMap((label) => label.nextElementSibling ?? [])
    : matches;
  return found.filter((element) => !isIgnored(element, ignore) && (evenHidden || isShown(element)));
}

/** The elements of the first locator that has any. */
export function findElements(locators: readonly Locator[], scope: Scope): Element[] {
  for (const locator of locators) {
    const found = locate(locator, scope);
    if (found.length > 0) return found;
  }
  return [];
}

/** The first shown match of a selector. */
export function findShown(within: Document | Element, css: string): Element | null {
  return queryAll(within, css).find(isShown) ?? null;
}

export function hasMatch(within: Document | Element, css: string): boolean {
  return queryAll(within, css).length > 0;
}
