import type { Confirm, CrmAdapter, ElementField, Locator, RenderedPage } from '@/lib/protocol/crm-adapter';
import { DEEPER } from '../find-elements';
import { type Lesson, PLACE, type Proof, type TaughtPage, type Way } from './lesson';
import { ownAdapterId } from './own-id';
import { isKnownLabel } from './plausible-label';
import { zonesBut } from './said-zones';
import { patternOf } from './url-kind';
import { wholePage } from './ways';

const MOST_LOCATORS = 4;
const KINDS = ['name', 'email', 'phone', 'number'] as const;

/** Each of them in a page means a look at its text. */
const isBare = ({ css, labelled }: Locator) =>
  labelled !== undefined && /(?:^| )(?:div|span|p|td)$/.test(css);

const keyOf = (value: unknown) => JSON.stringify(value);

/** On one page alone: a word, in the place of a label or of a heading, that may be the customer's own. */
function isGuess({ each, guess, hits }: Way, { fields, urls }: TaughtPage): boolean {
  if (guess && (hits < 2 || urls.length < 2)) return true;
  if (!each?.labelled || each.labelled.every(isKnownLabel)) return false;
  const block = keyOf(each);
  const isSeenAgain = ({ ways }: TaughtPage['fields'][number]) =>
    ways.some((way) => way.hits > 1 && keyOf(way.each) === block);
  return urls.length < 2 || !fields.some(isSeenAgain);
}

/** Without guesses, where there is another way. */
function withoutGuesses(page: TaughtPage): TaughtPage {
  const fields = page.fields.map((field) => {
    const sure = field.ways.filter((way) => !isGuess(way, page));
    return sure.length > 0 ? { ...field, ways: sure } : field;
  });
  return { ...page, fields };
}

/** Best first: right on the most pages, then what lasts longest, then the plainest. */
function best<W extends Way | Proof>(ways: readonly W[]): W[] {
  return [...ways].sort(
    (a, b) =>
      b.hits - a.hits ||
      a.tier - b.tier ||
      +('guess' in a) - +('guess' in b) ||
      +isBare(a.at) - +isBare(b.at) ||
      a.at.css.length - b.at.css.length,
  );
}

/** The best, with what finds the same in the same way. Never a place where a name is known: it may be another's tomorrow. */
function withFallbacks<W extends Way | Proof>(ways: readonly W[]): { first: W; at: Locator[] } | null {
  const sorted = best(ways);
  const [first] = sorted;
  if (!first) return null;
  const alike = sorted.filter(
    ({ take, hits, tier }) =>
      keyOf(take) === keyOf(first.take) && hits === first.hits && (tier < PLACE || first.tier >= PLACE),
  );
  return { first, at: alike.slice(0, first.tier >= PLACE ? 1 : MOST_LOCATORS).map(({ at }) => at) };
}

/**
 * Rather in a block than on the whole page: where the block is missing nobody is read, and not another's row. A heading
 * on one page alone may be that customer's name.
 */
function preferenceOf(block: Locator | null, pages: number): number {
  if (!block) return 0.5;
  return block.labelled && pages < 2 ? 1 : 0;
}

/** In which block all fields are found best. */
function chooseBlock({ fields, urls }: TaughtPage): Locator | null {
  const blocks = new Map(fields.flatMap(({ ways }) => ways.map(({ each }) => [keyOf(each), each] as const)));
  const cost = (block: string) =>
    fields.reduce(
      (sum, { ways }) => {
        const [first] = best(ways.filter(({ each }) => keyOf(each) === block));
        // To miss a page, or to go by place alone, is worse than any name.
        return (
          sum + (first ? (first.tier >= PLACE ? 20 : first.tier) + (urls.length - first.hits) * 10 : 100)
        );
      },
      preferenceOf(blocks.get(block) ?? null, urls.length),
    );
  const [cheapest] = [...blocks.keys()].sort((a, b) => cost(a) - cost(b));
  return (cheapest !== undefined && blocks.get(cheapest)) || null;
}

function fieldsOf(page: TaughtPage, block: Locator | null): ElementField[] {
  return KINDS.flatMap((kind) => {
    const ways = page.fields.find(({ as }) => as === kind)?.ways ?? [];
    const found = withFallbacks(ways.filter(({ each }) => keyOf(each) === keyOf(block)));
    return found ? [{ at: found.at, take: found.first.take, as: found.first.as }] : [];
  });
}

/** A part that nothing on the page confirms stays unnamed. After one page only what speaks for itself is believed. */
function confirmsOf({ proofs, urls }: TaughtPage): Confirm[] {
  return proofs.flatMap(({ part, ways }) => {
    const good = ways.filter(({ hits, tier, take }) =>
      urls.length > 1 ? hits === urls.length : tier < PLACE && take.from !== 'text',
    );
    const found = withFallbacks(good.filter(({ evenHidden }) => evenHidden === good[0]?.evenHidden));
    if (!found) return [];
    const { take, evenHidden } = found.first;
    return [{ part, at: found.at, take, ...(evenHidden && { evenHidden: true as const }) }];
  });
}

/** What must be shown before it is read: the fields themselves, where a selector can say them. */
function readyOf(fields: readonly ElementField[], block: Locator | null): string {
  if (block && !block.labelled) return block.css;
  const css = fields.flatMap(({ at }) => at);
  const plain = css.filter(({ labelled, css: one }) => !labelled && !one.includes(DEEPER));
  const joined = plain.map(({ css: one }) => one).join(', ');
  return plain.length === css.length && joined.length <= 300 ? joined : 'body';
}

function pageOf(taught: TaughtPage, index: number, seen: string): RenderedPage[] {
  const page = withoutGuesses(taught);
  const block = chooseBlock(page);
  const fields = fieldsOf(page, block);
  if (!fields.some(({ as }) => as !== 'name')) return [];
  const confirm = confirmsOf(page);
  return [
    {
      kind: index === 0 ? 'customer' : `customer-${'abcdefghijklmnopqrstuvwxy'[index] ?? 'z'}`,
      url: patternOf(page.url, new Set(confirm.map(({ part }) => part))),
      ready: readyOf(fields, block),
      confirm,
      people: { each: [block ?? wholePage(seen)], fields, one: true },
    },
  ];
}

/**
 * What was learned, as an adapter for this one host.
 * @param today `2026-11-22`
 * @param how whether a person pointed, or answered
 * @returns null where nothing on any page was found that says who the customer is
 */
export function adapterOf(
  lesson: Lesson,
  hostname: string,
  today: string,
  how: 'taught' | 'learned' = 'taught',
): CrmAdapter | null {
  const pages = lesson.pages.flatMap((page, i) => pageOf(page, i, today));
  if (pages.length === 0) return null;
  const agent = lesson.agent.filter(({ way }) => way.hits > 1 && way.as === 'email');
  return {
    id: ownAdapterId(hostname),
    label: hostname,
    // Counted up where it is saved.
    version: 1,
    evidence: { kind: how, on: today },
    site: { hosts: [hostname.toLowerCase()], signature: null },
    ignore: zonesBut(lesson.readZones ?? []),
    agent: agent.map(({ way: { at, take, as } }) => ({ at: [at], take, as })),
    nobody: [],
    pages,
    lists: [],
  };
}
