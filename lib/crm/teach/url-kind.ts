import type { UrlPattern } from '@/lib/protocol/crm-adapter';

/** An address as a kind: literal text, or null where it differs from customer to customer. */
export type UrlKind = {
  path: readonly (string | null)[];
  query: Readonly<Record<string, string | null>>;
  /** null where the address has no route behind `#` */
  hash: readonly (string | null)[] | null;
};

const LITERAL = /^[\w.~%=,@+-]{1,60}$/;
const ANY = '*';

/** An id by its looks: a digit in it, and no file name or version. */
const looksLikeId = (text: string) => /\d/.test(text) && !/^v\d+$|\.[a-z]{2,5}$/i.test(text);
const ID_PARAMETER = /^(?:.*id|record|no|number|nr|key|customer|contact|account|ticket|case|user)$/i;
/** Parameters of screens rather than of records. */
const SCREEN_PARAMETER =
  /^(?:tab|from|ref|utm_.*|lang|locale|sort|order|page|offset|limit|return.*|q|query|search|view_?mode)$/i;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const segments = (path: string) =>
  path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded);

function hashSegments(url: URL): string[] | null {
  const route = url.hash.replace(/^#!?/, '').split(/[?;]/)[0] ?? '';
  return route.includes('/') ? segments(route) : null;
}

const literal = (text: string): string | null => (LITERAL.test(text) && !looksLikeId(text) ? text : null);

function onceEach(url: URL): [string, string][] {
  return [...url.searchParams].filter(
    ([name]) => url.searchParams.getAll(name).length === 1 && name.length <= 60,
  );
}

/** Which kind of page one address is, by the looks of its parts. */
export function kindOfUrl(url: URL): UrlKind {
  const path = segments(url.pathname).map(literal);
  const hash = hashSegments(url)?.map(literal) ?? null;
  const parameters = onceEach(url).filter(([name]) => !SCREEN_PARAMETER.test(name));
  const ids = parameters.filter(([name, value]) => looksLikeId(value) && ID_PARAMETER.test(name));
  const hasId = path.includes(null) || (hash?.includes(null) ?? false);
  if (hasId) return { path, hash, query: {} };
  // `index.php?module=Contacts&action=DetailView&record=7`: there the other parameters say which page it is.
  const screen = path.length <= 1 ? parameters.filter(([, value]) => literal(value) !== null) : [];
  const query = { ...Object.fromEntries(screen), ...Object.fromEntries(ids.map(([name]) => [name, null])) };
  return { path, hash, query: ids.length > 0 ? query : {} };
}

/** Where two segments differ it is the record's own part, if all else is the same; null where these are two kinds of page. */
function joinSegments(
  one: readonly (string | null)[],
  other: readonly (string | null)[],
): { joined: (string | null)[]; words: number } | null {
  if (one.length !== other.length) return null;
  let words = 0;
  const joined = one.map((segment, i) => {
    if (segment === other[i]) return segment;
    if (segment !== null && other[i] !== null) words += 1;
    return null;
  });
  return { joined, words };
}

/**
 * The kind that two addresses share.
 * @returns null where they are two kinds of page: more than a name in the last place differs
 */
export function joinKinds(one: UrlKind, other: UrlKind): UrlKind | null {
  const path = joinSegments(one.path, other.path);
  const hash = joinSegments(one.hash ?? [], other.hash ?? []);
  if (!path || !hash || (one.hash === null) !== (other.hash === null)) return null;
  const route = one.hash ? hash : path;
  const isSlug = path.words + hash.words === 1 && route.joined.at(-1) === null && route.joined.length > 1;
  const hadId = [...one.path, ...(one.hash ?? []), ...Object.values(one.query)].includes(null);
  if (path.words + hash.words > 0 && !(isSlug && !hadId)) return null;
  if (Object.keys(one.query).sort().join() !== Object.keys(other.query).sort().join()) return null;
  const query = Object.entries(one.query).map(([name, value]) => [
    name,
    value === other.query[name] ? value : null,
  ]);
  return { path: path.joined, hash: one.hash && hash.joined, query: Object.fromEntries(query) };
}

export type UrlPart = { part: string; value: string };

const partName = (index: number) => `id${'abcdefgh'[index] ?? 'z'}`;

function places({ path, query, hash }: UrlKind, url: URL): string[] {
  const at = (kinds: readonly (string | null)[], actual: readonly string[]) =>
    kinds.flatMap((kind, i) => (kind === null ? [actual[i] ?? ''] : []));
  const named = Object.entries(query).flatMap(([name, value]) =>
    value === null ? [url.searchParams.get(name) ?? ''] : [],
  );
  return [...at(path, segments(url.pathname)), ...at(hash ?? [], hashSegments(url) ?? []), ...named];
}

/** The parts of an address that differ from customer to customer, under the names that {@link patternOf} gives them. */
export function partsOf(kind: UrlKind, url: URL): UrlPart[] {
  return places(kind, url).map((value, i) => ({ part: partName(i), value }));
}

/** @param proven the parts that the page confirms; the others are named by nobody and may be anything */
export function patternOf({ path, query, hash }: UrlKind, proven: ReadonlySet<string>): UrlPattern {
  let index = 0;
  const write = (text: string | null): string => {
    if (text !== null) return text;
    const part = partName(index++);
    const isProven = proven.has(part);
    return isProven ? `:${part}` : ANY;
  };
  const pattern: UrlPattern = { path: `/${path.map(write).join('/')}` };
  if (hash) pattern.hash = `/${hash.map(write).join('/')}`;
  const parameters = Object.entries(query);
  if (parameters.length > 0)
    pattern.query = Object.fromEntries(parameters.map(([name, value]) => [name, write(value)]));
  return pattern;
}
