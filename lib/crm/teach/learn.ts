import { agentWays, tryAgents } from './agent-ways';
import type { Example, Lesson, PickAs, TaughtPage } from './lesson';
import { proofsOf, proves } from './proofs';
import { zonesAround } from './said-zones';
import { takesFrom } from './takes';
import { joinKinds, kindOfUrl, partValues } from './url-kind';
import { mergeWays, tryAgain, waysTo } from './ways';

/**
 * Why an example teaches nothing.
 * - `not-that`: what was pointed at is no e-mail, phone, number or name
 * - `same-on-all`: it stands on another customer's page as well; the agent's own, or the company's
 */
export type LearnProblem = { problem: 'not-that' | 'same-on-all'; as: PickAs };

const nothing = { value: null, element: null };

type Taught = { page: TaughtPage; at: number };

/** The kind of page that an example is of: one there is already, or a new one. */
function pageFor({ pages }: Lesson, { url }: Example): Taught {
  const kind = kindOfUrl(url);
  for (const [at, page] of pages.entries()) {
    const joined = joinKinds(page.url, kind);
    if (joined) return { at, page: { ...page, url: joined } };
  }
  return { at: pages.length, page: { urls: [], url: kind, fields: [], proofs: [] } };
}

function learnFields({ page }: Taught, example: Example, seen: string): TaughtPage['fields'] | LearnProblem {
  const fields = new Map(page.fields.map((field) => [field.as, field]));
  const isNew = !page.urls.includes(example.url.href);
  for (const { as, ways, values } of page.fields) {
    const pointedAt = example.picks.some((pick) => pick.as === as);
    const isNone = example.complete || example.none?.includes(as);
    if (!pointedAt && isNone) fields.set(as, { as, values, ways: tryAgain(ways, example, nothing) });
  }
  for (const pick of example.picks) {
    const found = waysTo(pick, example, seen);
    if (!found) return { problem: 'not-that', as: pick.as };
    const { ways = [], values = [] } = page.fields.find(({ as }) => as === pick.as) ?? {};
    if (isNew && values.includes(found.value) && pick.as !== 'name')
      return { problem: 'same-on-all', as: pick.as };
    const kept = mergeWays(
      tryAgain(ways, example, { value: found.value, element: pick.element }),
      found.ways,
    );
    fields.set(pick.as, { as: pick.as, ways: kept, values: [...values, found.value].slice(-10) });
  }
  return [...fields.values()];
}

/**
 * - `again`: a record that it has learned from, by its address
 * - `in-place`: another record under an address that it knows: what was pointed at says something else there
 */
function recordOf({ urls, fields }: TaughtPage, { url, picks }: Example): 'new' | 'again' | 'in-place' {
  if (!urls.includes(url.href)) return 'new';
  const known = new Map(fields.map(({ as, values }) => [as, values]));
  const values = picks
    .filter(({ as }) => as !== 'name')
    .flatMap(({ element, as }) =>
      takesFrom(element, as, url)
        .slice(0, 1)
        .map(({ value }) => ({ as, value })),
    );
  const isOther = values.length > 0 && values.every(({ as, value }) => !known.get(as)?.includes(value));
  return isOther && [...known.values()].some((all) => all.length > 0) ? 'in-place' : 'again';
}

function learnProofs({ page }: Taught, example: Example, seen: string): TaughtPage['proofs'] {
  return partValues(page.url, example.url).map(({ part, value }) => {
    const earlier = page.proofs.find((proof) => proof.part === part)?.ways;
    if (!earlier) return { part, ways: page.urls.length > 0 ? [] : proofsOf(value, example, seen) };
    const ways = earlier.filter((proof) => proves(proof, example, value));
    return { part, ways: ways.map((proof) => ({ ...proof, hits: proof.hits + 1 })) };
  });
}

function learnAddress(taught: Taught, example: Example, seen: string): Pick<TaughtPage, 'urls' | 'proofs'> {
  const { urls, proofs } = taught.page;
  const record = recordOf(taught.page, example);
  if (record === 'again') return { urls, proofs };
  const more = [...urls, example.url.href];
  if (record === 'new') return { urls: more, proofs: learnProofs(taught, example, seen) };
  // Two records under one address: whatever the page says of the address, it is no record's own.
  return { urls: more, proofs: proofs.map(({ part }) => ({ part, ways: [] })) };
}

/**
 * What one more page teaches. Pure: looks at the page, changes nothing. Ways that find something else on it are dropped.
 * @param seen today, `2026-11-22`
 */
export function learn(lesson: Lesson, example: Example, seen: string): Lesson | LearnProblem {
  const taught = pageFor(lesson, example);
  const fields = learnFields(taught, example, seen);
  if ('problem' in fields) return fields;
  const page: TaughtPage = { ...taught.page, ...learnAddress(taught, example, seen), fields };
  const pages = [...lesson.pages];
  pages[taught.at] = page;
  const isFirst = lesson.pages.length === 0;
  const agent = isFirst ? agentWays(example, seen) : tryAgents(lesson.agent, example);
  const readZones = [...new Set([...(lesson.readZones ?? []), ...zonesAround(example.picks)])];
  return { pages, agent, readZones };
}
