import { browser } from 'wxt/browser';
import type { BadgeLevel } from '@/lib/domain/badge-level';
import { type LanguageChoice, setLanguage } from '@/lib/platform/language';
import type { Badge } from '@/lib/sync/pages/page-reports';
import { toolbarWords as words } from '@/lib/ui/toolbar-words';
import { toolbarIcon } from './toolbar-icon';

type Look = { text: string; color?: string; level?: BadgeLevel };

type State = Exclude<Badge, null> | 'none' | 'ring';

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

/** @param tabId without it, all tabs that have no look of their own */
async function paint(state: State, tabId?: number): Promise<void> {
  const { text, color, level } = looks[state];
  const title = words[state];
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

/** The toolbar button. While the phone rings it says so, whichever tab the rep looks at. */
export function createToolbar(isRinging: () => Promise<boolean>, language: () => Promise<LanguageChoice>) {
  const stateNow = async (otherwise: State): Promise<State> => {
    setLanguage(await language());
    return (await isRinging()) ? 'ring' : otherwise;
  };
  return {
    show: async (tabId: number, badge: Badge): Promise<void> => paint(await stateNow(badge ?? 'none'), tabId),

    /** For tabs in which no page reports. */
    showElsewhere: async (): Promise<void> => paint(await stateNow('none')),
  };
}
