import type { Draft } from '@/lib/cache/drafts';
import { standInName } from '@/lib/domain/stand-in-name';
import type { StoreNames } from '@/lib/sync/customer/store-names';

/**
 * What the store calls the customer, kept with the note, sealed as its words are, once it was said for a verified caller: else
 * whoever waits on hold, or is left for another, would be a number again as soon as nobody is verified any more.
 */
export function createKeepName({ storeNames }: { storeNames: Pick<StoreNames, 'callOf'> }) {
  return async (draft: Draft): Promise<Draft> => {
    if (draft.name !== '' || draft.called) return draft;
    const called = await storeNames.callOf(draft);
    return called === standInName(draft.customer) ? draft : { ...draft, called };
  };
}

export type KeepName = ReturnType<typeof createKeepName>;
