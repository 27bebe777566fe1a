import type { RawIdentifier } from '@/lib/domain/identifier';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { detect } from '../detect';
import { type Pointed, readGeneric } from '../generic/read-generic';
import { adapterOf } from './adapter-of';
import { learn } from './learn';
import { emptyLesson, type Lesson, type Pick, type PickAs, PLACE, type TaughtPage } from './lesson';
import { pickedKind, plain, samenessOf } from './sameness';
import { takesFrom } from './takes';

/** So many customers a person must have named on pages of one kind before the next is read as they were. */
const ENOUGH_PAGES = 3;

type Page = { url: URL; document: Document };

/** `memory`: what was learned so far, to be handed in with the next answer. `adapter`: null while that is too little. */
export type Answered = { memory: string; adapter: CrmAdapter | null };

/** As if a person had pointed at it: one of each kind, and only what says just that. */
function picksOf({ keys, named }: Pointed, url: URL): Pick[] {
  const picks = new Map<PickAs, Pick>();
  for (const { element, identifier } of keys) {
    const as = pickedKind(identifier);
    const says = takesFrom(element, as, url)[0]?.value;
    if (!picks.has(as) && says === plain(as, identifier.value)) picks.set(as, { element, as });
  }
  const isName = named !== null && picks.size > 0 && takesFrom(named, 'name', url).length > 0;
  return [...picks.values(), ...(isName ? [{ element: named, as: 'name' as const }] : [])];
}

/** Whoever was named, found again on the page: all of these identifiers are theirs. */
function findPerson(customer: readonly RawIdentifier[], { url, document }: Page): Pointed | null {
  const { candidates } = readGeneric(url, document);
  const person = candidates.find(({ identifiers }) => {
    const theirs = new Set(identifiers.map(({ identifier }) => samenessOf(identifier)));
    return customer.every((identifier) => theirs.has(samenessOf(identifier)));
  });
  return person?.pointed ?? null;
}

/** Kinds of pages with answers enough, and of them what goes by a name or a label and was there on every one. */
function surePages({ pages }: Lesson): TaughtPage[] {
  return pages
    .filter(({ urls }) => urls.length >= ENOUGH_PAGES)
    .map((page) => ({
      ...page,
      fields: page.fields.map((field) => ({ ...field, ways: field.ways.filter(({ tier }) => tier < PLACE) })),
    }))
    .filter(({ fields, urls }) =>
      fields.some(({ as, ways }) => as !== 'name' && ways.some(({ hits }) => hits >= urls.length)),
    );
}

/** Does it say of this page what the person said, and nothing else? */
function agrees(adapter: CrmAdapter, { keys }: Pointed, { url, document }: Page): boolean {
  const found = detect(url, document, [adapter]);
  if (found.state !== 'customer') return found.state === 'not-a-crm';
  const said = new Set(keys.map(({ identifier }) => samenessOf(identifier)));
  return found.identity.people.flat().every((identifier) => said.has(samenessOf(identifier)));
}

/**
 * What a person's answer on a page that no adapter knows teaches: "yes, that is them", or which of several it is. Pure.
 * @param memory of earlier answers on this site
 * @param customer by what the page names whoever it is
 * @param today `2026-11-27`
 * @returns null where it teaches nothing: a page known already, somebody who isn't there any more, or what others share
 */
export function learnAnswer(
  { memory, customer }: { memory: string | null; customer: readonly RawIdentifier[] },
  page: Page,
  today: string,
): Answered | null {
  const lesson = memory === null ? emptyLesson : (JSON.parse(memory) as Lesson);
  if (lesson.pages.some(({ urls }) => urls.includes(page.url.href))) return null;
  const pointed = findPerson(customer, page);
  const picks = pointed ? picksOf(pointed, page.url) : [];
  if (!pointed || picks.length === 0) return null;
  const learned = learn(lesson, { ...page, picks, complete: false }, today);
  if ('problem' in learned) return null;
  const sure = { ...learned, pages: surePages(learned) };
  const adapter = adapterOf(sure, page.url.hostname, today, 'learned');
  return {
    memory: JSON.stringify(learned),
    adapter: adapter && agrees(adapter, pointed, page) ? adapter : null,
  };
}
