import { createAllHere } from '@/lib/sync/book/all-here';
import { createBookProgress } from '@/lib/sync/book/book-progress';
import { createStoreNames } from '@/lib/sync/customer/store-names';
import { createLookupPace } from '@/lib/sync/pages/lookup-pace';
import { createPageChoices } from '@/lib/sync/pages/page-choices';
import { createPageSlots } from '@/lib/sync/pages/page-slots';
import { createTabStates } from '@/lib/sync/pages/tab-state';
import { forgetAllChoices } from '../all-tabs';
import { askPage } from '../ask-page';
import type { KnownSites } from './create-known-sites';
import type { Network } from './create-network';
import type { Storage } from './create-storage';
import { clock, session } from './shared';

/** Who a tab shows, by the customers who are here. */
export function createShown(
  { book }: Storage,
  { account }: Network,
  { siteAnswers, sites, views }: KnownSites,
) {
  const paces = { ...session, now: () => clock.now().getTime() };
  const listPace = createLookupPace({ ...paces, what: 'lists' });
  const recordPace = createLookupPace({ ...paces, what: 'records' });
  const tabs = createTabStates({ ...session, ask: askPage });
  const progress = createBookProgress({ ...session, clock, onChange: () => views.counted() });
  const isAllHere = createAllHere({ account, book, progress });
  const isGranted = async (origin: string) => (await sites.checker())(origin);
  const storeNames = createStoreNames({ account, clock, told: () => views.changed() });
  const slots = createPageSlots({
    ...{ account, book, tabs, siteAnswers, storeNames, isAllHere, isGranted },
    pace: recordPace,
  });
  const choices = createPageChoices({ tabs, slots, isAllHere });
  const forgetChoices = () => forgetAllChoices(tabs);
  return { tabs, progress, slots, storeNames, choices, forgetChoices, listPace, recordPace };
}
