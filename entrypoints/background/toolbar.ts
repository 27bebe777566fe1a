import { browser } from 'wxt/browser';
import type { BadgeLevel } from '@/lib/domain/badge-level';
import type { Badge } from '@/lib/sync/pages/page-reports';
import { toolbarIcon } from './toolbar-icon';

type Look = { text: string; title: string; color?: string; level?: BadgeLevel };

/** Shape (the icon) and word (the title), as in the sidebar. A text over the icon is something to be done. */
const looks: Record<Exclude<Badge, null> | 'none' | 'ring', Look> = {
  'at-risk': { text: '', title: 'Heed: At risk', level: 'at-risk' },
  watch: { text: '', title: 'Heed: Watch', level: 'watch' },
  ok: { text: '', title: 'Heed: OK', level: 'ok' },
  unknown: { text: '', title: 'Heed: Unknown', level: 'unknown' },
  ask: { text: '?', title: 'Heed: which customer is it?', color: '#57606A' },
  none: { text: '', title: 'Heed' },
  ring: { text: '☎', title: 'Heed: the phone rings. Who is it?', color: '#0B5CAD' },
};

/** @param tabId without it, all tabs that have no look of their own */
async function paint({ text, title, color, level }: Look, tabId?: number): Promise<void> {
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
export function createToolbar(isRinging: () => Promise<boolean>) {
  return {
    show: async (tabId: number, badge: Badge): Promise<void> =>
      paint(looks[(await isRinging()) ? 'ring' : (badge ?? 'none')], tabId),

    /** For tabs in which no page reports. */
    showElsewhere: async (): Promise<void> => paint(looks[(await isRinging()) ? 'ring' : 'none']),
  };
}
