import { defineContentScript } from 'wxt/utils/define-content-script';
import { badgesSlot } from '@/lib/crm/lists/badges-slot';
import { createListWatcher } from '@/lib/crm/lists/list-watcher';

/** Brought only into pages that have something to stand a badge beside: every CRM tab pays for the script that is always there. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    badgesSlot.put(createListWatcher);
  },
});
