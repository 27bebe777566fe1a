/** Does a match pattern without a path (`https://*.crm.example/*`, `<all_urls>`) take in this origin? Ports are kept apart. */
function covers(pattern: string, origin: URL): boolean {
  if (pattern === '<all_urls>') return origin.protocol === 'http:' || origin.protocol === 'https:';
  const parts = /^(\*|https?):\/\/([^/]*)\//.exec(pattern);
  const [, scheme, host] = parts ?? [];
  if (!scheme || !host) return false;
  if (`${scheme}:` !== origin.protocol && !(scheme === '*' && /^https?:$/.test(origin.protocol)))
    return false;
  if (host === '*') return true;
  if (host.startsWith('*.')) {
    const base = host.slice(2);
    return origin.hostname === base || origin.hostname.endsWith(`.${base}`);
  }
  // A pattern without a port means every port of that host.
  return /:\d+$/.test(host) ? host === origin.host : host === origin.hostname;
}

/**
 * May we stand in pages of this origin? The browser must have granted it, and it must not be the store's own:
 * the store's pages are where people sign in, no CRM.
 * @param patterns what `permissions.getAll()` lists
 * @param origin `scheme://host[:port]` of the page
 */
export function isCrmOrigin(patterns: readonly string[], storeOrigin: string, origin: string): boolean {
  if (origin === storeOrigin || !URL.canParse(origin)) return false;
  const url = new URL(origin);
  return patterns.some((pattern) => covers(pattern, url));
}
