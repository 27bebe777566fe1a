import type { Random } from './random';

/** A UUIDv7 (RFC 9562 §5.7) whose random bits come from the seed: the same organisation has the same ids. */
export function seededId(at: Date, random: Random): string {
  const ms = at.getTime().toString(16).padStart(12, '0');
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => random.int(0, 15).toString(16)).join('');
  const variant = random.pick(['8', '9', 'a', 'b']);
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
}
