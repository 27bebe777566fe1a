import { badgesSlot } from '@/lib/crm/lists/badges-slot';
import type { ListRow } from '@/lib/crm/lists/list-rows';
import type { ListWatcher, ListWatcherOptions } from '@/lib/crm/lists/list-watcher';
import type { ContentClient } from '@/lib/messaging/content-client';
import { bringScript } from './bring-script';

type BadgesDeps = Omit<ListWatcherOptions, 'ask'> & { client: ContentClient };

/** Badges in this page, whose script is brought when there is first something to stand beside. */
export function createPageBadges({ client, ...options }: BadgesDeps): ListWatcher {
  let watcher: ListWatcher | null = null;
  let record: ListRow | null = null;
  const bring = bringScript(client, 'badges', () => {
    watcher ??=
      badgesSlot.find()?.({ ...options, ask: (people) => client.call('page.levels', { people }) }) ?? null;
    watcher?.pageChanged(record);
  });
  const mayStand = () => record !== null || options.adapters().some(({ lists }) => lists.length > 0);

  return {
    pageChanged(next) {
      record = next;
      if (watcher) watcher.pageChanged(record);
      else if (mayStand()) bring();
    },
    closeRecord() {
      record = null;
      watcher?.closeRecord();
    },
    levelsChanged: () => watcher?.levelsChanged(),
  };
}
