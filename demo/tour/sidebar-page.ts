import type { Frame, Locator, Page } from 'playwright-core';

/** The sidebar as a rep sees it on a CRM page: found by what it says, read as text. */
export type SidebarPage = {
  /** wide, rather than the tab at the edge */
  isUnfolded(): Promise<boolean>;
  /** what the folded tab says of itself, `Heed: OK. Open`; empty while it is unfolded */
  tab(): Promise<string>;
  badge(): Promise<string>;
  name(): Promise<string>;
  prompts(): Promise<string[]>;
  /** the lines of a part, `Score 4 · 12 days ago` */
  linesOf(title: RegExp): Promise<string[]>;
  region(title: RegExp): Locator;
  button(name: string | RegExp): Locator;
  /** goes there with the pointer and clicks, as a hand does: what has consequences wants both */
  press(name: string | RegExp): Promise<void>;
  field(label: string): Locator;
  /** an entry of the list that is open */
  option(name: string): Locator;
  /** what stands at the other end of a part's headline: how old, how much, whether saved */
  asideOf(title: RegExp): Promise<string>;
  /** the last line: online or not, how much is unsent */
  footer(): Promise<string>;
  /** the line that names the call’s customer and the page’s, where they differ */
  twoPeople(): Promise<string>;
  /** what is read out to those who listen to their screen */
  announced(): Promise<string>;
  /** the earlier notes: who wrote each, when, and what */
  notes(): Promise<string[]>;
  note(words: string): Locator;
  /** all that can be read in it */
  text(): Promise<string>;
};

const isSidebar = (frame: Frame) => /^(chrome|moz)-extension:\/\/[^/]+\/sidebar\.html/.test(frame.url());

/**
 * The frame sits in a closed shadow root and has an address of its own each time; Playwright lists it all the same.
 * @throws when the page holds no sidebar
 */
function frameOf(page: Page): Frame {
  const frame = page.frames().find(isSidebar);
  if (!frame) throw new Error('no sidebar on the page');
  return frame;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

export function sidebarOn(page: Page): SidebarPage {
  const frame = () => frameOf(page);
  const region = (title: RegExp) => frame().getByRole('region', { name: title });
  // Rendered text, as a person reads it; empty while there is nothing.
  const textOf = async (locator: Locator) => oneLine((await locator.allInnerTexts()).join(' '));
  return {
    region,
    isUnfolded: async () => (await frame().evaluate(() => innerWidth)) > 100,
    tab: async () => {
      const tab = frame().locator('.collapsed-tab');
      return (await tab.count()) > 0 ? ((await tab.getAttribute('aria-label')) ?? '') : '';
    },
    badge: () => textOf(frame().locator('.customer-header .risk-badge')),
    name: () => textOf(frame().locator('.customer-header h1')),
    prompts: async () => (await frame().locator('.prompt-intent').allInnerTexts()).map(oneLine),
    linesOf: async (title) => {
      const values = await region(title).locator('dd').allInnerTexts();
      const terms = await region(title).locator('dt').allInnerTexts();
      return terms.map((term, i) => oneLine(`${term}: ${values[i] ?? ''}`));
    },
    button: (name) => frame().getByRole('button', { name }),
    press: async (name) => {
      const button = frame().getByRole('button', { name });
      await button.scrollIntoViewIfNeeded();
      await frame()
        .locator('body')
        .hover({ position: { x: 4, y: 4 }, force: true });
      // Half a second in plain sight, as `lib/ui/visible-guard.ts` wants it.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await button.click();
    },
    field: (label) => frame().getByLabel(label, { exact: true }),
    option: (name) => frame().getByRole('option', { name }),
    asideOf: (title) => textOf(region(title).locator('.section-head .label')),
    footer: () => textOf(frame().locator('.sync-state')),
    twoPeople: () => textOf(frame().locator('.slot-banner')),
    announced: () => textOf(frame().locator('p.sidebar-said')),
    note: (words) => frame().locator('.history-entry').filter({ hasText: words }),
    notes: async () => (await frame().locator('.history-entry').allInnerTexts()).map(oneLine),
    text: () => textOf(frame().locator('body')),
  };
}
