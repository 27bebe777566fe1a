import { browser } from 'wxt/browser';
import type { Badge } from '@/lib/sync/page-reports';

type Look = { text: string; title: string; color?: string };

/** Shape and word, as in the sidebar; the colours are the light theme's `at risk` and `watch`. Nothing for OK. */
const looks: Record<Exclude<Badge, null> | 'none', Look> = {
  'at-risk': { text: '▲', title: 'Heed: At risk', color: '#A4262C' },
  watch: { text: '◆', title: 'Heed: Watch', color: '#7A4F00' },
  ok: { text: '', title: 'Heed: OK' },
  unknown: { text: '', title: 'Heed: Unknown' },
  ask: { text: '?', title: 'Heed: which customer is it?', color: '#57606A' },
  none: { text: '', title: 'Heed' },
};

/** Paints the toolbar button of one tab. A tab that is gone meanwhile needs none. */
export async function showBadge(tabId: number, badge: Badge): Promise<void> {
  const { text, title, color } = looks[badge ?? 'none'];
  const painted = [
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setTitle({ tabId, title }),
    ...(color ? [browser.action.setBadgeBackgroundColor({ tabId, color })] : []),
    ...(color ? [browser.action.setBadgeTextColor({ tabId, color: '#FFFFFF' })] : []),
  ];
  await Promise.allSettled(painted);
}
