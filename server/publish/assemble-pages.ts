import { type BlockDigest, cardMark, emptyDigest, keyMark, minus, plus } from '@/lib/protocol/block-digest';
import { type CardEntry, cardBlockOf } from '@/lib/protocol/card-block';
import { type BlockState, type BookChange, type DeltaPage, pageAfter } from '@/lib/protocol/delta-page';
import { bucketOf } from '@/lib/protocol/key-bucket';

/** A change, and what its number said before. */
export type BookStep = BookChange & { before: CardEntry | null };

/** Digests of blocks by their place. A block without one is empty. */
export type Digests = Record<'cards' | 'keys', Map<number, BlockDigest>>;

/** A page under its number. */
export type NumberedPage = { n: number; page: DeltaPage };

type Touch = { kind: keyof Digests; n: number; digest: BlockDigest; sum: typeof plus };

/** What a change takes out of blocks and puts in. */
function touchesOf({ card, before, added, removed }: BookStep): Touch[] {
  const { number } = card;
  const touches: Touch[] = [];
  const touchCard = (entry: CardEntry, sum: typeof plus) =>
    touches.push({ kind: 'cards', n: cardBlockOf(number), digest: cardMark(entry), sum });
  const touchKey = (key: bigint, sum: typeof plus) =>
    touches.push({ kind: 'keys', n: bucketOf(key), digest: keyMark({ key, number }), sum });
  if (before) touchCard(before, minus);
  if (card.kind !== 'gone') touchCard(card, plus);
  for (const key of removed) touchKey(key, minus);
  for (const key of added) touchKey(key, plus);
  return touches;
}

/** Blocks that were touched before, as they were, and those that are touched now, as they are. */
function statesOf(
  before: readonly BlockState[],
  touched: readonly number[],
  digests: ReadonlyMap<number, BlockDigest>,
): BlockState[] {
  const states = new Map(before.map(({ n, digest }) => [n, digest]));
  for (const n of touched) states.set(n, digests.get(n) ?? emptyDigest);
  return [...states].map(([n, digest]) => ({ n, digest })).sort((a, b) => a.n - b.n);
}

const cardsIn = (entry: { kind: string } | null) => (entry?.kind === 'card' ? 1 : 0);

/** The page with more changes, all of which have their place in it. */
function appended({ n, page }: NumberedPage, steps: readonly BookStep[], digests: Digests): NumberedPage {
  const touches = steps.flatMap(touchesOf);
  for (const { kind, n: block, digest, sum } of touches)
    digests[kind].set(block, sum(digests[kind].get(block) ?? emptyDigest, digest));
  const grown = steps.reduce((sum, { card, before }) => sum + cardsIn(card) - cardsIn(before), 0);
  const to = steps.at(-1)?.card.version ?? page.to;
  const touched = (kind: keyof Digests) => touches.filter((t) => t.kind === kind).map((t) => t.n);
  return {
    n,
    page: {
      book: page.book,
      to,
      full: pageAfter(to) > n,
      customers: page.customers + grown,
      changes: [...page.changes, ...steps.map(({ card, added, removed }) => ({ card, added, removed }))],
      cards: statesOf(page.cards, touched('cards'), digests.cards),
      keys: statesOf(page.keys, touched('keys'), digests.keys),
    },
  };
}

/** A page before its first change. */
export function emptyPage(after: Pick<DeltaPage, 'book' | 'to' | 'customers'>): NumberedPage {
  const { book, to, customers } = after;
  const page = { book, to, customers, full: false, changes: [], cards: [], keys: [] };
  return { n: pageAfter(to), page };
}

/**
 * Puts changes behind the last page, each page's digests as they are after its last change.
 * @param last the last page there is: full, or still to be filled
 * @param steps in the order of their versions
 * @param digests of all blocks that these steps touch; brought up to date
 * @returns the pages that are new or longer than before
 */
export function assemblePages(
  last: NumberedPage,
  steps: readonly BookStep[],
  digests: Digests,
): NumberedPage[] {
  const pages: NumberedPage[] = [];
  let open = last;
  for (let start = 0; start < steps.length; ) {
    if (open.page.full) open = emptyPage(open.page);
    const { n } = open;
    const after = steps.findIndex((step, i) => i >= start && pageAfter(step.card.version - 1) !== n);
    const end = after === -1 ? steps.length : after;
    if (end === start) throw new Error(`the change after page ${n} is of another page`);
    open = appended(open, steps.slice(start, end), digests);
    pages.push(open);
    start = end;
  }
  return pages;
}
