import { deflateSync, inflateSync } from 'fflate';
import { AppError } from '@/lib/platform/app-error';
import { toHex } from '@/lib/platform/hex';
import type { BookKeys } from './book-keys';

/*
 * A sealed block as bytes:  nonce (12) · AES-GCM of: how it is packed (1) · contents
 * Packed contents begin with their length (4): memory of the right size is what makes unpacking quick.
 */

/** Bound into the seal: a block that was put in another's place doesn't open there. */
export type BlockName = { kind: 'cards' | 'keys' | 'page'; n: number };

const NONCE = 12;
const PLAIN = 0;
const DEFLATED = 1;
/** Many times what a block or a page has. */
const LONGEST = 2 ** 26;

const encoder = new TextEncoder();
const boundTo = ({ kind, n }: BlockName) => encoder.encode(`heed ${kind} ${n}`);

function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/**
 * The nonce is a MAC of name and text (as in RFC 8452): the same contents give the same bytes, and two that differ have
 * one nonce no sooner than by chance in 96 bits. All reps share the key; what they seal alike counts once.
 */
async function seal(keys: BookKeys, name: BlockName, text: Uint8Array<ArrayBuffer>) {
  const additionalData = boundTo(name);
  const mac = await crypto.subtle.sign('HMAC', keys.nonce, join(additionalData, text));
  const iv = new Uint8Array(mac.slice(0, NONCE));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, keys.pack, text);
  return join(iv, new Uint8Array(sealed));
}

/** Seals a block as a client rewrites it: quickly, and not packed. */
export const sealPlain = (
  keys: BookKeys,
  name: BlockName,
  contents: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> => seal(keys, name, join(Uint8Array.of(PLAIN), contents));

/** Seals a block as the store publishes it: packed, so that a pack in which nothing changed keeps its address. */
export function sealStable(
  keys: BookKeys,
  name: BlockName,
  contents: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  // Hashes are noise, which nothing packs.
  if (name.kind === 'keys') return sealPlain(keys, name, contents);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, contents.length);
  return seal(keys, name, join(Uint8Array.of(DEFLATED), length, deflateSync(contents)));
}

function inflate(packed: Uint8Array): Uint8Array {
  try {
    const length = new DataView(packed.buffer, packed.byteOffset, packed.length).getUint32(0);
    if (length > LONGEST) throw new RangeError(`${length} bytes`);
    const contents = inflateSync(packed.subarray(4), { out: new Uint8Array(length) });
    if (contents.length !== length) throw new RangeError('another length');
    return contents;
  } catch (cause) {
    throw new AppError('damaged', 'a block can not be unpacked', { cause });
  }
}

/** What was sealed stably, in a few characters: other contents, another mark. */
export function sealedMark(bytes: Uint8Array): string {
  return toHex(bytes.subarray(0, NONCE));
}

function unpack(text: Uint8Array): Uint8Array {
  if (text[0] === PLAIN) return text.subarray(1);
  if (text[0] === DEFLATED) return inflate(text.subarray(1));
  throw new AppError('outdated', 'a block packed in a way that this Heed doesn’t know');
}

/**
 * @returns the contents, perhaps as a view
 * @throws {AppError} `damaged` when the keys, the name or a single bit is not what it was sealed with; `outdated` when
 *   a newer store packed it
 */
export async function openBlock(
  keys: BookKeys,
  name: BlockName,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const algorithm = { name: 'AES-GCM', iv: bytes.subarray(0, NONCE), additionalData: boundTo(name) };
  const text = await crypto.subtle.decrypt(algorithm, keys.pack, bytes.subarray(NONCE)).catch((cause) => {
    throw new AppError('damaged', `block ${name.kind} ${name.n}`, { cause });
  });
  return unpack(new Uint8Array(text));
}
