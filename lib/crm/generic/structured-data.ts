import { type Evidence, POINTS, type Weighed } from './weigh';

const PERSON = /^(?:https?:\/\/schema\.org\/)?(?:Person|Patient|Customer)$/;
/** Of whom a page's data speaks besides its subject. */
const OTHERS = new Set([
  'author',
  'creator',
  'publisher',
  'provider',
  'editor',
  'employee',
  'knows',
  'sender',
]);
const DEEPEST = 5;

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

function peopleIn(value: unknown, depth = 0): Data[] {
  if (!isData(value) || depth > DEEPEST) return [];
  const isPerson = [value['@type']].flat().some((type) => typeof type === 'string' && PERSON.test(type));
  const inner = Object.entries(value).filter(([name]) => !OTHERS.has(name));
  return [...(isPerson ? [value] : []), ...inner.flatMap(([, one]) => peopleIn(one, depth + 1))];
}

function parsed(script: Element): unknown {
  try {
    return JSON.parse(script.textContent ?? '');
  } catch {
    return null;
  }
}

/**
 * Adds what schema.org data (JSON-LD) says of somebody. Nobody is read from it: it may be the last record's, and no
 * person sees it. Data on several people says nothing.
 */
export function confirmData(person: Weighed, scripts: readonly Element[]): Weighed {
  const [subject, ...more] = scripts.flatMap((script) => peopleIn(parsed(script)));
  if (!subject || more.length > 0) return person;
  const email = String(subject.email ?? '')
    .replace(/^mailto:/i, '')
    .toLowerCase();
  if (!person.mentions.some(({ item, key }) => item.zone === 'record' && key === `email ${email}`))
    return person;
  const evidence = new Set<Evidence>([...person.evidence, 'data']);
  return { ...person, evidence, points: person.points + POINTS.data };
}
