import type { UrlPattern } from '@/lib/protocol/crm-adapter';
import { decoded } from '../decoded';
import { hashQuery as hashParameters, hashPath } from '../url-pattern';

/** An address as a kind: literal text, or null where it differs from customer to customer. */
export type UrlKind = {
  path: readonly Kind[];
  query: Parameters;
  /** null where the address has no route behind `#` */
  hash: readonly Kind[] | null;
  /** parameters behind `#` (`#id=7&model=res.partner`) */
  hashQuery: Parameters;
};
type Kind = string | null;
type Parameters = Readonly<Record<string, Kind>>;

const LITERAL = /^[\w.~%=,@+-]{1,60}$/;
const ANY = '*';

/** An id by its looks: a digit in it, and no file name or version. */
const looksLikeId = (text: string) => /\d/.test(text) && !/^v\d+$|\.[a-z]{2,5}$/i.test(text);
const ID_PARAMETER = /^(?:.*id|record|no|number|nr|key|customer|contact|account|ticket|case|user)$/i;
/** Parameters of screens rather than of records. */
const SCREEN_PARAMETER =
  /^(?:tab|from|ref|utm_.*|lang|locale|sort|order|page|offset|limit|return.*|q|query|search|view_?mode)$/i;

const segments = (path: string) =>
  path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => decoded(segment) ?? segment);

function hashSegments(url: URL): string[] | null {
  const route = hashPath(url.hash);
  return route.includes('/') ? segments(route) : null;
}

const literal = (text: string): Kind => (LITERAL.test(text) && !looksLikeId(text) ? text : null);

/** Those that an adapter can ask for: there once, under a plain name. */
const onceEach = (all: URLSearchParams): [string, string][] =>
  [...all].filter(([name]) => all.getAll(name).length === 1 && /^[\w.[\]-]{1,60}$/.test(name));

/** The parameters that name a record. @param alone the route says nothing: the other parameters say which page it is */
function parametersOf(all: URLSearchParams, alone: boolean): Parameters {
  const own = onceEach(all).filter(([name]) => !SCREEN_PARAMETER.test(name));
  const ids = own.filter(([name, value]) => looksLikeId(value) && ID_PARAMETER.test(name));
  if (ids.length === 0) return {};
  // `index.php?module=Contacts&action=DetailView&record=7`
  const screen = alone ? own.filter(([, value]) => literal(value) !== null) : [];
  return { ...Object.fromEntries(screen), ...Object.fromEntries(ids.map(([name]) => [name, null])) };
}

/** Which kind of page one address is, by the looks of its parts. */
export function kindOfUrl(url: URL): UrlKind {
  const path = segments(url.pathname).map(literal);
  const hash = hashSegments(url)?.map(literal) ?? null;
  if (path.includes(null) || hash?.includes(null)) return { path, hash, query: {}, hashQuery: {} };
  const query = parametersOf(url.searchParams, path.length <= 1);
  const hashQuery = parametersOf(hashParameters(url.hash), (hash ?? []).length <= 1);
  return { path, hash, query, hashQuery };
}

/** Where two segments differ it is the record's own part, if all else is the same; null where these are two kinds of page. */
function joinSegments(
  one: readonly Kind[],
  other: readonly Kind[],
): { joined: Kind[]; words: number } | null {
  if (one.length !== other.length) return null;
  let words = 0;
  const joined = one.map((segment, i) => {
    if (segment === other[i]) return segment;
    if (segment !== null && other[i] !== null) words += 1;
    return null;
  });
  return { joined, words };
}

/** Parameters have names: the same ones, and another word in one of them is another screen. */
function joinParameters(one: Parameters, other: Parameters): Parameters | null {
  const names = Object.keys(one);
  if (names.sort().join() !== Object.keys(other).sort().join()) return null;
  const isOther = names.some(
    (name) => one[name] !== other[name] && one[name] !== null && other[name] !== null,
  );
  if (isOther) return null;
  return Object.fromEntries(
    Object.entries(one).map(([name, value]) => [name, value === other[name] ? value : null]),
  );
}

/**
 * The kind that two addresses share.
 * @returns null where they are two kinds of page: more than a name in the last place differs
 */
export function joinKinds(one: UrlKind, other: UrlKind): UrlKind | null {
  const path = joinSegments(one.path, other.path);
  const hash = joinSegments(one.hash ?? [], other.hash ?? []);
  const query = joinParameters(one.query, other.query);
  const hashQuery = joinParameters(one.hashQuery, other.hashQuery);
  if (!path || !hash || !query || !hashQuery || (one.hash === null) !== (other.hash === null)) return null;
  const route = one.hash ? hash : path;
  const isSlug = path.words + hash.words === 1 && route.joined.at(-1) === null && route.joined.length > 1;
  if (path.words + hash.words > 0 && !(isSlug && !hasId(one))) return null;
  return { path: path.joined, hash: one.hash && hash.joined, query, hashQuery };
}

const hasId = ({ path, hash, query, hashQuery }: UrlKind) =>
  [...path, ...(hash ?? []), ...Object.values(query), ...Object.values(hashQuery)].includes(null);

export type UrlPart = { part: string; value: string };

const partName = (index: number) => `id${'abcdefghijklmnopqrstuvwxy'[index] ?? 'z'}`;

/** In the order in which {@link patternOf} writes them. */
function places({ path, query, hash, hashQuery }: UrlKind, url: URL): string[] {
  const at = (kinds: readonly Kind[], actual: readonly string[]) =>
    kinds.flatMap((kind, i) => (kind === null ? [actual[i] ?? ''] : []));
  const named = (kinds: Parameters, actual: URLSearchParams) =>
    Object.entries(kinds).flatMap(([name, value]) => (value === null ? [actual.get(name) ?? ''] : []));
  return [
    ...at(path, segments(url.pathname)),
    ...at(hash ?? [], hashSegments(url) ?? []),
    ...named(query, url.searchParams),
    ...named(hashQuery, hashParameters(url.hash)),
  ];
}

/** The parts of an address that differ from customer to customer, under the names that {@link patternOf} gives them. */
export function partValues(kind: UrlKind, url: URL): UrlPart[] {
  return places(kind, url).map((value, i) => ({ part: partName(i), value }));
}

/** @param proven the parts that the page confirms; the others are named by nobody and may be anything */
export function patternOf(
  { path, query, hash, hashQuery }: UrlKind,
  proven: ReadonlySet<string>,
): UrlPattern {
  let index = 0;
  const write = (text: Kind): string => {
    if (text !== null) return text;
    const part = partName(index++);
    const isProven = proven.has(part);
    return isProven ? `:${part}` : ANY;
  };
  const writeAll = (kinds: Parameters) =>
    Object.fromEntries(Object.entries(kinds).map(([name, value]) => [name, write(value)]));
  return {
    path: `/${path.map(write).join('/')}`,
    ...(hash && { hash: `/${hash.map(write).join('/')}` }),
    ...(Object.keys(query).length > 0 && { query: writeAll(query) }),
    ...(Object.keys(hashQuery).length > 0 && { hashQuery: writeAll(hashQuery) }),
  };
}
