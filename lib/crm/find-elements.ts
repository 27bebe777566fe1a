import type { Locator } from '@/lib/protocol/crm-adapter';
import { outside } from './parent-node';
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

/** A component or a frame inside an ignored block is ignored as well. */
function isIgnored(element: Element, ignore: string): boolean {
  if (ignore === '') return false;
  try {
    for (let at: Element | null = element; at; at = outside(at.getRootNode()))
      if (at.closest(ignore)) return true;
    return false;
  } catch {
    return true;
  }
}

/** "E-mail:" and "E-mail" are the same label. */
const labelText = (element: Element, evenHidden: boolean) =>
  shownText(element, LABEL_LENGTH, evenHidden).replace(/\s*:$/, '');

/** What stands before an element and may be its label. */
export const labelOf = (element: Element): Element | null => element.previousElementSibling;

const isLabelled = (label: Element, labelled: readonly string[] | undefined, evenHidden: boolean) =>
  labelled === undefined || labelled.includes(labelText(label, evenHidden));

const counts = (element: Element, { ignore, evenHidden = false }: Scope) =>
  !isIgnored(element, ignore) && (evenHidden || isShown(element));

function locate({ css, labelled }: Locator, scope: Scope): Element[] {
  const { within, evenHidden = false } = scope;
  const matches = queryAll(within, css);
  const found = labelled
    ? matches.flatMap((label) =>
        label.nextElementSibling && isLabelled(label, labelled, evenHidden) ? label.nextElementSibling : [],
      )
    : matches;
  return found.filter((element) => counts(element, scope));
}

function matchesAll(element: Element | null, steps: readonly string[]): boolean {
  const css = steps.at(-1);
  if (css === undefined) return true;
  if (!element || !(css === ':scope' || element.matches(css))) return false;
  return steps.length === 1 || matchesAll(outside(element.getRootNode()), steps.slice(0, -1));
}

/** Would an element that was found by this still be? */
export function countsAt(element: Element, { css, labelled }: Locator, scope: Scope): boolean {
  const at = labelled ? labelOf(element) : element;
  if (!at || !matchesAll(at, css.split(DEEPER)) || !counts(element, scope)) return false;
  return isLabelled(at, labelled, scope.evenHidden ?? false);
}

/** The elements of the first locator that has any, and which one that was. */
export function findBy(
  locators: readonly Locator[],
  scope: Scope,
): { locator: Locator; elements: Element[] } | null {
  for (const locator of locators) {
    const elements = locate(locator, scope);
    if (elements.length > 0) return { locator, elements };
  }
  return null;
}

/** The elements of the first locator that has any. */
export const findElements = (locators: readonly Locator[], scope: Scope): Element[] =>
  findBy(locators, scope)?.elements ?? [];

/** The first shown match of a selector. */
export function findShown(within: Document | Element, css: string): Element | null {
  return queryAll(within, css).find(isShown) ?? null;
}
