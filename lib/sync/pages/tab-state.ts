import { z } from 'zod';
import type { PageIdentity, PageReport } from '@/lib/crm/page-report';
import { pageIdentitySchema, pageReportSchema } from '@/lib/messaging/content-methods';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';

/**
 * Null: none of those found, whose card numbers are `noneOf`; it says nothing of anybody who is found later. `misread`:
 * nobody was asked for, for the page is read wrongly.
 */
const choiceSchema = z.object({
  key: z.string(),
  cardNumber: z.int().nullable(),
  noneOf: z.array(z.int()).exactOptional(),
  misread: z.literal(true).exactOptional(),
});
export type Choice = z.infer<typeof choiceSchema>;

const tabSchema = z.object({
  documentId: z.string().nullable(),
  /** of the page that reported */
  origin: z.string().nullable(),
  report: pageReportSchema,
  /** something loads in this tab: nothing may be shown until the page has said again who is open */
  inDoubt: z.boolean(),
  /** what the rep chose, by identity on the page */
  choices: z.array(choiceSchema),
  /** identities shown lately, newest last: words typed for one arrive a moment after the page has gone on */
  recent: z.array(z.object({ origin: z.string(), identity: pageIdentitySchema })),
  /** documents that stood here before, or were silent when asked: asked again before what they report is believed */
  earlier: z.array(z.string()),
});
export type TabState = z.infer<typeof tabSchema>;

/** What the page in a document says now: an identity's key, null for nobody; undefined when no one answers. */
export type AskIdentity = (tabId: number, documentId: string | null) => Promise<string | null | undefined>;

type TabDeps = { area: StorageArea; exclusive: Exclusive; ask: AskIdentity };
/** What a page said of itself, and which document it was. */
export type Reported = { tabId: number; documentId: string | null; origin: string; report: PageReport };

/**
 * `overtaken`: the page has reported anew meanwhile, and whoever takes reports has told what it shows. `different`: it
 * shows someone else, or has reported and doesn't answer. `gone`: another document, or none of ours, stands there now.
 */
export type Recheck = 'same' | 'overtaken' | 'different' | 'gone';

const MOST_REMEMBERED = 10;

const blankTab: TabState = {
  documentId: null,
  origin: null,
  report: { state: 'blank', seq: -1 },
  inDoubt: false,
  choices: [],
  recent: [],
  earlier: [],
};

export type Shown = { origin: string; identity: PageIdentity };

/** The identity that a tab shows now, or showed lately, under this key, and on which site. */
export function identityOf(tab: TabState, key: string): Shown | undefined {
  return tab.recent.findLast(({ identity }) => identity.key === key);
}

/** The key on show, if anything may be shown. */
export function shownKey(tab: TabState): string | null {
  return tab.report.state === 'customer' && !tab.inDoubt ? tab.report.identity.key : null;
}

const isEarlier = ({ earlier }: TabState, documentId: string | null) =>
  documentId !== null && earlier.includes(documentId);

/** The document that reported last doesn't answer: it hangs, or what it said were its last words. */
function unheard(tab: TabState): TabState {
  const { documentId } = tab;
  const silent = documentId === null ? [] : [documentId];
  const others = tab.earlier.filter((id) => id !== documentId);
  return { ...tab, inDoubt: true, earlier: [...others, ...silent].slice(-MOST_REMEMBERED) };
}

function afterReport(tab: TabState, { documentId, origin, report }: Reported): TabState {
  const left = tab.documentId === documentId ? [] : tab.documentId === null ? [] : [tab.documentId];
  const { recent, earlier } = tab;
  const shown = report.state === 'customer' ? [{ origin, identity: report.identity }] : [];
  const isSame = (one: Shown) => one.origin === origin && one.identity.key === shown[0]?.identity.key;
  return {
    ...tab,
    documentId,
    origin,
    report,
    inDoubt: false,
    // What was chosen on one site says nothing of another, though it may show the same.
    choices: tab.origin === origin ? tab.choices : [],
    recent: [...recent.filter((one) => !isSame(one)), ...shown].slice(-MOST_REMEMBERED),
    earlier: [...earlier.filter((id) => id !== documentId && !left.includes(id)), ...left].slice(
      -MOST_REMEMBERED,
    ),
  };
}

