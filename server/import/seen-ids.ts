import { createHash } from 'node:crypto';

export type SeenIds = {
  /** the row that had this id before, or null; it is remembered for this row then */
  rowOf(id: string, row: number): number | null;
};

/** Half full at most, so that a search is short. */
const FILL = 0.5;

function hashOf(id: string): bigint {
  // Never 0, which marks a free place.
  return createHash('sha256').update(id).digest().readBigUInt64LE() | 1n;
}

/**
 * Remembers in which row of a file each id stood: 12 bytes an id, whatever its length, where a Map takes over a
 * hundred, so that a million rows fit beside everything else.
 */
export function createSeenIds(): SeenIds {
  let size = 1024;
  let hashes = new BigUint64Array(size);
  let rows = new Uint32Array(size);
  let count = 0;

  const placeOf = (hash: bigint) => {
    let place = Number(hash % BigInt(size));
    while (hashes[place] !== 0n && hashes[place] !== hash) place = (place + 1) % size;
    return place;
  };
  const grow = () => {
    const [oldHashes, oldRows] = [hashes, rows];
    size *= 2;
    hashes = new BigUint64Array(size);
    rows = new Uint32Array(size);
    oldHashes.forEach((hash, i) => {
      if (hash === 0n) return;
      const place = placeOf(hash);
      hashes[place] = hash;
      rows[place] = oldRows[i] ?? 0;
    });
  };
  return {
    rowOf(id, row) {
      const hash = hashOf(id);
      const place = placeOf(hash);
      if (hashes[place] === hash) return rows[place] ?? 0;
      hashes[place] = hash;
      rows[place] = row;
      count += 1;
      if (count > size * FILL) grow();
      return null;
    },
  };
}
