import type { Parsed } from './parse-time';

/** How databases and statistics programs write "nothing". */
const NOTHING = /^(na|n\/a|null|none|-)$/i;

/** A whole number from 0 to 10; null where there is none, which is not 0. */
export function parseScore(text: string): Parsed<number | null> {
  if (text === '' || NOTHING.test(text)) return { value: null };
  const digits = /^(\d{1,2})(?:[.,]0+)?$/.exec(text)?.[1];
  if (digits === undefined) return { fault: 'not a whole number from 0 to 10' };
  return Number(digits) <= 10 ? { value: Number(digits) } : { fault: 'greater than 10' };
}

/**
 * An amount in minor units: `1,234.50`, `1.234,50 €` and `$29.85`. The last comma or point is the decimal one unless
 * three digits follow it.
 */
export function parseMoney(text: string, minorDigits: number): Parsed<number> {
  const plain = text.replace(/[\s\u00a0'’]|\p{Sc}|\b[A-Z]{3}\b/gu, '');
  const [, whole, decimals] = /^(\d[\d.,]*?)(?:[.,](\d{1,2}|\d{4,}))?$/.exec(plain) ?? [];
  if (whole === undefined || !/^\d+([.,]\d{3})*$/.test(whole)) return { fault: 'not an amount' };
  const amount = Number(`${whole.replace(/[.,]/g, '')}.${decimals ?? '0'}`);
  return { value: Math.round(amount * 10 ** minorDigits) };
}

/** Whole months, 0 to 100 years. */
export function parseMonths(text: string): Parsed<number> {
  const months = /^\d{1,4}([.,]\d+)?$/.test(text) ? Math.floor(Number(text.replace(',', '.'))) : -1;
  return months >= 0 && months <= 1200 ? { value: months } : { fault: 'not a number of months' };
}

const list = (words: string) => new Set(words.split(',').map((word) => word.trim()));

const contractWords = {
  monthly:
    list(`month to month, monthly, month, 1 month, one month, rolling, pay as you go, prepaid, no contract,
    monatlich, mensuel, mensual, mensile, mensal, maandelijks`),
  yearly:
    list(`one year, 1 year, year, yearly, annual, annually, 12 months, jahrlich, 1 jahr, 12 monate, annuel,
    1 an, anual, 1 ano, annuale, jaarlijks`),
  longer: list(`two year, two years, 2 year, 2 years, three year, three years, 3 years, 18 months, 24 months,
    36 months, multi year, longer, 2 jahre, 24 monate, 2 ans, 2 anos, 2 anni, 2 jaar`),
} as const;

function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How long a contract binds. */
export function parseContract(text: string): Parsed<'monthly' | 'yearly' | 'longer'> {
  const word = plainWord(text);
  const value = (['monthly', 'yearly', 'longer'] as const).find((term) => contractWords[term].has(word));
  return value ? { value } : { fault: 'not a contract that is known: monthly, yearly or longer' };
}

const YES = list('yes, y, true, t, 1, x, ja, oui, si, sim');
const NO = list('no, n, false, f, 0, nein, non, nao, nee');
const LOST = list('lost, churned, cancelled, canceled, inactive, closed, left, former');
const ACTIVE = list('active, current, customer, open, live, aktiv, actif, activo, attivo');

/** Whether somebody is still a customer. In a column about churn, yes means lost. */
export function parseStatus(text: string): Parsed<'active' | 'lost'> {
  const word = plainWord(text);
  if (LOST.has(word) || YES.has(word)) return { value: 'lost' };
  if (ACTIVE.has(word) || NO.has(word)) return { value: 'active' };
  return { fault: 'not a status that is known: active or lost' };
}

export function parseYesNo(text: string): Parsed<boolean> {
  const word = plainWord(text);
  if (YES.has(word)) return { value: true };
  return NO.has(word) ? { value: false } : { fault: 'neither yes nor no' };
}
