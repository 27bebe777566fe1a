import type { CrmAdapter, Field, RenderedPage } from '@/lib/protocol/crm-adapter';
import { findElements, findShown } from '../find-elements';
import { takeText } from '../take-text';
import { asSelector } from './as-selector';
import { cutPlace, type Missed } from './diagnosis';

type Looking = {
  adapter: CrmAdapter;
  page: RenderedPage;
  parts: ReadonlyMap<string, string>;
  url: URL;
  document: Document;
};

/** `phone`, `rt user`. */
const fieldName = ({ as }: Field) => (typeof as === 'string' ? as : `${as.system} ${as.recordType}`);

function missedProofs({ page, parts, url, document }: Looking): Missed[] {
  return page.confirm.flatMap((confirm) => {
    // What is told apart by what was seen before proves nothing on one saved page.
    if (!('take' in confirm)) return [];
    const { part, at, take, evenHidden = false } = confirm;
    const elements = findElements(at, { within: document, ignore: '', evenHidden });
    const read = elements.map((element) => takeText(element, take, { page: url, evenHidden }));
    if (read.length > 0 && read.every((text) => text === parts.get(part))) return [];
    const field = read.length > 0 ? `confirm ${part} (the page says ${read.join(', ')})` : `confirm ${part}`;
    return [{ field, selector: asSelector(at) }];
  });
}

function missedOf(person: Element, { page, url, adapter }: Looking): Missed[] {
  return page.people.fields.flatMap((field) => {
    if (!('at' in field)) return [];
    const elements = findElements(field.at, { within: person, ignore: adapter.ignore.join(',') });
    const isRead = elements.some((element) => takeText(element, field.take, { page: url }) !== null);
    return isRead ? [] : [{ field: fieldName(field), selector: asSelector(field.at) }];
  });
}

/** What an adapter looks for on a page of its own and doesn't find: each once. */
export function missedFields(looking: Looking): Missed[] {
  const { page, document, adapter } = looking;
  const ready = findShown(document, page.ready) ? [] : [{ field: 'ready', selector: page.ready }];
  const people = findElements(page.people.each, { within: document, ignore: adapter.ignore.join(',') });
  const each =
    people.length > 0
      ? people.flatMap((person) => missedOf(person, looking))
      : [{ field: 'people', selector: asSelector(page.people.each) }];
  const all = [...ready, ...missedProofs(looking), ...each].map(({ field, selector }) => ({
    field: cutPlace(field),
    selector: cutPlace(selector),
  }));
  return [...new Map(all.map((one) => [`${one.field}\n${one.selector}`, one])).values()];
}
