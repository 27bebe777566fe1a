import type { CrmAdapter, Evidence } from '@/lib/protocol/crm-adapter';
import { ownAdapterId } from './own-id';

/** May a page's script propose this adapter? For its own host alone, under that host's id and name, known in this way. */
export function isOfHost(
  { id, label, site, evidence }: CrmAdapter,
  hostname: string,
  how: Evidence['kind'],
): boolean {
  const [host, ...more] = site.hosts;
  const goesByHost = host === hostname && more.length === 0 && site.signature === null;
  return goesByHost && label === hostname && id === ownAdapterId(hostname) && evidence.kind === how;
}
