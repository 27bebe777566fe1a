import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import type { Detection } from './detect';
import { adapterOn } from './match-page';

/**
 * A page that no adapter knows, of a site where somebody pointed at customers on others: it is read as it was before
 * that. But whoever taught the site has said where its customers stand: a page that may mean one of several asks nobody.
 * What a person answered of such pages before the site was taught was said of another way of reading (`SiteAnswers`).
 */
export function onUntaughtPage(
  reading: Detection,
  here: { url: URL; document: Document },
  adapters: readonly CrmAdapter[],
): Detection {
  const asks = reading.state === 'customer' && reading.identity.trust === 'doubtful';
  if (!asks || !adapterOn(here, adapters, ({ evidence }) => evidence.kind === 'taught')) return reading;
  return { state: 'nobody', roots: reading.roots };
}
