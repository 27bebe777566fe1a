/*
 * What a person with an editor and some patience reads in a browser profile: each file as it is, and LevelDB's tables
 * and logs, in which text is packed (Snappy) and cut (headers in its midst).
 */

const FOOTER = 48;
const BLOCK_TRAILER = 5;
const LOG_BLOCK = 32_768;
const LOG_HEADER = 7;

/** A reader that stops at the end of what it reads rather than fail: files may be cut anywhere. */
function readVarint(bytes: Buffer, at: number): [value: number, next: number] {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = bytes[at++] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  return [value, at];
}

/** One of Snappy's copies: how long, from how far back, and where the next element begins. */
function readCopy(bytes: Buffer, at: number): { length: number; back: number; next: number } | null {
  const tag = bytes[at] ?? 0;
  if ((tag & 3) === 1)
    return { length: ((tag >> 2) & 7) + 4, back: ((tag >> 5) << 8) | (bytes[at + 1] ?? 0), next: at + 2 };
  const width = (tag & 3) === 2 ? 2 : 4;
  if (at + 1 + width > bytes.length) return null;
  return { length: (tag >> 2) + 1, back: bytes.readUIntLE(at + 1, width), next: at + 1 + width };
}

/** @returns null for what isn't Snappy's, whole */
export function unpackSnappy(bytes: Buffer): Buffer | null {
  const [length, start] = readVarint(bytes, 0);
  if (length > 100_000_000) return null;
  const out = Buffer.alloc(length);
  let to = 0;
  let at = start;
  while (to < length && at < bytes.length) {
    const tag = bytes[at] ?? 0;
    if ((tag & 3) === 0) {
      const extra = Math.max(0, (tag >> 2) - 59);
      if (at + 1 + extra > bytes.length) return null;
      const size = (extra === 0 ? tag >> 2 : bytes.readUIntLE(at + 1, extra)) + 1;
      at += 1 + extra;
      if (at + size > bytes.length || to + size > length) return null;
      bytes.copy(out, to, at, at + size);
      at += size;
      to += size;
      continue;
    }
    const copy = readCopy(bytes, at);
    if (!copy || copy.back === 0 || copy.back > to || to + copy.length > length) return null;
    for (let i = 0; i < copy.length; i += 1, to += 1) out[to] = out[to - copy.back] ?? 0;
    at = copy.next;
  }
  return to === length ? out : null;
}

/** The keys and values of a block, whose keys leave out what they share with the one before. */
function entriesOf(block: Buffer): { key: Buffer; value: Buffer }[] {
  const end = block.length - 4 - 4 * block.readUInt32LE(block.length - 4);
  const entries: { key: Buffer; value: Buffer }[] = [];
  let key = Buffer.alloc(0);
  for (let at = 0; at < end; ) {
    const [shared, second] = readVarint(block, at);
    const [own, third] = readVarint(block, second);
    const [size, begin] = readVarint(block, third);
    key = Buffer.concat([key.subarray(0, shared), block.subarray(begin, begin + own)]);
    entries.push({ key, value: block.subarray(begin + own, begin + own + size) });
    at = begin + own + size;
  }
  return entries;
}

function readBlock(file: Buffer, handle: Buffer): Buffer {
  const [offset, next] = readVarint(handle, 0);
  const [size] = readVarint(handle, next);
  const bytes = file.subarray(offset, offset + size);
  if (file[offset + size] !== 1) return bytes;
  const unpacked = unpackSnappy(bytes);
  if (!unpacked) throw new Error('a block of LevelDB’s that can’t be unpacked');
  return unpacked;
}

/** A table's keys and values, one after another. */
function tableText(file: Buffer): Buffer {
  const footer = file.subarray(file.length - FOOTER);
  const [, afterOffset] = readVarint(footer, 0);
  const [, indexAt] = readVarint(footer, afterOffset);
  const index = entriesOf(readBlock(file, footer.subarray(indexAt)));
  const parts = index.flatMap(({ value }) => entriesOf(readBlock(file, value)));
  return Buffer.concat(parts.flatMap(({ key, value }) => [key, value]));
}

/** A log's records without the headers that stand in their midst. */
function logText(file: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at + LOG_HEADER <= file.length; ) {
    const left = LOG_BLOCK - (at % LOG_BLOCK);
    const size = left < LOG_HEADER ? 0 : file.readUInt16LE(at + 4);
    if (left < LOG_HEADER || (size === 0 && file[at + 6] === 0)) {
      at += left;
      continue;
    }
    parts.push(file.subarray(at + LOG_HEADER, at + LOG_HEADER + size));
    at += LOG_HEADER + size;
  }
  return Buffer.concat(parts);
}

/** Chromium packs larger values by itself and marks them so. */
const PACKED_VALUE = Buffer.from([0xff, 0x11, 0x02]);

function valuesIn(text: Buffer): Buffer[] {
  const values: Buffer[] = [];
  for (let at = text.indexOf(PACKED_VALUE); at >= 0; at = text.indexOf(PACKED_VALUE, at + 1)) {
    const value = unpackSnappy(text.subarray(at + PACKED_VALUE.length));
    if (value) values.push(value);
  }
  return values;
}

const isTable = (name: string, bytes: Buffer) =>
  name.endsWith('.ldb') && bytes.length > FOOTER + BLOCK_TRAILER;

/** Everything that can be read out of a file without a key. */
export function layersOf(name: string, bytes: Buffer): Buffer[] {
  const layers = [bytes];
  if (isTable(name, bytes)) layers.push(tableText(bytes));
  if (name.endsWith('.log')) layers.push(logText(bytes));
  return [...layers, ...layers.flatMap(valuesIn)];
}
