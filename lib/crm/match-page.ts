import type { CrmAdapter, CrmSite, CustomerPage } from '@/lib/protocol/crm-adapter';
import { queryAll } from './find-elements';
import { matchUrl } from './url-pattern';

function isHost(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/** Could a page of this host be that CRM? Where an element tells, any could. */
export function mayBeSite({ hosts, signature }: CrmSite, hostname: string): boolean {
  return signature !== null || hosts.some((pattern) => isHost(hostname, pattern));
}

/** Is this a page of that CRM? Hosts are compared whole or by suffix with its dot, never by "contains". */
export function isSite(site: CrmSite, url: URL, document: Document): boolean {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false;
  const { hosts, signature } = site;
  if (hosts.some((pattern) => isHost(url.hostname, pattern))) return true;
  return signature !== null && queryAll(document, signature).length > 0;
}

/** A kind of customer page, and the named parts of the address that made it one. */
export type OpenPage = { page: CustomerPage; parts: ReadonlyMap<string, string> };

const isNobody = (adapter: CrmAdapter, url: URL) => adapter.nobody.some((pattern) => matchUrl(pattern, url));

/** Which kind of customer page an address is; null where a page of this CRM has nobody open. */
export function matchPage(adapter: CrmAdapter, url: URL): OpenPage | null {
  if (isNobody(adapter, url)) return null;
  for (const page of adapter.pages) {
    const parts = matchUrl(page.url, url);
    if (parts) return { page, parts };
  }
  return null;
}

/** The first adapter whose site a page is, of those that know something of it. */
export function adapterOn(
  { url, document }: { url: URL; document: Document },
  adapters: readonly CrmAdapter[],
  knows: (adapter: CrmAdapter) => boolean,
): CrmAdapter | undefined {
  return adapters.find((adapter) => knows(adapter) && isSite(adapter.site, url, document));
}

const KNOWS_SOME_PAGES: ReadonlySet<string> = new Set(['taught', 'learned']);

/**
 * Who answers for a page: the first adapter that knows it, be it as nobody's. Two CRMs may share a host, and one of them
 * may be taught: it is asked first, and says nothing of the other's pages. Where none does it is some page of the first.
 * One that was taught, or learned from answers, knows a few pages of its site; the others stay as they were before.
 */
export function adapterFor(url: URL, document: Document, adapters: readonly CrmAdapter[]) {
  const here = { url, document };
  const known = adapterOn(here, adapters, (one) => isNobody(one, url) || matchPage(one, url) !== null);
  return known ?? adapterOn(here, adapters, ({ evidence }) => !KNOWS_SOME_PAGES.has(evidence.kind));
}
