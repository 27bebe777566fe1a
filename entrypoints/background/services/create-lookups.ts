import { type ToolbarClick, toolbarClickSchema } from '@/lib/messaging/lookup-methods';
import { createStoredValue } from '@/lib/platform/stored-value';
import { createLookupView } from '@/lib/sync/lookup/lookup-view';
import { createLookups } from '@/lib/sync/lookup/lookups';
import { createLookupPace } from '@/lib/sync/pages/lookup-pace';
import { exclusive, localArea } from '../browser-storage';
import type { Network } from './create-network';
import type { Notes } from './create-notes';
import type { Pages } from './create-pages';
import type { Storage } from './create-storage';
import type { Sync } from './create-sync';
import { clock, session } from './shared';

/** Looking up from the toolbar and the address bar, and what a click on the toolbar's button does. */
export function createLookingUp(
  { drafts }: Storage,
  { account }: Network,
  { pages, notes, sync }: { pages: Pages; notes: Notes; sync: Sync },
) {
  const { phone, ringSlots } = notes;
  const pace = createLookupPace({ ...session, now: () => clock.now().getTime(), what: 'typed' });
  return {
    lookups: createLookups({ account, phone, ringSlots, pace }),
    lookupView: createLookupView({
      account,
      drafts,
      storeNames: pages.storeNames,
      phone,
      status: sync.status,
    }),
    toolbarClick: createStoredValue<ToolbarClick>({
      ...{ area: localArea, exclusive, key: 'toolbarClick' },
      schema: toolbarClickSchema,
      fallback: 'find',
    }),
  };
}
