import { defineContentScript } from 'wxt/utils/define-content-script';
import { onceActive } from '@/lib/crm/watch/once-active';
import { startPageSession } from './page-session';

/**
 * Registered at run time, for the origins that were granted. No `matches` here: WXT would turn them into host
 * permissions asked for at install.
 */
export default defineContentScript({
  registration: 'runtime',
  // Early, so that the new page's first word takes the last page's customer away.
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main(ctx) {
    if (window.top === window) onceActive(document, ctx.signal, () => startPageSession(ctx));
  },
});
