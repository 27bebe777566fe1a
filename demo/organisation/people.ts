import { FICTION_PHONES, fictionPhone } from './fiction-phones';
import type { GeneratedPerson } from './generated';
import { companyNames, cultures, type NamePart } from './name-lists';
import type { Random } from './random';

/** Prime to the number of phones, so that walking in such steps meets each one once. */
const SCATTER = 7919;
const DOMAINS = ['example.com', 'example.org', 'example.net'] as const;
/** Letters that have no accent to strip. */
const LETTERS: Record<string, string> = { ł: 'l', ø: 'o', ß: 'ss', đ: 'd', ı: 'i', æ: 'ae', þ: 'th', ð: 'd' };

const shownPart = (part: NamePart) => (typeof part === 'string' ? part : part[0]);
const asciiPart = (part: NamePart) => (typeof part === 'string' ? part : part[1]);

/** Small letters and digits only, as in a mail address. */
export function asciiLetters(text: string): string {
  return text
    .toLowerCase()
    .replace(/[łøßđıæþð]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
}

export type PeopleMaker = { next(): GeneratedPerson };

/** Makes one person after another; mail addresses and phones are theirs alone, but for the few that share a phone. */
export function createPeopleMaker(random: Random): PeopleMaker {
  const addresses = new Set<string>();
  let phones = 0;
  let previousPhone: string | null = null;
  const weights = cultures.map((c) => [c, c.weight] as const);
  const [firstCulture, ...otherCultures] = weights;
  if (!firstCulture) throw new Error('There are no names');

  function unusedAddress(local: string, domain: string): string {
    let address = `${local}@${domain}`;
    for (let n = 2; addresses.has(address); n++) address = `${local}${n}@${domain}`;
    addresses.add(address);
    return random.chance(0.03) ? address.toUpperCase() : address;
  }

  function phone(): string | null {
    if (random.chance(0.06)) return null;
    // households and small offices: the customer before has the same number
    if (previousPhone !== null && random.chance(0.015)) return previousPhone;
    previousPhone = fictionPhone((phones++ * SCATTER) % FICTION_PHONES, random.int(0, 34));
    return previousPhone;
  }

  return {
    next() {
      const culture = random.weighted([firstCulture, ...otherCultures]);
      const given = random.pick(culture.given);
      const family = random.pick(culture.family);
      const parts = culture.familyFirst ? [family, given] : [given, family];
      const company = random.chance(0.12) ? random.pick(companyNames) : null;
      const domain = company ? `${asciiLetters(company).slice(0, 24)}.example.com` : random.pick(DOMAINS);
      const local = `${asciiLetters(asciiPart(given))}.${asciiLetters(asciiPart(family))}`;
      return {
        name: parts.map(shownPart).join(' '),
        email: random.chance(0.05) ? null : unusedAddress(local, domain),
        phone: phone(),
      };
    },
  };
}
