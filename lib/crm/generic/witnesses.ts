import { isShown, shownText } from '../shown';
import type { Witness } from '../witness';
import { SPOKEN } from './find-label';
import type { Mention } from './find-mentions';
import type { Item } from './page-items';

const HEADING = 200;

function textOf({ from, node, element }: Item): string | null {
  if (from === 'text') return node.nodeValue;
  return from === 'input' && 'value' in element ? String(element.value) : element.getAttribute('href');
}

/** By its own words: what else stands in it says nothing of this value. */
function labelText(label: Element): string {
  const own = [...label.childNodes].map((node) => (node.nodeType === node.TEXT_NODE ? node.nodeValue : ''));
  return [...own, ...SPOKEN.map((name) => label.getAttribute(name))].join('\n');
}

/** The text itself, not the element around it, in which a clock may stand as well; and its label. */
export function mentionWitnesses({ item, label }: Mention): Witness[] {
  const value = {
    ...{ node: item.node, deep: false },
    says: () => (isShown(item.element) ? textOf(item) : null),
  };
  if (!label || label.at === item.element) return [value];
  const { at } = label;
  return [value, { node: at, deep: true, says: () => (isShown(at) ? labelText(at) : null) }];
}

export const headingWitness = (heading: Element): Witness => ({
  node: heading,
  deep: true,
  says: () => (isShown(heading) ? shownText(heading, HEADING) : null),
});
