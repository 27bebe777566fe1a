import type { ReadAs, Take } from '@/lib/protocol/crm-adapter';
import { CUSTOMER_NUMBER } from '@/lib/protocol/customer-number';
import { readFacts } from '../read-facts';
import { takeText } from '../take-text';
import type { PickAs } from './lesson';

/** What one element says when it is taken in one way. */
export type Taken = { take: Take; as: ReadAs; value: string };

const readAs: Record<PickAs, readonly ReadAs[]> = {
  email: ['email', 'nameAndAddress'],
  phone: ['phone'],
  number: [CUSTOMER_NUMBER],
  name: ['name'],
};

const LONGEST_NUMBER = 60;

/** The value as it is compared, whoever spelled it. */
function factIn(text: string, as: ReadAs): string | null {
  const { name, identifier } = readFacts(text, as);
  if (as === 'name') return name;
  // "Phone +46 8 555" is a label and a number: the label alone is not the element to take.
  if (as === 'phone' && /\p{L}{2,}/u.test(text.replace(/\bext\b\.?/i, ''))) return null;
  if (!identifier) return null;
  return as === 'phone' ? identifier.value.replace(/[^\d+]/g, '') : identifier.value.toLowerCase();
}

/** Before a number stand some words; the last of them, with its spaces, or all of them tell where it begins. */
export function wordTakes(before: string): Take[] {
  const nearest = /\S*\s*$/.exec(before)?.[0] ?? '';
  return [...new Set([nearest, before])]
    .filter((after) => after.length <= 40)
    .map((after) => ({ from: 'word', after }));
}

function numberTakes(text: string): Take[] {
  const number = /[\p{L}\p{N}_-]*\d[\p{L}\p{N}_-]*/u.exec(text);
  return !number || number[0] === text ? [] : wordTakes(text.slice(0, number.index));
}

function takesOf(element: Element, as: PickAs): Take[] {
  const text: Take = { from: 'text' };
  const value: Take = { from: 'value' };
  if (as === 'email') return [{ from: 'mailto' }, text, value];
  if (as === 'phone') return [{ from: 'tel' }, text, value];
  const line = takeText(element, text, { page: new URL('about:blank') });
  return [text, value, ...(as === 'number' && line ? numberTakes(line) : [])];
}

const fits = (as: PickAs, text: string) =>
  as !== 'number' ||
  (text.length <= LONGEST_NUMBER && /\d/.test(text) && !/\s\S*\s/.test(text) && !/[:@]/.test(text));

/** What an element says in one way; null where that is no such thing. */
export function takeFrom(element: Element, { take, as }: Omit<Taken, 'value'>, page: URL): string | null {
  const text = takeText(element, take, { page });
  return text === null ? null : factIn(text, as);
}

/** All ways in which an element says an e-mail, a phone, a number or a name, and what it says. */
export function takesFrom(element: Element, as: PickAs, page: URL): Taken[] {
  return takesOf(element, as).flatMap((take) => {
    const text = takeText(element, take, { page });
    if (text === null || !fits(as, text)) return [];
    const read = readAs[as].flatMap((kind): Taken[] => {
      const value = factIn(text, kind);
      return value === null ? [] : [{ take, as: kind, value }];
    });
    return read.slice(0, 1);
  });
}
