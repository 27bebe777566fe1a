import { browser } from 'wxt/browser';
import { adapters as builtInAdapters } from '@/lib/crm/registry';
import { createPairing } from '@/lib/messaging/pairing';
import { type Classified, classifySender, type SenderFacts } from '@/lib/messaging/sender';
import { createViewPorts } from '@/lib/messaging/view-ports';
import { createAdapterNews } from '@/lib/sync/adapters/adapter-news';
import { createCrmAdapters } from '@/lib/sync/adapters/crm-adapters';
import { createLearnedSites } from '@/lib/sync/adapters/learned-sites';
import { createSiteAnswers } from '@/lib/sync/adapters/site-answers';
import { createPeopleLookup } from '@/lib/sync/pages/look-up-people';
import { askPage } from '../ask-page';
import { exclusive, localArea } from '../browser-storage';
import { lookToLearn } from '../look-to-learn';
import { createSites } from '../sites';
import { adaptersChanged } from '../tell-pages';
import type { Network } from './create-network';
import type { Storage } from './create-storage';
import { clock, session } from './shared';

/** On which sites Heed may stand, who may ask from there, and how their pages are read. */
export function createKnownSites({ book, server }: Storage, { account }: Network) {
  const adapters = createCrmAdapters({ area: localArea, exclusive, account, builtIn: builtInAdapters });
  const adapterNews = createAdapterNews({ ...session, account, tell: adaptersChanged });
  const siteAnswers = createSiteAnswers({ area: localArea, exclusive, adapters });
  const lookUp = createPeopleLookup({ account, book });
  const learnedSites = createLearnedSites({ ...session, adapters, lookUp, look: lookToLearn });
  const sites = createSites({ storeOrigin: server.read, exclusive, ask: askPage });
  const classify = async (sender: SenderFacts): Promise<Classified> => {
    const isGranted = await sites.checker();
    return classifySender(sender, { id: browser.runtime.id, origin: location.origin, isGranted });
  };
  const isTop = async (tabId: number, documentId: string | null) =>
    (await askPage(tabId, documentId)) !== undefined;
  const pairing = createPairing({ ...session, clock, isTop });
  const views = createViewPorts({ classify, isPaired: pairing.isPaired });
  return { adapters, adapterNews, siteAnswers, learnedSites, sites, classify, pairing, views };
}

export type KnownSites = ReturnType<typeof createKnownSites>;
