import type { Address, UrlPattern } from '@/lib/protocol/crm-adapter';
import { partName, partValue } from '@/lib/protocol/named-part';
import { decoded } from './decoded';

const ANY_FOLDERS = '**';
const ANY = '*';

type Parts = Map<string, string>;

const segmentsOf = (path: string) => path.split('/').filter((segment) => segment !== '');

/** One segment or parameter against its pattern; puts a named part into `parts`. */
function accepts(wanted: string, actual: string, parts: Parts): boolean {
  if (wanted === ANY) return actual !== '';
  if (!wanted.startsWith(':')) return wanted === actual;
  const name = partName(wanted);
  const value = partValue(wanted, actual);
  if (name === null || value === null) return false;
  parts.set(name, value);
  return true;
}

function matchPath(pattern: string, pathname: string, parts: Parts): boolean {
  const wanted = segmentsOf(pattern);
  let actual = segmentsOf(pathname);
  if (wanted[0] === ANY_FOLDERS) {
    wanted.shift();
    if (actual.length < wanted.length) return false;
    actual = actual.slice(actual.length - wanted.length);
  }
  if (wanted.length !== actual.length) return false;
  return wanted.every((segment, i) => {
    const text = decoded(actual[i] ?? '');
    return text !== null && accepts(segment, text, parts);
  });
}

function matchQuery(pattern: Address['query'], query: URLSearchParams, parts: Parts): boolean {
  return Object.entries(pattern ?? {}).every(([name, wanted]) => {
    const [actual, ...more] = query.getAll(name);
    // Twice the same parameter: servers differ in which one they take.
    return actual !== undefined && more.length === 0 && accepts(wanted, actual, parts);
  });
}

/** `#!/a/b;c?d` to `/a/b`. */
export const hashPath = (hash: string) => hash.replace(/^#!?/, '').split(/[?;]/)[0] ?? '';

/** `#/a/b?c=d` and `#c=d` to `c=d`. */
export const hashQuery = (hash: string) => new URLSearchParams(hash.replace(/^#(?:[^?]*\?)?/, ''));

function matchAddress(pattern: Address, url: URL, parts: Parts): boolean {
  return (
    matchPath(pattern.path, url.pathname, parts) &&
    (pattern.hash === undefined || matchPath(pattern.hash, hashPath(url.hash), parts)) &&
    matchQuery(pattern.query, url.searchParams, parts) &&
    matchQuery(pattern.hashQuery, hashQuery(url.hash), parts)
  );
}

/** An address as it is written inside another or on a page; never one on another origin. */
export function innerUrl(text: string, { origin, href }: Pick<URL, 'origin' | 'href'>): URL | null {
  if (!URL.canParse(text, href)) return null;
  const url = new URL(text, href);
  return url.origin === origin ? url : null;
}

/**
 * The named parts of an address, decoded; null where it doesn't match. Own matcher, since `URLPattern` is missing in
 * Firefox 140 and takes regular expressions.
 */
export function matchUrl(pattern: UrlPattern, url: URL): ReadonlyMap<string, string> | null {
  const parts: Parts = new Map();
  if (!matchAddress(pattern, url, parts)) return null;
  for (const [name, address] of Object.entries(pattern.inner ?? {})) {
    const inner = innerUrl(parts.get(name) ?? '', new URL('/', url));
    if (!inner || !matchAddress(address, inner, parts)) return null;
  }
  return parts;
}
