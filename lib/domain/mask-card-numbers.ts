/** A mask made before, which stays; or digits with up to three spaces, dashes or dots between them. */
const MASK_OR_DIGITS = /•••• \d{4}(?!\d)|\d(?:[ \u00a0.\-\u2010-\u2013]{0,3}\d)*/g;
const TRAILING_GAP = /^[ \u00a0.\-\u2010-\u2013]{0,3}/;

/** What the main industry digit of a payment card can be. 20 and 21 are no one's range, and every date begins so. */
const CARD_START = /^(?:[3-6]|2[2-7])/;
const SHORTEST_CARD = 13;
const LONGEST_CARD = 19;
/** From here on the prefix of an unfinished number is worth hiding. */
const SHORTEST_UNFINISHED = 12;
/** E.164 */
const LONGEST_PHONE = 15;

function luhnValid(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = i % 2 === 0 ? Number(digit) : Number(digit) * 2;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

type Group = { from: number; to: number };
type Run = { text: string; groups: Group[]; afterPlus: boolean };

function digitsBetween(run: Run, from: number, to: number): string {
  return run.text.slice(from, to).replace(/\D/g, '');
}

/** A number dialled abroad stays. What follows its 15 digits is no phone any more. */
function phoneGroups(run: Run): number {
  const digits = digitsBetween(run, 0, run.text.length);
  const zeros = digits.startsWith('00') ? 2 : 0;
  if (!run.afterPlus && zeros === 0) return 0;
  return digits.length <= LONGEST_PHONE + zeros ? run.groups.length : 1;
}

function finishedCard(run: Run, first: number): Group | null {
  const from = run.groups[first]?.from ?? 0;
  for (const { to } of run.groups.slice(first).reverse()) {
    const digits = digitsBetween(run, from, to);
    const fits = digits.length >= SHORTEST_CARD && digits.length <= LONGEST_CARD;
    if (fits && CARD_START.test(digits) && luhnValid(digits)) return { from, to };
  }
  return null;
}

function unfinishedCard(run: Run, first: number): Group | null {
  const from = run.groups[first]?.from ?? 0;
  const digits = digitsBetween(run, from, run.text.length);
  const fits = digits.length >= SHORTEST_UNFINISHED && digits.length <= LONGEST_CARD;
  return fits && CARD_START.test(digits) ? { from, to: run.text.length } : null;
}

/** Cards begin and end where a group of digits does: what stands beside one (an expiry, an order) doesn't hide it. */
function maskRun(run: Run, typing: boolean): string {
  let masked = '';
  let done = 0;
  const phone = phoneGroups(run);
  run.groups.forEach((group, i) => {
    if (i < phone || group.from < done) return;
    const card = finishedCard(run, i) ?? (typing ? unfinishedCard(run, i) : null);
    if (!card) return;
    const digits = digitsBetween(run, card.from, card.to);
    masked += `${run.text.slice(done, card.from)}•••• ${digits.slice(-4)}`;
    done = card.to;
  });
  return masked + run.text.slice(done);
}

export type MaskOptions = {
  /** the text is still being typed: an unfinished number at the caret is masked too, or its prefix would be on disk */
  typing?: boolean;
  /** where the typing goes on; the end of the text if not given */
  caret?: number;
};

/**
 * Payment card numbers, 13 to 19 digits that pass the Luhn check, become `•••• 1234`. Numbers after a plus or that
 * begin with 00 are phones and stay. Masking twice is the same as masking once.
 */
export function maskCardNumbers(text: string, options: MaskOptions = {}): string {
  const caret = options.caret ?? text.length;
  return text.replace(MASK_OR_DIGITS, (found, at: number) => {
    if (found.startsWith('•')) return found;
    const groups = [...found.matchAll(/\d+/g)].map((m) => ({ from: m.index, to: m.index + m[0].length }));
    const end = at + found.length;
    const gap = TRAILING_GAP.exec(text.slice(end))?.[0].length ?? 0;
    const typing = options.typing === true && at <= caret && caret <= end + gap;
    return maskRun({ text: found, groups, afterPlus: text[at - 1] === '+' }, typing);
  });
}
