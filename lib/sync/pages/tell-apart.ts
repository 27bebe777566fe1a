import { plainSpelling } from '@/lib/domain/plain-spelling';

/** `accountEnd` is null while the store hasn't answered. */
type Named = { name: string; storeName: string; accountEnd: string | null };

const isSame = (a: string, b: string) => plainSpelling(a) === plainSpelling(b);
const sameName = (a: Named, b: Named) => isSame(a.storeName, b.storeName) && isSame(a.name, b.name);

/**
 * By what a rep tells those who are called the same apart: Heed's own number means nothing to anybody on the line, and the
 * account number is what callers are asked for. Nothing is said of it before the store has answered, for it would be taken
 * back a moment later.
 * @returns for each of them what `Candidate.accountEnd` is
 */
export function tellApart(all: readonly Named[]): (string | null)[] {
  if (all.some(({ accountEnd }) => accountEnd === null)) return all.map(() => null);
  return all.map((one) => {
    const alike = all.filter((other) => other !== one && sameName(one, other));
    if (alike.length === 0) return null;
    const own = one.accountEnd ?? '';
    return alike.some(({ accountEnd }) => isSame(accountEnd ?? '', own)) ? '' : own;
  });
}
