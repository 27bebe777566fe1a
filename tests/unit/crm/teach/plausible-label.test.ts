// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { isPlausibleLabel } from '@/lib/crm/teach/plausible-label';

const label = (html: string) => {
  const [element] = new DOMParser().parseFromString(html, 'text/html').body.children;
  if (!element) throw new Error('no element');
  return element;
};

it.each([
  ['a badge whose class ends like a label’s', '<b class="status-label">gold</b>', false],
  ['a chip whose class ends like a label’s', '<b class="chip-label">gold</b>', false],
  ['a badge that is called just “label”', '<b class="label">gold</b>', false],
  ['words of which one names an address, and one is the customer’s', '<b>Lefèvre e-mail</b>', false],
  ['a name', '<b>Zoé Lefèvre</b>', false],
  ['a class that says whose label it is', '<b class="field-label">Yhteys</b>', true],
  ['words that all name an address', '<b>Customer e-mail</b>', true],
] as const)('is what stands before a value a label, on one page alone: %s', (_, html, is) => {
  const element = label(html);
  expect(isPlausibleLabel(element, element.textContent ?? '')).toBe(is);
});
