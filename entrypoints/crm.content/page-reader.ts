import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { onCasePage } from '@/lib/crm/case-page';
import { type Detection, detect } from '@/lib/crm/detect';
import { readerSlot } from '@/lib/crm/generic/reader-slot';
import { createSightings } from '@/lib/crm/sightings';
import { onUntaughtPage } from '@/lib/crm/untaught-page';
import type { ContentClient } from '@/lib/messaging/content-client';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { errorCode } from '@/lib/platform/app-error';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { bringScript } from './bring-script';

const notYet: Detection = { state: 'not-ready', roots: [] };
const LOAD_AGAIN_AFTER = 5000;

type ReaderDeps = {
  client: ContentClient;
  ctx: ContentScriptContext;
  /** how the page is read has changed */
  changed(): void;
};

/** Reads the page as the background says. Until it has said how, nobody reads it, and nobody is shown. */
export function createPageReader({ client, ctx, changed }: ReaderDeps) {
  const sightings = createSightings();
  let how: RpcOutput<'page.adapters'> | null = null;
  let questions = 0;

  async function load(): Promise<void> {
    const question = ++questions;
    let isNews = false;
    try {
      const told = await client.call('page.adapters', {});
      // Asked again meanwhile: what it may be by now is in that answer.
      if (question !== questions) return;
      // Told to every page whenever it may have changed for one: a page may not blink for the same as before.
      isNews = JSON.stringify(told) !== JSON.stringify(how);
      how = told;
    } catch (error) {
      if (question !== questions) return;
      // The grant for this site was withdrawn: nothing of ours goes on here.
      if (errorCode(error) === 'not-allowed') ctx.notifyInvalidated();
      else if (ctx.isValid) ctx.setTimeout(() => void load(), LOAD_AGAIN_AFTER);
      return;
    }
    if (isNews) changed();
  }

  // A page that waits in the back-forward cache hears nothing of what is switched off meanwhile.
  ctx.addEventListener(
    window,
    'pageshow',
    ({ isTrusted, persisted }) => isTrusted && persisted && void load(),
  );

  /** Until it is here the page is not ready. */
  const bringReader = bringScript(client, 'generic', changed);

  function read(): Detection {
    if (!how) return notYet;
    const url = new URL(location.href);
    const found = detect(url, document, how.adapters, sightings);
    if (found.state !== 'not-a-crm' && found.state !== 'case') return found;
    const readGeneric = readerSlot.find();
    if (!readGeneric) {
      bringReader();
      return notYet;
    }
    if (found.state !== 'case')
      return onUntaughtPage(readGeneric(url, document), { url, document }, how.adapters);
    return onCasePage(readGeneric(url, document, true), found.open);
  }

  return {
    load: () => void load(),
    adapters: (): readonly CrmAdapter[] => how?.adapters ?? [],
    read,
  };
}
