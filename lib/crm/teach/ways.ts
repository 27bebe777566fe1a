import type { Locator } from '@/lib/protocol/crm-adapter';
import { whyNoSelector } from '@/lib/protocol/selector-rule';
import { findElements } from '../find-elements';
import { labelsBefore } from './labels';
import type { Example, Pick, Way } from './lesson';
import { prefixOf, selectorsFor } from './selectors';
import { type Taken, takeFrom, takesFrom } from './takes';

/** For each block: more would teach nothing more. */
const ENOUGH = 14;
const HOLDERS = 3;
const BLOCKS = 5;

type Where = Omit<Example, 'picks' | 'complete'>;

/** The whole page, as one person's. */
export const wholePage = (seen: string): Locator => ({ css: 'body', seen });

/** Everything that a way finds on a page, each value once. */
export function readWay({ each, at, take, as }: Way, { url, document }: Where): string[] {
  const blocks = each ? findElements([each], { within: document, ignore: '' }) : [document];
  const elements = blocks.flatMap((within) => findElements([at], { within, ignore: '' }));
  const values = elements.flatMap((element) => takeFrom(element, { take, as }, url) ?? []);
  return [...new Set(values)];
}

/** @returns `hit`: just this; `miss`: nothing; `wrong`: something else, or more */
export function tryWay(way: Way, where: Where, value: string | null): 'hit' | 'miss' | 'wrong' {
  const found = readWay(way, where);
  if (found.length === 0) return 'miss';
  return found.length === 1 && found[0] === value ? 'hit' : 'wrong';
}

type Place = Where & { seen: string };

/** Around the customer's own data: what all picks stand in, by a name or by the heading before it. */
function blocksAround(picks: readonly Pick[], seen: string): { block: Element; each: Locator }[] {
  const [first, ...others] = picks.map(({ element }) => element);
  const found: { block: Element; each: Locator }[] = [];
  let at = first?.parentElement ?? null;
  for (let up = 0; at && up < BLOCKS && at.localName !== 'body'; up++, at = at.parentElement) {
    const block = at;
    if (!others.every((element) => block.contains(element))) continue;
    const named = selectorsFor(block, '').filter(({ tier }) => tier <= 3);
    found.push(...named.slice(0, 2).map(({ css }) => ({ block, each: { css, seen } })));
    const heading = block.previousElementSibling;
    if (heading && /^(?:h[1-6]|legend|summary)$/.test(heading.localName))
      found.push(
        ...labelsBefore(block, seen)
          .filter(({ leadsTo }) => leadsTo === block)
          .map(({ at: each }) => ({ block, each })),
      );
  }
  return found.slice(0, BLOCKS);
}

/** The element, and what stands around it and says nothing else. */
function holdersOf(element: Element, { take, as, value }: Taken, url: URL): Element[] {
  const holders = [element];
  for (let at = element.parentElement; at && holders.length <= HOLDERS; at = at.parentElement) {
    if (takeFrom(at, { take, as }, url) !== value) break;
    holders.push(at);
  }
  return holders;
}

function candidates(pick: Pick, taken: Taken, { url, seen }: Place): Way[] {
  const { take, as, value } = taken;
  const base = { each: null, take, as, hits: 1 };
  const holders = holdersOf(pick.element, taken, url);
  const labels = labelsBefore(pick.element, seen).filter(
    ({ leadsTo }) => takeFrom(leadsTo, { take, as }, url) === value,
  );
  const scheme = take.from === 'mailto' || take.from === 'tel' ? take.from : null;
  const links: Way[] = scheme
    ? [{ ...base, at: { css: `${prefixOf(pick.element)}a[href^="${scheme}:"]`, seen }, tier: 3 }]
    : [];
  const named = holders.flatMap((element) => selectorsFor(element, value));
  return [
    ...labels.map(({ at }): Way => ({ ...base, at, tier: 2 })),
    ...links,
    ...named.map(({ css, tier }): Way => ({ ...base, at: { css, seen }, tier })),
  ];
}

const same = (way: Way) => JSON.stringify([way.each, way.at.css, way.at.labelled, way.take, way.as]);

/** Another element beside it says the same in a link: `<td>vera@…</td><td><a href="mailto:…">`. */
function linkWays(pick: Pick, value: string, { document, url, seen }: Place): Way[] {
  if (pick.as !== 'email' && pick.as !== 'phone') return [];
  const from = pick.as === 'email' ? 'mailto' : 'tel';
  const at = { css: `${prefixOf(pick.element)}a[href^="${from}:"]`, seen };
  const way: Way = { each: null, at, take: { from }, as: pick.as, tier: 3, hits: 1 };
  return tryWay(way, { document, url }, value) === 'hit' ? [way] : [];
}

/** Those that find just this; tried until there are enough. */
function tried(ways: readonly Way[], where: Where, value: string): Way[] {
  const found = new Map<string, Way[]>();
  const allowed = ways.filter(({ at }) => whyNoSelector(at.css) === null);
  for (const way of allowed.sort((a, b) => a.tier - b.tier)) {
    const block = JSON.stringify(way.each);
    const hits = found.get(block) ?? [];
    if (hits.length < ENOUGH && tryWay(way, where, value) === 'hit') found.set(block, [...hits, way]);
  }
  return [...found.values()].flat();
}

/** Every way that finds just what was pointed at, the most lasting first, and what that was; null where it is no such thing. */
export function waysTo(pick: Pick, example: Example, seen: string): { ways: Way[]; value: string } | null {
  const place = { url: example.url, document: example.document, seen };
  const taken = takesFrom(pick.element, pick.as, example.url);
  const value = taken[0]?.value;
  if (value === undefined) return null;
  const all = taken.filter((one) => one.value === value).flatMap((one) => candidates(pick, one, place));
  const inBlocks = blocksAround(example.picks, seen).flatMap(({ each }) =>
    all.filter(({ tier }) => tier <= 3).map((way) => ({ ...way, each })),
  );
  const known = new Map(
    [...linkWays(pick, value, place), ...all, ...inBlocks].map((way) => [same(way), way]),
  );
  return { ways: tried([...known.values()], example, value), value };
}

/** What an earlier page taught, tried on this one; ways that find something else here are gone. */
export function tryAgain(ways: readonly Way[], where: Where, value: string | null): Way[] {
  return ways.flatMap((way) => {
    const outcome = tryWay(way, where, value);
    if (outcome === 'wrong') return [];
    return [outcome === 'hit' ? { ...way, hits: way.hits + 1 } : way];
  });
}

/** Both, each once. */
export function mergeWays(earlier: readonly Way[], fresh: readonly Way[]): Way[] {
  const known = new Set(earlier.map(same));
  return [...earlier, ...fresh.filter((way) => !known.has(same(way)))];
}
