import type { Locator } from '@/lib/protocol/crm-adapter';
import { whyNoSelector } from '@/lib/protocol/selector-rule';
import { findElements } from '../find-elements';
import { shownText } from '../shown';
import { labelsBefore } from './labels';
import type { Example, Pick, Way } from './lesson';
import { selectorsFor } from './selectors';
import { type Taken, takeFrom, takesFrom } from './takes';

/** For each block: more would teach nothing more. */
const ENOUGH = 14;
const HOLDERS = 3;
const BLOCKS = 5;

type Where = Omit<Example, 'picks' | 'complete'>;

/** The whole page, as one person's. */
export const wholePage = (seen: string): Locator => ({ css: 'body', seen });

type Found = { element: Element; value: string };

/** Everything that a way finds on a page; nothing where its block is several: they are a list. */
function readWay({ each, at, take, as }: Way, { url, document }: Where): Found[] {
  const blocks = each ? findElements([each], { within: document, ignore: '' }) : [document];
  if (blocks.length > 1) return [];
  const elements = blocks.flatMap((within) => findElements([at], { within, ignore: '' }));
  return elements.flatMap((element) => {
    const value = takeFrom(element, { take, as }, url);
    return value === null ? [] : [{ element, value }];
  });
}

const outcomeOf = (found: readonly Found[], value: string | null) => {
  if (found.length === 0) return 'miss';
  return found.every((one) => one.value === value) ? 'hit' : 'wrong';
};

/** @returns `hit`: just this; `miss`: nothing; `wrong`: something else, or more */
export const tryWay = (way: Way, where: Where, value: string | null): 'hit' | 'miss' | 'wrong' =>
  outcomeOf(readWay(way, where), value);

const isSamePlace = (found: readonly Found[], at: Element) =>
  found.some(({ element }) => element.contains(at) || at.contains(element));

type Place = Where & { seen: string };
type Around = { blocks: readonly { block: Element; each: Locator }[] };

