import { AppError } from '@/lib/platform/app-error';
import { getUint48, setUint48 } from '@/lib/platform/uint48';

/*
 * A block of cards as bytes:
 *   count (2) · low byte of each number (1) · kind of each (1) · length of each (2) · version of each (6) · bodies
 * Field by field rather than card by card, since like stands beside like, which packs better.
 */

/** Cards 0 to 127 lie in block 0, and so on. Larger blocks pack a little better and take longer to open. */
export const CARDS_PER_BLOCK = 128;

/** `bytes` of a card are `encodeCard`'s; a merged customer's number points on to another. */
export type CardEntry = { number: number; version: number } & (
  | { kind: 'card'; bytes: Uint8Array }
  | { kind: 'merged'; into: number }
);

/** What became of a number. `gone` leaves no entry. */
export type CardChange = CardEntry | { number: number; version: number; kind: 'gone' };

/** Which block a card lies in, from 0. */
export const cardBlockOf = (number: number): number => Math.floor(number / CARDS_PER_BLOCK);

const RECORD = 10;
const LONGEST_BODY = 0xffff;
const kinds = ['card', 'merged'] as const;

const byNumber = (a: CardEntry, b: CardEntry) => a.number - b.number;

/** The byte that says an entry's kind, in blocks and in digests. */
export const kindCode = ({ kind }: CardEntry): number => kinds.indexOf(kind);

/** What an entry says, without number, version and kind. */
export function entryBody(entry: CardEntry): Uint8Array {
  if (entry.kind === 'card') return entry.bytes;
  const bytes = new Uint8Array(6);
  setUint48(new DataView(bytes.buffer), 0, entry.into);
  return bytes;
}

/** @param entries of one block, in any order, each number once */
export function encodeCardBlock(entries: readonly CardEntry[]): Uint8Array<ArrayBuffer> {
  const rows = [...entries].sort(byNumber).map((entry) => ({ entry, body: entryBody(entry) }));
  const { length } = rows;
  let offset = 2 + RECORD * length;
  const bytes = new Uint8Array(rows.reduce((sum, { body }) => sum + body.length, offset));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, length);
  rows.forEach(({ entry, body }, i) => {
    if (body.length > LONGEST_BODY) throw new RangeError(`card ${entry.number} has ${body.length} bytes`);
    bytes[2 + i] = entry.number % CARDS_PER_BLOCK;
    bytes[2 + length + i] = kindCode(entry);
    view.setUint16(2 + 2 * length + 2 * i, body.length);
    setUint48(view, 2 + 4 * length + 6 * i, entry.version);
    bytes.set(body, offset);
    offset += body.length;
  });
  return bytes;
}

function entryOf(head: { number: number; version: number }, kind: number, body: Uint8Array): CardEntry {
  if (kinds[kind] === 'card') return { ...head, kind: 'card', bytes: body };
  if (kinds[kind] !== 'merged' || body.length !== 6) throw new AppError('damaged', 'an entry of no kind');
  return { ...head, kind: 'merged', into: getUint48(new DataView(body.buffer, body.byteOffset), 0) };
}

/**
 * @param block which one it is, see `cardBlockOf`
 * @returns its entries in the order of their numbers; bodies are views into `bytes`
 * @throws {AppError} `damaged`
 */
export function decodeCardBlock(block: number, bytes: Uint8Array): CardEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = bytes.length < 2 ? 0 : view.getUint16(0);
  let offset = 2 + RECORD * count;
  if (bytes.length < offset) throw new AppError('damaged', 'a block of cards is cut short');
  const entries: CardEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    const number = block * CARDS_PER_BLOCK + view.getUint8(2 + i);
    const end = offset + view.getUint16(2 + 2 * count + 2 * i);
    const version = getUint48(view, 2 + 4 * count + 6 * i);
    const before = entries.at(-1);
    if (before && before.number >= number) throw new AppError('damaged', 'a block of cards is out of order');
    entries.push(entryOf({ number, version }, view.getUint8(2 + count + i), bytes.subarray(offset, end)));
    offset = end;
  }
  if (offset !== bytes.length) throw new AppError('damaged', 'a block of cards is not as long as it says');
  return entries;
}

/** The block after these changes, which come in the order of their versions, and all of which are new to it. */
export function changeCards(entries: readonly CardEntry[], changes: readonly CardChange[]): CardEntry[] {
  const changed = new Map(entries.map((entry) => [entry.number, entry]));
  for (const change of changes) {
    if (change.kind === 'gone') changed.delete(change.number);
    else changed.set(change.number, change);
  }
  return [...changed.values()].sort(byNumber);
}
