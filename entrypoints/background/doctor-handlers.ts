import { type Browser, browser } from 'wxt/browser';
import { diagnosisSchema } from '@/lib/messaging/doctor-methods';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import { askScript } from './run-script';
import type { Services } from './services';

type Looked = RpcOutput<'doctor.look'>;

const SCRIPT = '/doctor.js';
/** Nobody reads through more. */
const MOST_TABS = 20;
const LONGEST_TITLE = 200;

async function lookAt(tabId: number): Promise<Looked[number]['diagnosis']> {
  return diagnosisSchema.safeParse(await askScript(tabId, SCRIPT)).data ?? null;
}

/** The pages that are open on sites where Heed may stand, the latest used first. */
async function openPages({ sites }: Services): Promise<Browser.tabs.Tab[]> {
  const [isCrm, url] = await Promise.all([sites.checker(), sites.crmPatterns()]);
  if (url.length === 0) return [];
  return (await browser.tabs.query({ url }))
    .filter((tab) => URL.canParse(tab.url ?? '') && isCrm(new URL(tab.url ?? '').origin))
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
    .slice(0, MOST_TABS);
}

export function doctorHandlers(s: Services) {
  return {
    'doctor.look': async () =>
      Promise.all(
        (await openPages(s)).map(async ({ id, title = '', url = '' }) => ({
          title: title.slice(0, LONGEST_TITLE),
          host: new URL(url).host,
          diagnosis: id === undefined ? null : await lookAt(id),
        })),
      ),
  } satisfies Partial<RpcHandlers>;
}
