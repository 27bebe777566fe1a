import type { BookStore } from '@/lib/cache/book-store';
import { GENERIC } from '@/lib/crm/generic/generic-reader';
import type { PageIdentity } from '@/lib/crm/page-report';
import type { Card } from '@/lib/domain/card';
import type { Candidate, PageSlot } from '@/lib/messaging/sidebar-view';
import type { Account } from '@/lib/sync/account/account';
import type { SiteAnswers } from '@/lib/sync/adapters/site-answers';
import type { StoreNames } from '@/lib/sync/customer/store-names';
import { createFindCandidates } from './find-candidates';
import { createPeopleLookup, noteCustomer, numbersOf, type PersonFound } from './look-up-people';
import type { LookupPace } from './lookup-pace';
import { nameOnPage } from './name-on-page';
import { newcomerAmong } from './newcomer';
import { isNoneOf } from './none-of';
import { type Resolution, type ResolvedCandidate, resolveDoubtful, resolvePage } from './resolve-page';
import { type Choice, identityOf, type Shown, shownKey, type TabState, type TabStates } from './tab-state';

type SlotDeps = {
  account: Pick<Account, 'organisation' | 'bookKeys'>;
  book: Pick<BookStore, 'lookup' | 'get' | 'getAll' | 'damaged'>;
  tabs: Pick<TabStates, 'read' | 'recheck'>;
  siteAnswers: Pick<SiteAnswers, 'trustIn'>;
  storeNames: Pick<StoreNames, 'of'>;
  pace: Pick<LookupPace, 'isOver'>;
  isAllHere: () => Promise<boolean>;
  /** whether Heed may still read pages of this origin */
  isGranted: (origin: string) => Promise<boolean>;
};

/** `damaged`: there is a card, and it can't be read until it is fetched again. */
export type CardFound = { card: Card | null; damaged: boolean };

/** Of these the rep may say that it is none. */
const MAY_BE_NOBODY: ReadonlySet<string> = new Set(['only-phone-fits', 'unsure']);
const blank: PageSlot = { state: 'blank' };

type Why = NonNullable<Extract<PageSlot, { state: 'nobody' }>['of']>['why'];

/** Nobody shows, and whoever shows it can tell that it is this page's nobody. */
function unshown({ key, name }: Pick<PageIdentity, 'key' | 'name'>, why: Why): PageSlot {
  return { state: 'nobody', of: { key, name: why === 'newcomer' ? name : '', why } };
}

/**
 * What the rep chose stands in for what the identifiers left open, as long as it is one of the candidates, or
 * someone new where only a phone leads to one, and to nobody who was not among them when the rep said so.
 */
function withChoice(
  resolution: Resolution,
  candidates: readonly Candidate[],
  choice: Choice | undefined,
): Resolution {
  if (!choice) return resolution;
  // “Not this customer”, said of this very one.
  if (resolution.state === 'customer' && choice.noneOf?.includes(resolution.number))
    return { state: 'unknown' };
  if (resolution.state !== 'choose') return resolution;
  const { cardNumber: number } = choice;
  if (number === null) {
    const isNew = MAY_BE_NOBODY.has(resolution.why) && isNoneOf(candidates, choice.noneOf);
    return isNew ? { state: 'unknown' } : resolution;
  }
  const isOne = resolution.candidates.some((c) => c.number === number);
  return isOne ? { state: 'customer', number } : resolution;
}

