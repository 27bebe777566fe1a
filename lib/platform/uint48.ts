const HIGH = 2 ** 32;
const MOST = 2 ** 48 - 1;

/** Writes a whole number into 6 bytes, big-endian. */
export function setUint48(view: DataView, at: number, n: number): void {
  if (!Number.isInteger(n) || n < 0 || n > MOST) throw new RangeError(`${n} does not fit into 48 bits`);
  view.setUint16(at, Math.floor(n / HIGH));
  view.setUint32(at + 2, n % HIGH);
}

export const getUint48 = (view: DataView, at: number): number =>
  view.getUint16(at) * HIGH + view.getUint32(at + 2);
