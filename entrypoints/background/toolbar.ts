import { browser } from 'wxt/browser';
import type { BadgeLevel } from '@/lib/domain/badge-level';
import { type LanguageChoice, setLanguage } from '@/lib/platform/language';
import type { Badge } from '@/lib/sync/pages/page-reports';
import { toolbarWords as words } from '@/lib/ui/words/toolbar-words';
import { toolbarIcon } from './toolbar-icon';

type Look = { text: string; color?: string; level?: BadgeLevel };

type State = Exclude<Badge, null> | 'none' | 'ring';
/** What a tab would show, or how many reps wait for whoever is signed in. */
type Shown = State | { waiting: number };

/** The badge's shape is the icon, its word the title. A text over the icon is something to be done. */
const looks: Record<State, Look> = {
  'at-risk': { text: '', level: 'at-risk' },
  watch: { text: '', level: 'watch' },
  ok: { text: '', level: 'ok' },
  unknown: { text: '', level: 'unknown' },
  ask: { text: '?', color: '#57606A' },
  none: { text: '' },
  ring: { text: '☎', color: '#0B5CAD' },
};
const WAITING = { color: '#0B5CAD' };

/** @param tabId without it, all tabs that have no look of their own */
async function paint(shown: Shown, tabId?: number): Promise<void> {
  const isCount = typeof shown === 'object';
  const { text, color, level }: Look = isCount ? { ...WAITING, text: String(shown.waiting) } : looks[shown];
  const title = isCount ? words.waiting(shown.waiting) : words[shown];
  const where = tabId === undefined ? {} : { tabId };
  const painted = [
    browser.action.setBadgeText({ ...where, text }),
    browser.action.setTitle({ ...where, title }),
    browser.action.setIcon({ ...where, ...toolbarIcon(level) }),
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
