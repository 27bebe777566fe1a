import { browser } from 'wxt/browser';
import { GENERIC } from '@/lib/crm/generic/generic-reader';
import { diagnosisSchema } from '@/lib/messaging/doctor-methods';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import type { KnownAdapter } from '@/lib/sync/adapters/crm-adapters';
import { DOCTOR_HASH } from '@/lib/ui/doctor-hash';
import { askScript } from '../run-script';
import type { Services } from '../services';

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
async function decide(
  { siteAnswers, adapters }: Services,
  origin: string,
  diagnosis: Looked[number]['diagnosis'],
) {
  const reading = diagnosis?.reading ?? null;
  if (reading === null) return null;
  const trust = await siteAnswers.trustIn(origin, {
    key: '',
    pageKind: '',
    name: '',
    people: [],
    ...reading,
  });
  return reading.adapter === GENERIC.id && (await adapters.isOff(GENERIC.id)) ? 'off' : trust;
}

/** What the sidebar shows on this tab, whoever it is. */
async function shownOn({ account, slots }: Services, tabId: number): Promise<Looked[number]['shown']> {
  if ((await account.state()).state === 'signed-out') return 'signed-out';
  if (!(await account.bookKeys())) return 'locked';
  const slot = await slots.of(tabId);
  if (slot.state === 'blank') return 'reading';
  if (slot.state === 'choose') return 'asks';
  if (slot.state !== 'customer') return slot.state;
  if (slot.damaged) return 'damaged';
  return slot.customer.cardNumber === null ? 'new' : 'known';
}

function originOf({ from, adapter: { evidence } }: KnownAdapter): NonNullable<Looked[number]['by']> {
  if (from === 'built-in') return 'heed';
  if (from !== 'own') return from;
  return evidence.kind === 'learned' ? 'learned' : 'taught';
}

/** Of the adapter that knows a page, and of those that may no longer read its site. */
async function readersOf({ adapters, siteAnswers }: Services) {
  const [known, answers] = await Promise.all([adapters.list(), siteAnswers.list()]);
  return (origin: string, id: string | null) => {
    const one = known.find(({ adapter }) => adapter.id === id);
    const isWrong = ({ adapter }: KnownAdapter) =>
      answers.some((said) => said.origin === origin && said.adapter === adapter.id && !said.right);
    return {
      crm: one?.adapter.label ?? id,
      by: one ? originOf(one) : null,
      off: one?.off ?? false,
      wrong: known.filter(isWrong).map(({ adapter }) => adapter.label),
    };
  };
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

async function look(s: Services): Promise<Looked> {
  const readers = await readersOf(s);
  return Promise.all(
    (await openPages(s)).map(async ({ id: tabId, title, url }) => {
      const { host, origin } = new URL(url);
      const [diagnosis, shown] = await Promise.all([lookAt(tabId), shownOn(s, tabId)]);
      const decision = await decide(s, origin, diagnosis);
      const reader = readers(origin, diagnosis?.adapter ?? null);
      return { tabId, title: title.slice(0, LONGEST_TITLE), host, ...reader, diagnosis, decision, shown };
    }),
  );
}

export function doctorHandlers(s: Services) {
  return {
    'doctor.look': () => look(s),
    'doctor.open': async () => {
      await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}${DOCTOR_HASH}` });
      return {};
    },
  } satisfies Partial<RpcHandlers>;
}
