import type { CrmAdapter, CrmSite, CustomerPage } from '@/lib/protocol/crm-adapter';
import { hasMatch } from './find-elements';
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
  return signature !== null && hasMatch(document, signature);
}

/** A kind of customer page, and the named parts of the address that made it one. */
export type OpenPage = { page: CustomerPage; parts: ReadonlyMap<string, string> };

/** Which kind of customer page an address is; null where a page of this CRM has nobody open. */
export function matchPage(adapter: CrmAdapter, url: URL): OpenPage | null {
  if (adapter.nobody.some((pattern) => matchUrl(pattern, url))) return null;
  for (const page of adapter.pages) {
    const parts = matchUrl(page.url, url);
    if (parts) return { page, parts };
  }
  return null;
}
