import type { PickAs } from '@/lib/crm/teach/lesson';

/** What Heed says while somebody teaches it a page: over the page, and in the sidebar. */
export const teachWords = {
  title: 'Teach Heed this page',
  point: 'Click the customer’s e-mail, phone, number or name.',
  browse: 'Let me use the page first',
  goThere: 'Go to a customer’s page.',
  here: 'Here I am: I’ll point',
  more: 'Point at more',
  keys: 'Keys: arrows go through the page, Enter picks, Escape stops.',
  stop: 'Stop teaching',
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
  nobodyRight: 'Right, nobody is open',
  nobodyWrong: 'Somebody is: I’ll show you',
  thanks: (pages: number) =>
    pages > 1
      ? `Right on ${pages} pages. Save it in Heed’s own panel, or check one more.`
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
} as const;
