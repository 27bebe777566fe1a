import type { Confirm } from '@/lib/protocol/crm-adapter';
import { findBy } from './find-elements';
import type { Sightings } from './sightings';
import { isInside, takeText } from './take-text';
import { type Witness, witnessesOf } from './witness';

type Where = {
  url: URL;
  document: Document;
  /** the named parts of the address */
  parts: ReadonlyMap<string, string>;
  /** whose records these are: the adapter and its kind of page */
  kind: string;
  sightings: Sightings;
};

/** `witnesses`: what was looked at, as far as it went. */
export type Confirmation = { holds: boolean; witnesses: readonly Witness[] };

function confirmOne(confirm: Confirm, { url, document, parts, kind, sightings }: Where): Confirmation {
  const evenHidden = 'drawnAnew' in confirm || ('evenHidden' in confirm && confirm.evenHidden === true);
  const scope = { within: document, ignore: '', evenHidden };
  const take = 'drawnAnew' in confirm ? null : 'mark' in confirm ? confirm.mark : confirm.take;
  const text = (e: Element) => (take ? takeText(e, take, { page: url, evenHidden }) : 'there');
  const found = findBy(confirm.at, scope);
  const witnesses = found ? witnessesOf(found, scope, { deep: take !== null && isInside(take), text }) : [];
  const elements = found?.elements ?? [];
  const part = parts.get(confirm.part);
  if (part === undefined) return { holds: false, witnesses };
  if (!take) return { holds: elements.every((e) => sightings.isDrawnFor(part, e)), witnesses };
  const agree = (one: string | null) =>
    one !== null && ('mark' in confirm ? sightings.isMarkOf(part, one, kind) : one === part);
  const texts = elements.map(text);
  return { holds: texts.length > 0 && texts.every(agree), witnesses };
}

/** Do the page's contents belong to its address? Stops at the first that doesn't hold: the others would learn from it. */
export function confirmPage(confirm: readonly Confirm[], where: Where): Confirmation {
  const witnesses: Witness[] = [];
  for (const one of confirm) {
    const result = confirmOne(one, where);
    witnesses.push(...result.witnesses);
    if (!result.holds) return { holds: false, witnesses };
  }
  return { holds: true, witnesses };
}
