import type { Locator } from '@/lib/protocol/crm-adapter';
import { whyNoSelector } from '@/lib/protocol/selector-rule';
import { shownText } from '../shown';
import { isPlausibleLabel } from './plausible-label';
import { prefixOf } from './selectors';
import { isStableClass } from './stable-name';

const LONGEST = 40;
const HIGH = 5;

/** A label is a few words in any language; no address, number or name of a customer. */
const isLabel = (text: string) =>
  text.length > 1 && text.length <= LONGEST && /^\p{L}/u.test(text) && !/[\d@:()]/.test(text);

function locators(label: Element, text: string, seen: string): Locator[] {
  const prefix = prefixOf(label);
  const tag = label.localName;
  const classes = [...label.classList].filter(isStableClass).slice(0, 1);
  return [...classes.map((name) => `${tag}.${name}`), tag]
    .map((css) => ({ css: `${prefix}${css}`, labelled: [text], seen }))
    .filter(({ css }) => whyNoSelector(css) === null);
}

/** `guess`: by its looks alone it may as well be this customer's own word, until another page has it too. */
type FoundLabel = { at: Locator; leadsTo: Element; guess: boolean };

/**
 * Ways by the label before an element, or before what holds nothing but it.
 * @returns each with the element that the label leads to
 */
export function labelsBefore(element: Element, seen: string): FoundLabel[] {
  const found: FoundLabel[] = [];
  let at: Element | null = element;
  for (let up = 0; at && up < HIGH; up++, at = at.parentElement) {
    const label = at.previousElementSibling;
    const shown = label ? shownText(label, LONGEST + 20) : '';
    const text = shown.replace(/\s*:$/, '');
    const leadsTo = at;
    if (!label || !isLabel(text)) continue;
    const guess = !isPlausibleLabel(label, shown);
    found.push(...locators(label, text, seen).map((one) => ({ at: one, leadsTo, guess })));
  }
  return found;
}
