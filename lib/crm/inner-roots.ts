import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { DEEPER, innerRoot, queryAll } from './find-elements';

const prefixes = new WeakMap<CrmAdapter, readonly string[]>();

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Of `a >>> b >>> c`: `a` and `a >>> b`. */
function prefixesOf(css: string): string[] {
  const steps = css.split(DEEPER);
  return steps.slice(1).map((_, i) => steps.slice(0, i + 1).join(DEEPER));
}

/**
 * The components' and frames' insides in which an adapter looks. A change in there is no change of the document, so
 * whoever watches the page watches these too.
 */
export function innerRoots(adapter: CrmAdapter, document: Document): (Document | ShadowRoot)[] {
  let known = prefixes.get(adapter);
  if (!known) {
    known = [...new Set(stringsIn(adapter).flatMap(prefixesOf))];
    prefixes.set(adapter, known);
  }
  return known.flatMap((css) => queryAll(document, css)).flatMap((element) => innerRoot(element) ?? []);
}
