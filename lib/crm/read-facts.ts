import type { RawIdentifier } from '@/lib/domain/identifier';
import type { ReadAs } from '@/lib/protocol/crm-adapter';

/** What one text on a page says about a person. */
export type Facts = { name: string | null; identifier: RawIdentifier | null };

/** Bounds of `rawIdentifierSchema` and `pageIdentitySchema`: what doesn't fit them is no identifier. */
const NAME = 150; // characters: at most 300 units
const EMAIL = 320;
const PHONE = 100;
const EXTERNAL_ID = 64; // far more than any CRM's own

/** "KD 4711 08" is a number; a sentence is none, whatever stands in its place. */
const isExternalId = (text: string) => text.length <= EXTERNAL_ID && text.split(' ').length <= 3;

const nothing: Facts = { name: null, identifier: null };

const isEmail = (text: string) => text.length <= EMAIL && /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(text);
const isPhone = (text: string) =>
  text.length <= PHONE && !text.includes('@') && text.replace(/\D/g, '').length >= 4;

/** Cut by characters, so that no half of a pair stays behind. */
const nameOf = (text: string): string => [...text].slice(0, NAME).join('');

/** The last `<...>` is the address: a name is free text and may hold one too. */
function nameAndAddress(text: string): Facts {
  if (isEmail(text)) return { name: null, identifier: { kind: 'email', value: text } };
  const open = text.lastIndexOf('<');
  const address = text.endsWith('>') && open >= 0 ? text.slice(open + 1, -1).trim() : '';
  if (!isEmail(address)) return { name: nameOf(text), identifier: null };
  const name = text
    .slice(0, open)
    .trim()
    .replace(/^"(.*)"$/, '$1');
  return { name: name === '' ? null : nameOf(name), identifier: { kind: 'email', value: address } };
}

/** Reads one text (one line, not empty) as an adapter says. What can't be that is left out. */
export function readFacts(text: string, as: ReadAs): Facts {
  if (as === 'name') return { name: nameOf(text), identifier: null };
  if (as === 'nameAndAddress') return nameAndAddress(text);
  if (as === 'email')
    return isEmail(text) ? { name: null, identifier: { kind: 'email', value: text } } : nothing;
  if (as === 'phone')
    return isPhone(text) ? { name: null, identifier: { kind: 'phone', value: text } } : nothing;
  if (!isExternalId(text)) return nothing;
  return { name: null, identifier: { kind: 'externalId', ...as, value: text } };
}
