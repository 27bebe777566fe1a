type Named = { name: string; storeName: string; accountEnd: string };

const spelled = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
const sameName = (a: Named, b: Named) =>
  spelled(a.storeName) === spelled(b.storeName) && spelled(a.name) === spelled(b.name);

/**
 * By what a rep tells those who are called the same apart: Heed's own number means nothing to anybody on the line, and the
 * account number is what callers are asked for.
 * @returns for each of them what `Candidate.accountEnd` is
 */
export function tellApart(all: readonly Named[]): (string | null)[] {
  return all.map((one) => {
    const alike = all.filter((other) => other !== one && sameName(one, other));
    if (alike.length === 0) return null;
    return alike.some(({ accountEnd }) => spelled(accountEnd) === spelled(one.accountEnd))
      ? ''
      : one.accountEnd;
  });
}
