import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { layersOf } from './leveldb-layers';

/** Each text as a disk may have it: V8 writes Latin-1 or UTF-16, a key of IndexedDB UTF-16 the other way round. */
function spellings(text: string): Buffer[] {
  const wide = Buffer.from(text, 'utf16le');
  return [Buffer.from(text, 'utf8'), Buffer.from(text, 'latin1'), wide, Buffer.from(wide).swap16()];
}

const TABLE_BITS = 22;
const slot = (four: number) => Math.imul(four, 0x9e3779b1) >>> (32 - TABLE_BITS);

/** Finds which of thousands of texts stand in bytes, in one pass: only where four bytes fit is the rest compared. */
function createFinder(texts: readonly string[]) {
  const maybe = new Uint8Array(2 ** TABLE_BITS);
  const byStart = new Map<number, { text: string; bytes: Buffer }[]>();
  for (const text of texts)
    for (const bytes of spellings(text)) {
      const four = bytes.readInt32BE(0);
      maybe[slot(four)] = 1;
      const same = byStart.get(four);
      if (same) same.push({ text, bytes });
      else byStart.set(four, [{ text, bytes }]);
    }
  return (haystack: Buffer): string[] => {
    const found: string[] = [];
    let four = 0;
    for (let i = 0; i < haystack.length; i += 1) {
      four = (four << 8) | (haystack[i] ?? 0);
      if (maybe[slot(four)] !== 1) continue;
      const start = i - 3;
      for (const { text, bytes } of byStart.get(four) ?? [])
        if (bytes.equals(haystack.subarray(start, start + bytes.length))) found.push(text);
    }
    return found;
  };
}

async function filesIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Searches every file of a browser's profile, and all that is packed in them.
 * @param texts of four characters and more
 * @returns for each text that is there, the ends of the files' names in which it is
 */
export async function searchProfile(dir: string, texts: readonly string[]): Promise<Map<string, string[]>> {
  const find = createFinder(texts);
  const found = new Map<string, string[]>();
  for (const path of await filesIn(dir)) {
    // A running browser removes files while we look.
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    const texts = new Set(layersOf(path, bytes).flatMap(find));
    for (const text of texts) found.set(text, [...(found.get(text) ?? []), path.slice(dir.length)]);
  }
  return found;
}
