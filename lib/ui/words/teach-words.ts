import type { PickAs } from '@/lib/crm/teach/lesson';
import { inLanguage } from '@/lib/platform/language';
import { teachEs } from './es/teach-words';

/** What Heed says while somebody teaches it a page: over the page, and in the sidebar. */
export const teachEn = {
  title: 'Teach Heed this page',
  point: 'Click the customer’s e-mail, phone, number or name.',
  browse: 'Let me use the page first',
  goThere: 'Go to a customer’s page.',
  here: 'Here I am: I’ll point',
  more: 'Point at more',
  keys: 'Keys: arrows or Tab go through the page, Enter picks, Escape goes back or stops.',
  /** the value may run from right to left */
  onIt: (kind: string, value: string) => `${kind}: \u2068${value}\u2069`,
  aside: 'Move this aside',
  covered:
    'Something in the page lies over this panel, or fades it. It comes to the top now: press once more.',
  stop: 'Stop teaching',
  reallyStop: 'Stop, and forget what was pointed at?',
  goOn: 'Go on',
  whatIs: 'What is this?',
  kinds: { email: 'E-mail', phone: 'Phone', number: 'Customer number', name: 'Name' } satisfies Record<
    PickAs,
    string
  >,
  notThis: 'Not this',
  reads: 'Heed reads here',
  readsNobody: 'Heed sees no customer on this page.',
  open: 'Now open another customer: Heed shows whether it has understood.',
  isRight: 'Is that the customer who is open?',
  right: 'Right',
  wrong: 'Wrong',
  whatIsWrong: 'What is wrong?',
  missing: 'Something is missing',
  pointAt: (kind: string) => `Click the customer’s ${kind.toLowerCase()}.`,
  noneHere: 'This customer has none',
  back: 'Back',
  nobodyRight: 'Right, nobody is open',
  nobodyWrong: 'Somebody is: I’ll show you',
  thanks: (pages: number) =>
    pages > 1
      ? `Right on ${pages} pages. Save it in Heed’s panel: click Heed’s icon in the browser’s toolbar if it isn’t open. Or check one more customer.`
      : 'Open one more customer before you save it.',
  problems: {
    'not-that': (kind: string) =>
      `Heed finds no ${kind.toLowerCase()} in what you clicked. Click nearer, on the text itself.`,
    'same-on-all': (kind: string) =>
      `The ${kind.toLowerCase()} is the same as on the last customer’s page. It may be your own; click the customer’s.`,
  },
  lost: 'Heed can find it now, but not by anything that lasts. Click something else of this customer as well.',
  failed: 'Heed couldn’t keep that. Reload the page and begin again; nothing was saved.',

  /** in the sidebar */
  unseen: 'Is one open, and Heed doesn’t see it?',
  begin: 'Teach Heed this page',
  teaching: 'Heed is learning this site. Go on in the page.',
  learned: (site: string, pages: number) =>
    pages === 1
      ? `Heed has learned ${site} from one page.`
      : `Heed has learned ${site}, right on ${pages} pages.`,
  one: 'Check a second customer first: one page is a guess.',
  save: 'Save',

  /** in the options */
  another: 'A CRM that isn’t there, or is read wrongly',
  anotherLead: 'Show Heed who the customer is, by pointing: it goes on in that site’s tab.',
  noSite: 'Add its site first, under “Your CRM”.',
  teachSite: 'Teach Heed this CRM',
  teachSiteLong: (site: string) => `Teach Heed this CRM: ${site}`,
  notOpened: (site: string) =>
    `Heed couldn’t begin on ${site}. Open a page there yourself, and choose “Teach Heed this page” in Heed’s menu.`,
} as const;

export const teachWords = inLanguage(teachEn, teachEs);
