/**
 * Telephone numbers that regulators keep free for fiction, so that no real person's phone is in the demo: Ofcom's
 * drama ranges (0xxx 496 0xxx, 020 7946 0xxx, 07700 900xxx), 555-01xx in North America, and the Bundesnetzagentur's
 * (030 23125 xxx, 089 99998 xxx).
 */
const BRITISH = ['113', '114', '115', '116', '117', '118', '121', '131', '141', '151', '161'] as const;
const AMERICAN = ['212', '312', '415', '617', '206'] as const;
const GERMAN = [
  ['30', '23125'],
  ['89', '99998'],
] as const;

const three = (n: number) => String(n % 1000).padStart(3, '0');

/** Which of many ways a clerk typed the number; `style` is any whole number. */
function britishSpelling(area: string, head: string, tail: string, style: number): string {
  const ways = [
    `+44 ${area} ${head} ${tail}`,
    `0${area} ${head} ${tail}`,
    `(0${area}) ${head} ${tail}`,
    `+44${area}${head}${tail}`,
    `0${area}-${head}-${tail}`,
  ];
  return ways[style % ways.length] ?? '';
}

/**
 * The n-th number, each n below FICTION_PHONES another number, in one of several spellings.
 * @param style how it is spelled: the same number can be asked for in another spelling
 */
export function fictionPhone(n: number, style: number): string {
  const block = Math.floor(n / 1000);
  const tail = three(n);
  if (block < BRITISH.length) return britishSpelling(BRITISH[block] ?? '161', '496', `0${tail}`, style);
  if (block === 11) return britishSpelling('20', '7946', `0${tail}`, style);
  if (block === 12) return britishSpelling('7700', '900', tail, style);
  if (block < 15) {
    const [area, head] = GERMAN[block - 13] ?? GERMAN[0];
    return style % 2 === 0 ? `+49 ${area} ${head} ${tail}` : `0049 ${area} ${head}${tail}`;
  }
  const rest = n - 15_000;
  const area = AMERICAN[Math.floor(rest / 100) % AMERICAN.length] ?? '212';
  const line = `01${String(rest % 100).padStart(2, '0')}`;
  const extension = style % 7 === 0 ? ' ext. 12' : '';
  return (style % 2 === 0 ? `+1 (${area}) 555-${line}` : `+1-${area}-555-${line}`) + extension;
}

/** How many different numbers there are. */
export const FICTION_PHONES = 15_500;
