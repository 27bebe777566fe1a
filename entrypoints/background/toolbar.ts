import { browser } from 'wxt/browser';
import { type LanguageChoice, setLanguage } from '@/lib/platform/language';
import type { Badge } from '@/lib/sync/pages/page-reports';
import { toolbarWords as words } from '@/lib/ui/toolbar-words';

type Look = { text: string; color?: string };

type State = Exclude<Badge, null> | 'none' | 'ring';
/** What a tab would show, or how many reps wait for whoever is signed in. */
type Shown = State | { waiting: number };

/** Shape and word, as in the sidebar; the colours are the light theme's `at risk`, `watch` and accent. Nothing for OK. */
const looks: Record<State, Look> = {
  'at-risk': { text: '▲', color: '#A4262C' },
  watch: { text: '◆', color: '#7A4F00' },
  ok: { text: '' },
  unknown: { text: '' },
  ask: { text: '?', color: '#57606A' },
  none: { text: '' },
  ring: { text: '☎', color: '#0B5CAD' },
};
const WAITING = { color: '#0B5CAD' };

/** @param tabId without it, all tabs that have no look of their own */
async function paint(shown: Shown, tabId?: number): Promise<void> {
  const isCount = typeof shown === 'object';
  const { text, color }: Look = isCount ? { ...WAITING, text: String(shown.waiting) } : looks[shown];
  const title = isCount ? words.waiting(shown.waiting) : words[shown];
  const where = tabId === undefined ? {} : { tabId };
  const painted = [
    browser.action.setBadgeText({ ...where, text }),
    browser.action.setTitle({ ...where, title }),
    ...(color ? [browser.action.setBadgeBackgroundColor({ ...where, color })] : []),
    ...(color ? [browser.action.setBadgeTextColor({ ...where, color: '#FFFFFF' })] : []),
  ];
  // A tab that is gone meanwhile needs none.
  await Promise.allSettled(painted);
}

type ToolbarDeps = {
  isRinging(): Promise<boolean>;
  /** how many wait for an answer of whoever is signed in */
  waiting(): Promise<number>;
  language(): Promise<LanguageChoice>;
};

/** The toolbar button. While the phone rings or a rep waits for an answer it says so, whichever tab is looked at. */
export function createToolbar({ isRinging, waiting, language }: ToolbarDeps) {
  const stateNow = async (otherwise: State): Promise<Shown> => {
    setLanguage(await language());
    if (await isRinging()) return 'ring';
    const n = await waiting();
    return n > 0 ? { waiting: n } : otherwise;
  };
  return {
    show: async (tabId: number, badge: Badge): Promise<void> => paint(await stateNow(badge ?? 'none'), tabId),

    /** For tabs in which no page reports. */
    showElsewhere: async (): Promise<void> => paint(await stateNow('none')),
  };
}
