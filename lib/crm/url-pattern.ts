import type { UrlPattern } from '@/lib/protocol/crm-adapter';

const ANY_FOLDERS = '**';

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const segmentsOf = (path: string) => path.split('/').filter((segment) => segment !== '');

/** One segment or parameter against its pattern; puts a named part into `parts`. */
function accepts(wanted: string, actual: string, parts: Map<string, string>): boolean {
  if (!wanted.startsWith(':')) return wanted === actual;
  if (actual === '') return false;
  parts.set(wanted.slice(1), actual);
  return true;
}

function matchPath(pattern: string, pathname: string, parts: Map<string, string>): boolean {
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

/** `#!/a/b;c?d` to `/a/b`. */
const hashPath = (hash: string) => hash.replace(/^#!?/, '').split(/[?;]/)[0] ?? '';

/**
 * The named parts of an address, decoded; null where it doesn't match. Own matcher, since `URLPattern` is missing in
 * Firefox 140 and takes regular expressions.
 */
export function matchUrl(pattern: UrlPattern, url: URL): ReadonlyMap<string, string> | null {
  const parts = new Map<string, string>();
  if (!matchPath(pattern.path, url.pathname, parts)) return null;
  if (pattern.hash !== undefined && !matchPath(pattern.hash, hashPath(url.hash), parts)) return null;
  for (const [name, wanted] of Object.entries(pattern.query ?? {})) {
    const [actual, ...more] = url.searchParams.getAll(name);
    // Twice the same parameter: servers differ in which one they take.
    if (actual === undefined || more.length > 0 || !accepts(wanted, actual, parts)) return null;
  }
  return parts;
}
