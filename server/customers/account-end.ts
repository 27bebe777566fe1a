const LONGEST = 4;

/** What numbers of one kind don't share: without the letters and zeros that they begin with, and without signs. */
const varying = (number: string) => number.replace(/[^\p{L}\p{N}]/gu, '').replace(/^[\p{L}0]+/u, '');

/**
 * How an account number ends. Enough to check what a caller says, and not enough to say it for them: whoever shares the line
 * with a customer of the same name would only have to nod. So it is never more than half of what varies, and the rest of it
 * doesn't leave the store.
 */
export function accountEnd(number: string): string {
  const signs = [...varying(number)];
  const shown = Math.min(LONGEST, Math.floor(signs.length / 2));
  return signs.slice(signs.length - shown).join('');
}
