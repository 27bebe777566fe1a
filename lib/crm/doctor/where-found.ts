import type { RawIdentifier } from '@/lib/domain/identifier';
import type { CrmAdapter, CustomerPage, Field, Locator, Take } from '@/lib/protocol/crm-adapter';
import { findElements } from '../find-elements';
import type { OpenPage } from '../match-page';
import { pageFields } from '../page-fields';
import { readFacts } from '../read-facts';
import { takeText } from '../take-text';
import { asSelector } from './as-selector';
import { cutPlace } from './diagnosis';

type Where = { adapter: CrmAdapter; open: OpenPage; url: URL; document: Document };

const spell = (identifier: RawIdentifier | null) =>
  identifier && JSON.stringify(Object.entries(identifier).sort(([a], [b]) => a.localeCompare(b)));

function takeName(take: Take): string {
  if (take.from === 'attribute') return `attribute ${take.name}`;
  if (take.from === 'link') return `${take.part} in the link`;
  return take.from === 'mailto' || take.from === 'tel' ? `${take.from}: link` : take.from;
}

/** The locator by which a field says this of somebody; null where it says something else. */
function locatorOf(
  field: Field,
  identifier: RawIdentifier,
  person: Element,
  { adapter, url }: Where,
): Locator | null {
  if (!('at' in field)) return null;
  const scope = { within: person, ignore: adapter.ignore.join(',') };
  const first = field.at.find((locator) => findElements([locator], scope).length > 0);
  const isIt = (element: Element) => {
    const text = takeText(element, field.take, { page: url });
    return text !== null && spell(readFacts(text, field.as).identifier) === spell(identifier);
  };
  return first && findElements([first], scope).some(isIt) ? first : null;
}

function partOf(page: CustomerPage, identifier: RawIdentifier, parts: OpenPage['parts']): string | null {
  for (const field of pageFields(page)) {
    if (!('part' in field)) continue;
    if (spell(readFacts(parts.get(field.part) ?? '', field.as).identifier) === spell(identifier))
      return field.part;
  }
  return null;
}

/** Where a page that an adapter reads says this identifier. */
export const whereFound = (identifier: RawIdentifier, where: Where): string =>
  cutPlace(placeOf(identifier, where));

function placeOf(identifier: RawIdentifier, where: Where): string {
  const { page, parts } = where.open;
  const part = partOf(page, identifier, parts);
  if (!('people' in page)) return `"${part}" in the address`;
  const people = findElements(page.people.each, {
    within: where.document,
    ignore: where.adapter.ignore.join(','),
  });
  for (const person of people) {
    for (const field of page.people.fields) {
      const locator = locatorOf(field, identifier, person, where);
      if (locator && 'take' in field)
        return `${takeName(field.take)} ${locator.labelled ? 'after' : 'of'} ${asSelector([locator]).replace(':scope', page.people.each.map(({ css }) => css).join(' | '))}`;
    }
  }
  return `"${part}" in the address, confirmed on the page`;
}