/** Around the customer's own data: what all picks stand in, by a name or by the heading before it. */
function blocksAround(picks: readonly Pick[], seen: string): Around['blocks'] {
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

/** Room beside a value for a name, "(work)" or a button's word. */
const MOST_BESIDE = 60;

/**
 * Does an element say the value and little else? Text is counted: a cell or a card holds a few words besides, half of a
 * page holds sentences, and tomorrow another's address among them. Parts of the page do so even while they are empty.
 */
function saysLittleElse(element: Element, value: string): boolean {
  if (/^(?:html|body|main|article|section|form)$/.test(element.localName)) return false;
  if (element.querySelector('h1, h2, p + p, li + li, dd + dt, tr + tr')) return false;
  const most = value.length + MOST_BESIDE;
  return shownText(element, most + 1).length <= most;
}

/** The element, and what stands around it and says nothing else. */
function holdersOf(element: Element, { take, as, value }: Taken, url: URL): Element[] {
  const holders = [element];
  for (let at = element.parentElement; at && holders.length <= HOLDERS; at = at.parentElement) {
    if (takeFrom(at, { take, as }, url) !== value || !saysLittleElse(at, value)) break;
    holders.push(at);
  }
  return holders;
}

function candidates(pick: Pick, taken: Taken, { url, seen }: Place): Way[] {
  const { take, as, value } = taken;
  const base = { each: null, take, as, hits: 1 };
  const holders = holdersOf(pick.element, taken, url);
  const labels = labelsBefore(pick.element, seen).filter(
    ({ leadsTo }) => takeFrom(leadsTo, { take, as }, url) === value && saysLittleElse(leadsTo, value),
  );
  const named = holders.flatMap((element) => selectorsFor(element, value));
  return [
    ...labels.map(
      ({ at, guess }): Way => (guess ? { ...base, at, tier: 3, guess } : { ...base, at, tier: 2 }),
    ),
    ...named.map(({ css, tier }): Way => ({ ...base, at: { css, seen }, tier })),
  ];
}

const keyOf = (way: Way) => JSON.stringify([way.each, way.at.css, way.at.labelled, way.take, way.as]);

/**
 * The only such link of a block that is one person's card. Never of the whole page, nor of a whole component or frame:
 * there it is a link in anybody's message, where the customer's own is missing.
 */
function linkWays(pick: Pick, { take, as, value }: Taken, { seen, blocks }: Place & Around): Way[] {
  if (take.from !== 'mailto' && take.from !== 'tel') return [];
  const at = { css: `a[href^="${take.from}:"]`, seen };
  return blocks
    .filter(({ block }) => block.contains(pick.element) && saysLittleElse(block, value))
    .map(({ each }): Way => ({ each, at, take, as, tier: 3, hits: 1 }));
}

/** Those that find just this, where it was pointed at; tried until there are enough. */
function tried(ways: readonly Way[], where: Where, { value, element }: Found): Way[] {
  const found = new Map<string, Way[]>();
  const allowed = ways.filter(({ at }) => whyNoSelector(at.css) === null);
  for (const way of allowed.sort((a, b) => a.tier - b.tier)) {
    const block = JSON.stringify(way.each);
    const hits = found.get(block) ?? [];
    if (hits.length >= ENOUGH) continue;
    const there = readWay(way, where);
    if (outcomeOf(there, value) === 'hit' && isSamePlace(there, element)) found.set(block, [...hits, way]);
  }
  return [...found.values()].flat();
}

/** Every way that finds just what was pointed at, the most lasting first, and what that was; null where it is no such thing. */
export function waysTo(pick: Pick, example: Example, seen: string): { ways: Way[]; value: string } | null {
  const place = { url: example.url, document: example.document, seen };
  const taken = takesFrom(pick.element, pick.as, example.url);
  const value = taken[0]?.value;
  if (value === undefined) return null;
  const same = taken.filter((one) => one.value === value);
  const all = same.flatMap((one) => candidates(pick, one, place));
  const blocks = blocksAround(example.picks, seen);
  const inBlocks = blocks.flatMap(({ each }) =>
    all.filter(({ tier }) => tier <= 3).map((way) => ({ ...way, each })),
  );
  const links = same.flatMap((one) => linkWays(pick, one, { ...place, blocks }));
  const known = new Map([...links, ...all, ...inBlocks].map((way) => [keyOf(way), way]));
  return { ways: tried([...known.values()], example, { value, element: pick.element }), value };
}

/**
 * What an earlier page taught, tried on this one; ways that find something else here are gone, and so are those that find
 * the same in another place than the others: they are no other way to the same thing.
 * @param pointedAt null where nothing was
 */
export function tryAgain(
  ways: readonly Way[],
  where: Where,
  { value, element: pointedAt }: Found | { value: null; element: null },
): Way[] {
  const all = ways.map((way) => ({ way, found: readWay(way, where) }));
  const good = all.filter(({ found }) => outcomeOf(found, value) !== 'wrong');
  const hits = good.filter(({ found }) => found.length > 0);
  const isAt = hits.some(({ found }) => pointedAt && isSamePlace(found, pointedAt));
  // A person may have pointed at the other of two places this time: the best way's counts.
  const [best] = [...hits].sort((a, b) => b.way.hits - a.way.hits || a.way.tier - b.way.tier);
  const place = isAt ? pointedAt : (best?.found[0]?.element ?? null);
  return good.flatMap(({ way, found }) => {
    // A label that isn't there with another customer's value was the first one's own word.
    if (found.length === 0) return way.guess && value !== null ? [] : [way];
    return place && isSamePlace(found, place) ? [{ ...way, hits: way.hits + 1 }] : [];
  });
}

/** Both, each once. */
export function mergeWays(earlier: readonly Way[], fresh: readonly Way[]): Way[] {
  const known = new Set(earlier.map(keyOf));
  return [...earlier, ...fresh.filter((way) => !known.has(keyOf(way)))];
}