/** **This page**: from what a tab reports to what may be shown of it. Nothing is remembered: cards may change any time. */
export function createPageSlots({ account, book, tabs, siteAnswers, pace, ...deps }: SlotDeps) {
  const { isAllHere, isGranted, storeNames } = deps;
  const lookUp = createPeopleLookup({ account, book });
  const candidates = createFindCandidates({ account, book, storeNames });

  /** A card that was there, and isn't while blocks are damaged, is taken to be in one of them. */
  async function card(number: number): Promise<CardFound> {
    const keys = await account.bookKeys();
    if (!keys) return { card: null, damaged: false };
    const found = await book.get(number, keys);
    return { card: found, damaged: found === null && (await book.damaged()).some((b) => b.kind === 'cards') };
  }

  /** One name for the whole page tells nobody from the other. */
  function named(
    some: readonly ResolvedCandidate[],
    identity: PageIdentity,
    found: readonly PersonFound[],
  ): Promise<Candidate[]> {
    const nameOf = (number: number) => (identity.names ? nameOnPage(identity, found, number) : '');
    return candidates(some, { nameOf, apart: true });
  }

  async function slotFor({ identity, origin }: Shown, { choices }: TabState): Promise<PageSlot> {
    const { key, name, people, adapter } = identity;
    const trust = await siteAnswers.trustIn(origin, identity);
    const choice = choices.find((c) => c.key === key);
    if (trust === 'refuse' || (trust === 'choose' && choice?.misread))
      return unshown(identity, adapter === GENERIC.id && !choice?.misread ? 'unread' : 'misread');
    const { people: found, damaged } = await lookUp(people);
    const resolve = trust === 'choose' ? resolveDoubtful : resolvePage;
    const asRead = resolve(found.map(numbersOf));
    // Which of all that stands there is a customer's can't be told now, and a note may go by none of it.
    if (choice?.noneOf && asRead.state === 'unknown' && (damaged || !(await isAllHere())))
      return unshown(identity, 'newcomer');
    const among = asRead.state === 'choose' ? await named(asRead.candidates, identity, found) : [];
    const resolution = withChoice(asRead, among, choice);
    if (resolution.state === 'choose')
      return { state: 'choose', key, name, why: resolution.why, candidates: among };
    const number = resolution.state === 'customer' ? resolution.number : null;
    const newcomer = number === null && asRead.state !== 'unknown';
    const stranger = newcomer ? newcomerAmong(found) : null;
    const of = stranger ? [stranger.says] : [];
    const customer = noteCustomer(newcomer ? of : found, number);
    const called = (stranger && identity.names?.[stranger.index]) ?? nameOnPage(identity, found, number);
    if (newcomer && customer.identifiers.length === 0) return unshown({ key, name: called }, 'newcomer');
    // A page that names someone by nothing we can read names nobody.
    if (number === null && !newcomer && (trust === 'choose' || customer.identifiers.length === 0))
      return unshown(identity, 'unread');
    const known = number === null ? { card: null, damaged } : await card(number);
    const accountEnd = among.find((one) => one.card.number === number)?.accountEnd ?? '';
    const shown = { key, name: called, accountEnd, customer };
    return { state: 'customer', ...shown, ...known, askSite: trust === 'ask', newcomer };
  }

  /** What a page said before its grant was withdrawn holds no more: nobody watches it now. */
  async function granted(tabId: number): Promise<TabState | null> {
    const tab = await tabs.read(tabId);
    return tab.origin === null || (await isGranted(tab.origin)) ? tab : null;
  }

  async function settled(tabId: number): Promise<TabState | null> {
    const tab = await granted(tabId);
    if (!tab?.inDoubt) return tab;
    // The worker was killed between doubting and asking.
    await tabs.recheck(tabId);
    return granted(tabId);
  }

  return {
    card,

    /** What may be shown for this tab now. */
    async of(tabId: number): Promise<PageSlot> {
      const tab = await settled(tabId);
      if (!tab) return blank;
      if (tab.report.state === 'nobody' && !tab.inDoubt) return { state: 'nobody' };
      if (tab.report.state !== 'customer' || shownKey(tab) === null) return blank;
      if (await pace.isOver(tabId)) return { state: 'paused' };
      const { report, origin } = tab;
      return origin === null ? blank : slotFor({ origin, identity: report.identity }, tab);
    },

    /** Who stood on this tab under this key, now or a moment ago; blank when it never showed that. */
    async ofKey(tabId: number, key: string): Promise<PageSlot> {
      const tab = await granted(tabId);
      const shown = tab && identityOf(tab, key);
      return shown ? slotFor(shown, tab) : blank;
    },
  };
}

export type PageSlots = ReturnType<typeof createPageSlots>;
