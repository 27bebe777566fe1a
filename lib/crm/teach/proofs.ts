import type { Take } from '@/lib/protocol/crm-adapter';
import { findElements } from '../find-elements';
import { takeText } from '../take-text';
import type { Example, Proof } from './lesson';
import { selectorsFor } from './selectors';
import { wordTakes } from './takes';
import { kindOfUrl, partValues, patternOf } from './url-kind';

type Where = Omit<Example, 'picks' | 'complete'>;

const MOST_ELEMENTS = 20_000;
const MOST = 40;
const HEADINGS = /^(?:title|h[1-4])$/;
const NEVER =
  /^(?:href|src|class|style|title|for|aria-.*|maxlength|size|width|height|tabindex|colspan|rowspan|value|viewbox|d|x|y|fill.*|stroke.*|data-index|data-placement)$/;

/** Does this find the part of the address, on every element that it finds? */
export function proves({ at, take, evenHidden }: Proof, { url, document }: Where, value: string): boolean {
  const elements = findElements([at], { within: document, ignore: '', evenHidden });
  return elements.length > 0 && elements.every((e) => takeText(e, take, { page: url, evenHidden }) === value);
}

/** `/User/Summary.html?id=27`: the same value as a part of a link on the page's own origin. */
function linkTake(element: Element, value: string, page: URL): Take[] {
  const href = element.localName === 'a' ? element.getAttribute('href') : null;
  if (!href?.includes(value) || !URL.canParse(href, page.href)) return [];
  const to = new URL(href, page.href);
  const kind = kindOfUrl(to);
  const parts = to.origin === page.origin ? partValues(kind, to) : [];
  const part = parts.length === 1 && parts[0]?.value === value ? parts[0].part : null;
  return part === null ? [] : [{ from: 'link', to: patternOf(kind, new Set([part])), part }];
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** "Ticket #27: …" in headings; the number alone anywhere. */
function textTakes(element: Element, value: string, page: URL): Take[] {
  const heading = HEADINGS.test(element.localName);
  if (!heading && (element.childElementCount > 0 || (element.textContent?.length ?? 0) > 80)) return [];
  if (!element.textContent?.includes(value)) return [];
  const text = takeText(element, { from: 'text' }, { page, evenHidden: heading }) ?? '';
  if (text === value) return [{ from: 'text' }];
  const found = new RegExp(`(?<![\\p{L}\\p{N}_-])${escaped(value)}(?![\\p{L}\\p{N}_-])`, 'u').exec(text);
  if (!found) return [];
  return wordTakes(text.slice(0, found.index));
}

function attributeTakes(element: Element, value: string): Take[] {
  return element
    .getAttributeNames()
    .filter(
      (name) =>
        /^[a-z][a-z0-9-]{0,60}$/.test(name) && !NEVER.test(name) && element.getAttribute(name) === value,
    )
    .map((name) => ({ from: 'attribute', name }));
}

function inputTakes(element: Element, value: string): Take[] {
  if (element.localName !== 'input' || !('value' in element) || element.value !== value) return [];
  return /^(?:hidden|password|checkbox|radio)$/i.test(element.getAttribute('type') ?? '')
    ? []
    : [{ from: 'value' }];
}

function waysAt(element: Element, value: string, { url, seen }: { url: URL; seen: string }): Proof[] {
  const folded: Take[] = [...linkTake(element, value, url), ...attributeTakes(element, value)];
  const text = [...textTakes(element, value, url), ...inputTakes(element, value)];
  const takes = [...folded, ...text];
  if (takes.length === 0) return [];
  const selectors = selectorsFor(element, value).filter(({ tier }) => tier <= 4);
  if (HEADINGS.test(element.localName)) selectors.unshift({ css: element.localName, tier: 3 });
  return takes.flatMap((take) => {
    const evenHidden = folded.includes(take) || element.localName === 'title';
    return selectors
      .slice(0, 8)
      .map(({ css, tier }): Proof => ({ at: { css, seen }, take, evenHidden, tier, hits: 1 }));
  });
}

/** Where on the page a part of its address stands; the most lasting first. */
export function proofsOf(value: string, example: Where, seen: string): Proof[] {
  const all = [...example.document.querySelectorAll('*')].slice(0, MOST_ELEMENTS);
  const found = all.flatMap((element) => waysAt(element, value, { url: example.url, seen }));
  const proven = found.sort((a, b) => a.tier - b.tier).filter((proof) => proves(proof, example, value));
  return proven.slice(0, MOST);
}
