import { defineContentScript } from 'wxt/utils/define-content-script';
import { detectGeneric } from '@/lib/crm/generic/detect-generic';
import { readerSlot } from '@/lib/crm/generic/reader-slot';

/**
 * Injected only into pages that no adapter knows, and those of a case, whose customer the adapter doesn't name: with its
 * words of thirteen languages it weighs as much as all that runs in every CRM tab.
 */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    readerSlot.put(detectGeneric);
  },
});
