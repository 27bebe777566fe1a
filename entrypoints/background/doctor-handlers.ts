import { browser } from 'wxt/browser';
import { GENERIC } from '@/lib/crm/generic/generic-reader';
import { diagnosisSchema } from '@/lib/messaging/doctor-methods';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import { askScript } from './run-script';
import type { Services } from './services';

type Looked = RpcOutput<'doctor.look'>;
type OpenPage = { id: number; title: string; url: string };

const SCRIPT = '/doctor.js';
/** Nobody reads through more. */
const MOST_TABS = 20;
const LONGEST_TITLE = 200;

async function lookAt(tabId: number): Promise<Looked[number]['diagnosis']> {
  return diagnosisSchema.safeParse(await askScript(tabId, SCRIPT)).data ?? null;
}

/** What the sidebar makes of that reading. */
async function decide({ siteAnswers }: Services, origin: string, diagnosis: Looked[number]['diagnosis']) {
  const reading = diagnosis?.reading ?? null;
  if (reading === null) return null;
  const trust = await siteAnswers.trustIn(origin, {
    key: '',
    pageKind: '',
    name: '',
    people: [],
    ...reading,
  });
  return trust === 'refuse' && reading.adapter === GENERIC.id ? 'off' : trust;
}

/** The pages that are open on sites where Heed may stand, the latest used first. */
async function openPages({ sites }: Services): Promise<OpenPage[]> {
  const [isCrm, url] = await Promise.all([sites.checker(), sites.crmPatterns()]);
  if (url.length === 0) return [];
  return (await browser.tabs.query({ url }))
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
    .flatMap(({ id, title = '', url: at = '' }) =>
      id !== undefined && URL.canParse(at) && isCrm(new URL(at).origin) ? [{ id, title, url: at }] : [],
    )
    .slice(0, MOST_TABS);
}

export function doctorHandlers(s: Services) {
  return {
    'doctor.look': async () => {
      const known = await s.adapters.list();
      const labels = new Map(known.map(({ adapter: { id, label } }) => [id, label]));
      return Promise.all(
        (await openPages(s)).map(async ({ id: tabId, title, url }) => {
          const { host, origin } = new URL(url);
          const diagnosis = await lookAt(tabId);
          const decision = await decide(s, origin, diagnosis);
          const crm = labels.get(diagnosis?.adapter ?? '') ?? diagnosis?.adapter ?? null;
          return { tabId, title: title.slice(0, LONGEST_TITLE), host, crm, diagnosis, decision };
        }),
      );
    },
  } satisfies Partial<RpcHandlers>;
}
