import { inLanguage } from '@/lib/platform/language';
import { chooserEs } from './es/chooser-words';
/** What the sidebar says where the rep has to say which customer it is. */
export const chooserEn = {
  title: 'Which customer is it?',
  why: {
    'identifiers-disagree': 'What stands on this page leads to different customers.',
    'shared-identifier': 'Several customers share what stands on this page.',
    'several-people': 'This page names several people.',
    'only-phone-fits': 'Only the phone fits; the rest of the page is new to us.',
    unsure: 'Heed can’t tell for sure whom this page is about.',
  },
  foundBy: { email: 'e-mail', phone: 'phone', externalId: 'customer number' },
  found: (by: string) => `found by ${by}`,
  pick: 'This one',
  /** before a name that the page alone says */
  onPage: 'On the page:',
  onPageLong: (name: string) => `on the page: ${name}`,
  accountEnd: (end: string) => `Account …${end}`,
  accountEndShort: (end: string) => `…${end}`,
  accountEndLong: (end: string) => `account number ending in ${end}`,
  askAccount:
    'To tell them apart, ask for the account number and compare how it ends. Don’t read it out: it is what proves who they are.',
  findByAccount: 'To tell them apart, ask for the account number, and find them by it.',
  newcomer: 'Someone new',
  notAllHere:
    'Not all customers are here yet: theirs may be one of them. You can say “Someone new” once all are.',
  unsure: 'Not sure? Ask the caller. Nothing but levels and what tells them apart shows until you choose.',
} as const;

export const chooserWords = inLanguage(chooserEn, chooserEs);
