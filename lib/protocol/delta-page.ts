import { decode, encode } from '@msgpack/msgpack';
import { z } from 'zod';
import { AppError } from '@/lib/platform/app-error';
import type { BlockDigest } from './block-digest';
import type { CardChange } from './card-block';
import { joinKeys, splitKeys } from './joined-keys';
import type { LookupKey } from './lookup-key';

/** Page 0 holds versions 1 to 1,000, page 1 those up to 2,000, and so on: a full page never changes again. */
export const VERSIONS_PER_PAGE = 1000;

/** The page in which the change after this version stands, or will. */
export const pageAfter = (version: number): number => Math.floor(version / VERSIONS_PER_PAGE);

/** What became of one number, with the keys that lead to it from now on and those that no longer do. */
export type BookChange = { card: CardChange; added: LookupKey[]; removed: LookupKey[] };
/** What a block or bucket holds after a page; `n` says which, see `cardBlockOf` and `bucketOf`. */
export type BlockState = { n: number; digest: BlockDigest };

/** `GET /v1/pages/{n}`, opened: changes in the order of their versions, and what each touched block holds after them. */
export type DeltaPage = {
  book: string;
  /** version of its last change; of the page's start, when it has none */
  to: number;
  /** nothing will be added to it */
  full: boolean;
  /** cards there are in all, after it */
  customers: number;
  changes: BookChange[];
  cards: BlockState[];
  keys: BlockState[];
};

const VERSION = 1;
const kinds = ['card', 'merged', 'gone'] as const;

const whole = z.int().nonnegative();
const bytes = z.instanceof(Uint8Array);
const keysSchema = bytes.refine((b) => b.length % 8 === 0);
const stateSchema = z.tuple([whole, whole, whole]);
const changeSchema = z.tuple([
  whole,
  whole,
  z.int().min(0).max(2),
  z.union([bytes, whole, z.null()]),
  keysSchema,
  keysSchema,
]);
const pageSchema = z.tuple([
  z.literal(VERSION),
  z.uuid(),
  whole,
  z.boolean(),
  whole,
  z.array(changeSchema),
  z.array(stateSchema),
  z.array(stateSchema),
]);
type WireChange = z.infer<typeof changeSchema>;

function toWire({ card, added, removed }: BookChange): unknown[] {
  const says = card.kind === 'card' ? card.bytes : card.kind === 'merged' ? card.into : null;
  return [card.version, card.number, kinds.indexOf(card.kind), says, joinKeys(added), joinKeys(removed)];
}

function cardOf([version, number, kind, says]: WireChange): CardChange {
  const head = { number, version };
  if (kinds[kind] === 'card' && says instanceof Uint8Array) return { ...head, kind: 'card', bytes: says };
  if (kinds[kind] === 'merged' && typeof says === 'number') return { ...head, kind: 'merged', into: says };
  if (kinds[kind] === 'gone' && says === null) return { ...head, kind: 'gone' };
  throw new AppError('damaged', 'a change of no kind');
}

const toTuple = ({ n, digest }: BlockState) => [n, digest.a, digest.b];
const toState = ([n, a, b]: z.infer<typeof stateSchema>): BlockState => ({ n, digest: { a, b } });

/** @returns what `sealStable` seals */
export function encodeDeltaPage(page: DeltaPage): Uint8Array {
  const { book, to, full, customers } = page;
  const changes = page.changes.map(toWire);
  return encode([
    VERSION,
    book,
    to,
    full,
    customers,
    changes,
    page.cards.map(toTuple),
    page.keys.map(toTuple),
  ]);
}

function decodeTuple(contents: Uint8Array): unknown {
  try {
    return decode(contents);
  } catch (cause) {
    throw new AppError('damaged', 'a page can not be read', { cause });
  }
}

/**
 * @returns the page; its cards' bytes are views into `contents`
 * @throws {AppError} `damaged`, or `outdated` when a newer store wrote it
 */
export function decodeDeltaPage(contents: Uint8Array): DeltaPage {
  const tuple = decodeTuple(contents);
  const version: unknown = Array.isArray(tuple) ? tuple[0] : null;
  if (typeof version === 'number' && version > VERSION)
    throw new AppError('outdated', `a page of version ${version}`);
  const parsed = pageSchema.safeParse(tuple);
  if (!parsed.success) throw new AppError('damaged', 'not a page of changes');
  const [, book, to, full, customers, changes, cards, keys] = parsed.data;
  return {
    ...{ book, to, full, customers },
    changes: changes.map((change) => ({
      card: cardOf(change),
      added: splitKeys(change[4]),
      removed: splitKeys(change[5]),
    })),
    cards: cards.map(toState),
    keys: keys.map(toState),
  };
}
