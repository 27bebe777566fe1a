import type { Confirm } from '@/lib/protocol/crm-adapter';
import { findElements } from './find-elements';
import type { Sightings } from './sightings';
import { takeText } from './take-text';

type Where = {
  url: URL;
  document: Document;
  /** the named parts of the address */
  parts: ReadonlyMap<string, string>;
  /** whose records these are: the adapter and its kind of page */
  kind: string;
  sightings: Sightings;
};

/** `nodes`: what was looked at, as far as it went. */
export type Confirmation = { holds: boolean; nodes: readonly Element[] };

function confirmOne(confirm: Confirm, where: Where): Confirmation {
  const { url, document, parts, kind, sightings } = where;
  const evenHidden = 'drawnAnew' in confirm || ('evenHidden' in confirm && confirm.evenHidden === true);
  const nodes = findElements(confirm.at, { within: document, ignore: '', evenHidden });
  const part = parts.get(confirm.part);
  if (part === undefined) return { holds: false, nodes };
  if ('drawnAnew' in confirm) return { holds: nodes.every((e) => sightings.isDrawnFor(part, e)), nodes };
  const take = 'mark' in confirm ? confirm.mark : confirm.take;
  const texts = nodes.map((e) => takeText(e, take, { page: url, evenHidden }));
  const agree = (text: string | null) =>
    text !== null && ('mark' in confirm ? sightings.isMarkOf(part, text, kind) : text === part);
  return { holds: texts.length > 0 && texts.every(agree), nodes };
}

/** Do the page's contents belong to its address? Stops at the first that doesn't hold: the others would learn from it. */
export function confirmPage(confirm: readonly Confirm[], where: Where): Confirmation {
  const nodes: Element[] = [];
  for (const one of confirm) {
    const result = confirmOne(one, where);
    nodes.push(...result.nodes);
    if (!result.holds) return { holds: false, nodes };
  }
  return { holds: true, nodes };
}
