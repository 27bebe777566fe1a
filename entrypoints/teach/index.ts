import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createScriptClient } from '@/lib/messaging/script-client';
import { isOwnBackground, type SenderFacts } from '@/lib/messaging/sender';
import { setLanguage } from '@/lib/platform/language';
import { startFlow } from './lesson-flow';
import { createOverlay } from './overlay';
import { createPupil } from './pupil';

/** In this script's own world, which the page can't see: only one of us at a time. */
const world = globalThis as typeof globalThis & { heedTeaching?: boolean };

async function teach(): Promise<void> {
  const client = createScriptClient();
  const { memory, teaching, language } = await client.call('teach.load', {});
  if (!teaching) return;
  setLanguage(language);
  const abort = new AbortController();
  const overlay = createOverlay(abort.signal);
  const close = () => {
    abort.abort();
    world.heedTeaching = false;
  };
  const stop = () => {
    close();
    client.call('teach.end', {}).catch(() => undefined); // the tab ends it at the latest
  };
  // Saved or stopped elsewhere: the background says that pages are read anew.
  const hear = (_: unknown, sender: SenderFacts): void => {
    if (!isOwnBackground(sender, browser.runtime.id) || abort.signal.aborted) return;
    client.call('teach.load', {}).then((now) => now.teaching || close(), close);
  };
  browser.runtime.onMessage.addListener(hear);
  abort.signal.addEventListener('abort', () => browser.runtime?.onMessage.removeListener(hear));
  const today = new Date().toISOString().slice(0, 10);
  startFlow({ client, pupil: createPupil(memory, today), overlay, signal: abort.signal, stop });
}

/** Put into a tab when a person teaches Heed its site; never registered for any page. */
export default defineUnlistedScript(async () => {
  if (world.heedTeaching) return;
  world.heedTeaching = true;
  await teach().catch(() => {
    world.heedTeaching = false;
  });
});
