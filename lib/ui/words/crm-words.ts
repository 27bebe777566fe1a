import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { inLanguage } from '@/lib/platform/language';
import type { CrmSite } from '@/lib/protocol/crm-adapter';
import { placesOf } from '../places-of';
import { crmEs } from './es/crm-words';

type Known = RpcOutput<'adapters.list'>[number];

/** Why a file gave no way to read a CRM. */
export type WhyNoAdapter = 'too-large' | 'no-json' | 'no-adapter' | 'too-many' | 'went-wrong';

const places = {
  more: (n: number) => ` and ${n} more`,
  lookalikes: 'any site of yours whose pages look like it',
  join: ', and on ',
};

/** The card "CRMs" of the options page. */
export const crmEn = {
  title: 'CRMs',
  lead: 'The CRMs that Heed can read, and how that is known.',
  evidence: {
    live: 'seen in a real installation',
    documented: 'by its documentation, unverified until somebody says it is right',
    taught: 'taught here',
    learned: 'learned here from answers',
    none: 'read the way a person would, and asked about',
  } satisfies Record<Known['evidence'], string>,
  otherSites: 'Any other site',
  handedOn: { taught: 'taught by your organisation', learned: 'learned by your organisation from answers' },
  more: (n: number) => `${n} more by their documentation, not seen at work yet`,
  off: 'switched off by your organisation',
  right: (site: string) => `right on ${site}`,
  wrong: (site: string) => `wrong on ${site}`,
  askAgain: 'Ask again',
  askAgainLong: (site: string) => `Ask again on ${site}`,
  remove: 'Remove',
  removeLong: (label: string) => `Remove ${label}`,
  export: 'Export',
  exportLong: (label: string) => `Export ${label}`,
  import: 'Import from a file',
  fromFile: 'from a file, and asked about once per site',
  imported: (label: string, site: CrmSite) =>
    `Heed reads ${label} on ${placesOf(site, places)} by that file from now on, and asks once per site whether it is right.`,
  why: {
    'too-large': () => 'The file is larger than 1 MB: that describes no CRM. Nothing was imported.',
    'no-json': () => 'That is no JSON file. Choose one that “Export” made. Nothing was imported.',
    'no-adapter': (where: string) =>
      `That file doesn’t describe a CRM as Heed needs it${where && ` (${where})`}. Nothing was imported.`,
    'too-many': () =>
      'You have as many CRMs of your own as Heed keeps. Remove one first; nothing was imported.',
    'went-wrong': () =>
      'Something in Heed went wrong. Nothing was imported; reload this page and choose the file again.',
  } satisfies Record<WhyNoAdapter, (where: string) => string>,
} as const;

export const crmWords = inLanguage(crmEn, crmEs);
