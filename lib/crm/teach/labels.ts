import type { Locator } from '@/lib/protocol/crm-adapter';
import { whyNoSelector } from '@/lib/protocol/selector-rule';
import { shownText } from '../shown';
import { prefixOf } from './selectors';
import { isStableClass } from './stable-name';

const LONGEST = 40;
const HIGH = 5;

/** A label is a few words in any language; no address, number or name of a customer. */
const isLabel = (text: string) =>
  text.length > 1 && text.length <= LONGEST && /^\p{L}/u.test(text) && !/[\d@:()]/.test(text);

const textOf = (element: Element) => shownText(element, LONGEST + 20).replace(/\s*:$/, '');

function locators(label: Element, text: string, seen: string): Locator[] {
  const prefix = prefixOf(label);
  const tag = label.localName;
  const classes = [...label.classList].filter(isStableClass).slice(0, 1);
  return [...classes.map((name) => `${tag}.${name}`), tag]
    .map((css) => ({ css: `${prefix}${css}`, labelled: [text], seen }))
    .filter(({ css }) => whyNoSelector(css) === null);
}

/**
 * Ways by the label before an element, or before what holds nothing but it.
 * @returns each with the element that the label leads to
 */
export function labelsBefore(element: Element, seen: string): { at: Locator; leadsTo: Element }[] {
  const found: { at: Locator; leadsTo: Element }[] = [];
  let at: Element | null = element;
  for (let up = 0; at && up < HIGH; up++, at = at.parentElement) {
    const label = at.previousElementSibling;
    const text = label ? textOf(label) : '';
    const leadsTo = at;
    if (label && isLabel(text))
      found.push(...locators(label, text, seen).map((one) => ({ at: one, leadsTo })));
  }
  return found;
}
