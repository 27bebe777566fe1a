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

/** `first` and `end` count digits from the run's beginning, so that no span has to be read again to be counted. */
type Group = { from: number; to: number; first: number; end: number };
type Run = { text: string; digits: string; groups: Group[]; afterPlus: boolean };
type Card = { from: number; to: number; digits: string };

function toRun(text: string, afterPlus: boolean): Run {
  let end = 0;
  const groups = [...text.matchAll(/\d+/g)].map(({ 0: { length }, index }) => {
    const first = end;
    end += length;
    return { from: index, to: index + length, first, end };
  });
  return { text, digits: text.replace(/\D/g, ''), groups, afterPlus };
}

/** A number dialled abroad stays. What follows its 15 digits is no phone any more. */
function phoneGroups({ digits, groups, afterPlus }: Run): number {
  const zeros = digits.startsWith('00') ? 2 : 0;
  if (!afterPlus && zeros === 0) return 0;
  return digits.length <= LONGEST_PHONE + zeros ? groups.length : 1;
}

/** The longest that begins with this group. Looks no further than a card is long: a note may be all digits. */
function finishedCard(run: Run, { from, first }: Group, index: number): Card | null {
  let longest: Card | null = null;
  for (let i = index; i < run.groups.length; i++) {
    const last = run.groups[i];
    if (!last || last.end - first > LONGEST_CARD) break;
    const digits = run.digits.slice(first, last.end);
    const fits = digits.length >= SHORTEST_CARD && CARD_START.test(digits);
    if (fits && luhnValid(digits)) longest = { from, to: last.to, digits };
  }
  return longest;
}

function unfinishedCard(run: Run, { from, first }: Group): Card | null {
  const length = run.digits.length - first;
  if (length < SHORTEST_UNFINISHED || length > LONGEST_CARD) return null;
  const digits = run.digits.slice(first);
  return CARD_START.test(digits) ? { from, to: run.text.length, digits } : null;
}

/** Cards begin and end where a group of digits does: what stands beside one (an expiry, an order) doesn't hide it. */
function maskRun(run: Run, typing: boolean): string {
  let masked = '';
  let done = 0;
  const phone = phoneGroups(run);
  run.groups.forEach((group, i) => {
    if (i < phone || group.from < done) return;
    const card = finishedCard(run, group, i) ?? (typing ? unfinishedCard(run, group) : null);
    if (!card) return;
    masked += `${run.text.slice(done, card.from)}•••• ${card.digits.slice(-4)}`;
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
    const end = at + found.length;
    const gap = TRAILING_GAP.exec(text.slice(end))?.[0].length ?? 0;
    const typing = options.typing === true && at <= caret && caret <= end + gap;
    return maskRun(toRun(found, text[at - 1] === '+'), typing);
  });
}
