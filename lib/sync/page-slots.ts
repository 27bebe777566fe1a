import type { BookStore } from '@/lib/cache/book-store';
import { GENERIC } from '@/lib/crm/generic/generic-reader';
import type { PageIdentity } from '@/lib/crm/page-report';
import type { Card } from '@/lib/domain/card';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import type { Account } from './account';
import { createFindCandidates } from './find-candidates';
import { createPeopleLookup, noteCustomer, numbersOf } from './look-up-people';
import type { LookupPace } from './lookup-pace';
import { nameOnPage } from './name-on-page';
import { newcomerAmong } from './newcomer';
import { type Resolution, resolveDoubtful, resolvePage } from './resolve-page';
import type { SiteAnswers } from './site-answers';
import { identityOf, type Shown, shownKey, type TabState, type TabStates } from './tab-state';

type SlotDeps = {
  account: Pick<Account, 'organisation' | 'bookKeys'>;
  book: Pick<BookStore, 'lookup' | 'get' | 'getAll' | 'damaged'>;
  tabs: Pick<TabStates, 'read' | 'recheck'>;
  siteAnswers: Pick<SiteAnswers, 'trustIn'>;
  pace: Pick<LookupPace, 'isOver'>;
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
 * someone new where only a phone leads to one.
 */
function withChoice(resolution: Resolution, chosen: number | null | undefined): Resolution {
  if (resolution.state !== 'choose' || chosen === undefined) return resolution;
  if (chosen === null) return MAY_BE_NOBODY.has(resolution.why) ? { state: 'unknown' } : resolution;
  const isOne = resolution.candidates.some((c) => c.number === chosen);
  return isOne ? { state: 'customer', number: chosen } : resolution;
}

/** **This page**: from what a tab reports to what may be shown of it. Nothing is remembered: cards may change any time. */
export function createPageSlots({ account, book, tabs, siteAnswers, pace, isGranted }: SlotDeps) {
  const lookUp = createPeopleLookup({ account, book });
  const candidates = createFindCandidates({ account, book });

  /** A card that was there, and isn't while blocks are damaged, is taken to be in one of them. */
  async function card(number: number): Promise<CardFound> {
    const keys = await account.bookKeys();
    if (!keys) return { card: null, damaged: false };
    const found = await book.get(number, keys);
    return { card: found, damaged: found === null && (await book.damaged()).some((b) => b.kind === 'cards') };
  }

  async function slotFor({ identity, origin }: Shown, { choices }: TabState): Promise<PageSlot> {
    const { key, name, people, adapter } = identity;
    const trust = await siteAnswers.trustIn(origin, identity);
    if (trust === 'refuse') return unshown(identity, adapter === GENERIC.id ? 'unread' : 'misread');
    const choice = choices.find((c) => c.key === key);
    if (trust === 'choose' && choice?.misread) return unshown(identity, 'misread');
    const { people: found, damaged } = await lookUp(people);
    const resolve = trust === 'choose' ? resolveDoubtful : resolvePage;
    const asRead = resolve(found.map(numbersOf));
    const resolution = withChoice(asRead, choice?.cardNumber);
    if (resolution.state === 'choose') {
      const { why } = resolution;
      // One name for the whole page tells nobody from the other.
      const nameOf = (number: number) => (identity.names ? nameOnPage(identity, found, number) : '');
      const named = await candidates(resolution.candidates, nameOf);
      return { state: 'choose', key, name, why, candidates: named };
    }
    const number = resolution.state === 'customer' ? resolution.number : null;
    const newcomer = number === null && asRead.state === 'choose';
    const stranger = newcomer ? newcomerAmong(found) : null;
    const of = stranger ? [stranger.says] : [];
    const customer = noteCustomer(newcomer ? of : found, number);
    const called = (stranger && identity.names?.[stranger.index]) ?? nameOnPage(identity, found, number);
    if (newcomer && customer.identifiers.length === 0) return unshown({ key, name: called }, 'newcomer');
    // A page that names someone by nothing we can read names nobody.
    if (number === null && !newcomer && (trust === 'choose' || customer.identifiers.length === 0))
      return unshown(identity, 'unread');
    const known = number === null ? { card: null, damaged } : await card(number);
    return { state: 'customer', key, name: called, customer, ...known, askSite: trust === 'ask', newcomer };
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
