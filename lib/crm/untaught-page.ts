import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import type { Detection } from './detect';
import { adapterOn } from './match-page';

type Here = { url: URL; document: Document };

/** Has somebody pointed at customers on other pages of this site? */
export const isTaughtSite = (here: Here, adapters: readonly CrmAdapter[]): boolean =>
  adapterOn(here, adapters, ({ evidence }) => evidence.kind === 'taught') !== undefined;

/**
 * A page that no adapter knows, of a site where somebody pointed at customers on others: it is read as it was before
 * that. But whoever taught the site has said where its customers stand: a page that may mean one of several asks nobody.
 * What a person answered of such pages before the site was taught was said of another way of reading (`SiteAnswers`).
 */
export function onUntaughtPage(reading: Detection, here: Here, adapters: readonly CrmAdapter[]): Detection {
  const asks = reading.state === 'customer' && reading.identity.trust === 'doubtful';
  return asks && isTaughtSite(here, adapters) ? { state: 'nobody', roots: reading.roots } : reading;
}