/** The latest report per tab, kept in session storage. The page reports facts; what follows from them is decided later. */
export function createTabStates({ area, exclusive, ask }: TabDeps) {
  const tabOf = (tabId: number) =>
    createStoredValue({ area, exclusive, key: `tab:${tabId}`, schema: tabSchema, fallback: blankTab });

  /** A document we thought gone reports: "back" brought it to life, or its last words were late. Only the first answers. */
  async function isAlive(tab: TabState, { tabId, documentId }: Reported): Promise<boolean> {
    return !isEarlier(tab, documentId) || (await ask(tabId, documentId)) !== undefined;
  }

  /**
   * A page that is silent and yet the last one known is taken at its word, and shown once it answers.
   * @returns false for a report that is older than the one we have, or of a document that is gone
   */
  async function report(reported: Reported): Promise<boolean> {
    const { documentId } = reported;
    const stored = tabOf(reported.tabId);
    const before = await stored.read();
    const alive = await isAlive(before, reported);
    if (!alive && before.documentId !== documentId) return false;
    const wasAsked = (tab: TabState) =>
      !isEarlier(tab, documentId) || (isEarlier(before, documentId) && tab.documentId === before.documentId);
    let [taken, again] = [false, false];
    await stored.update((tab) => {
      // Another page came, or this one fell silent, since we looked whether to ask it.
      again = !wasAsked(tab);
      if (again) return tab;
      taken = tab.documentId !== reported.documentId || reported.report.seq > tab.report.seq;
      if (!taken) return tab;
      const next = afterReport(tab, reported);
      return alive ? next : unheard(next);
    });
    return again ? report(reported) : taken;
  }

  return {
    read: (tabId: number): Promise<TabState> => tabOf(tabId).read(),

    report,

    /** The rep says which candidate it is, or that it is none of them. Holds for this identity on this tab. */
    async choose(tabId: number, choice: Choice): Promise<void> {
      await tabOf(tabId).update((tab) => {
        const others = tab.choices.filter((c) => c.key !== choice.key);
        return { ...tab, choices: [...others, choice].slice(-MOST_REMEMBERED) };
      });
    },

    /** The rep takes back what they said of this identity. */
    async chooseAgain(tabId: number, key: string): Promise<void> {
      await tabOf(tabId).update((tab) => ({ ...tab, choices: tab.choices.filter((c) => c.key !== key) }));
    },

    /** What the rep said in this tab was said by them, of customers of their store. */
    async forgetChoices(tabId: number): Promise<void> {
      const stored = tabOf(tabId);
      // A tab that never reported has nothing to forget, and needs no row.
      if ((await stored.read()).choices.length === 0) return;
      await stored.update((tab) => ({ ...tab, choices: [] }));
    },

    /**
     * Something loads in the tab. A click inside an SPA looks the same as leaving for another page: so nothing is
     * shown until the page that reported has said again what it shows.
     */
    async recheck(tabId: number): Promise<Recheck> {
      const stored = tabOf(tabId);
      const doubted = await stored.update((tab) => ({ ...tab, inDoubt: true }));
      const { documentId, report: before } = doubted;
      const key = await ask(tabId, documentId);
      const same = key !== undefined && key === (before.state === 'customer' ? before.identity.key : null);
      const isSilent = (tab: TabState) => key === undefined && tab.documentId === documentId;
      // A report that came meanwhile is newer than our question, and has lifted the doubt itself: nothing to ask again.
      const isNewer = (tab: TabState) => tab.documentId !== documentId || tab.report.seq !== before.seq;
      const now = await stored.update((tab) => {
        // What came meanwhile may have been the last words of a page that is gone: only one that answers is shown.
        if (isSilent(tab)) return unheard(tab);
        return isNewer(tab) ? tab : { ...tab, inDoubt: !same };
      });
      if (isNewer(now)) return isSilent(now) ? 'different' : 'overtaken';
      if (same) return 'same';
      return key === undefined ? 'gone' : 'different';
    },

    forget: (tabId: number): Promise<void> => tabOf(tabId).clear(),
  };
}

export type TabStates = ReturnType<typeof createTabStates>;
