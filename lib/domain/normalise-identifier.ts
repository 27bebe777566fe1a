import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { type Identifier, identifierSchema, type RawIdentifier } from './identifier';

const ADDRESS = /^[^\s@<>()[\]",;:\\]+@(?:[^\s@<>()[\]",;:\\.]+\.)*[^\s@<>()[\]",;:\\.]+$/u;

/** `mailto:`, percent escapes and a display name around the address are taken off. */
function emailValue(raw: string): string | null {
  const text = raw.trim();
  const link = /^mailto:([^?]*)/i.exec(text)?.[1];
  const named = /<([^<>]*)>$/.exec(text)?.[1];
  let address = link ?? named ?? text;
  if (link?.includes('%')) {
    try {
      address = decodeURIComponent(link);
    } catch {
      return null;
    }
  }
  const value = address.trim().normalize('NFC').toLowerCase();
  return ADDRESS.test(value) ? value : null;
}

/** One that reads as another when it is read again is none: of `+49 0000000` each reading takes a zero. */
const isNumber = (found: PhoneNumber | undefined): found is PhoneNumber =>
  found?.isPossible() === true &&
  parsePhoneNumberFromString(found.number, { extract: false })?.number === found.number;

/** A number that starts with 00 is international everywhere that people write it, whatever the region dials. */
function readPhone(text: string, region: CountryCode | undefined): PhoneNumber | null {
  const options = { extract: false, ...(region ? { defaultCountry: region } : {}) };
  const found = parsePhoneNumberFromString(text, options);
  if (isNumber(found)) return found;
  const international = parsePhoneNumberFromString(text.replace(/^[^\d+]*00/, '+'), options);
  return isNumber(international) ? international : null;
}

/**
 * `49 711 ...` in Germany: the country's code with its plus left out, or a number without its leading zero? Where
 * both are possible, both are keys.
 */
function withoutPlus(text: string, found: PhoneNumber): string[] {
  const national = found.nationalNumber;
  if (/^\D*0|\+/.test(text) || !national.startsWith(found.countryCallingCode)) return [];
  const other = parsePhoneNumberFromString(`+${national}`, { extract: false });
  return other?.isValid() ? [other.number] : [];
}

/** Brazil's mobile numbers got a ninth digit in 2012 to 2016, and files hold both spellings. */
function ninthDigit(e164: string): string[] {
  const long = /^\+55(\d\d)9([6-9]\d{7})$/.exec(e164);
  if (long) return [`+55${long[1]}${long[2]}`];
  const short = /^\+55(\d\d)([6-9]\d{7})$/.exec(e164);
  return short ? [`+55${short[1]}9${short[2]}`] : [];
}

function phoneValues(raw: string, defaultRegion: string): string[] {
  const text = raw
    .normalize('NFKC')
    .trim()
    .replace(/^(tel|callto|sms):/i, '')
    .replace(/^\(\s*\+(\d+)\s*\)/, '+$1');
  const found = readPhone(text, isSupportedCountry(defaultRegion) ? defaultRegion : undefined);
  if (!found) return [];
  const values = [...withoutPlus(text, found), found.number];
  return [...new Set(values.flatMap((v) => [v, ...ninthDigit(v)]))];
}

function canonical(raw: RawIdentifier, defaultRegion: string): Identifier[] {
  if (raw.kind === 'phone') {
    return phoneValues(raw.value, defaultRegion).map((value) => ({ kind: 'phone', value }));
  }
  if (raw.kind === 'email') {
    const value = emailValue(raw.value);
    return value === null ? [] : [{ kind: 'email', value }];
  }
  return [{ ...raw, value: raw.value.normalize('NFC').trim() }];
}

/**
 * The one canonical spelling of what a page or a file calls a customer by; none if it can't be read, two where one
 * spelling fits two numbers. A phone's extension is left off: it belongs to a desk, and the switchboard is the key.
 * @param defaultRegion ISO 3166 region that numbers without a country are read in
 */
export function normaliseIdentifier(raw: RawIdentifier, defaultRegion: string): Identifier[] {
  return canonical(raw, defaultRegion).filter((id) => identifierSchema.safeParse(id).success);
}
