import { browser } from 'wxt/browser';
import type { Badge } from '@/lib/sync/pages/page-reports';

type Look = { text: string; title: string; color?: string };

/** Shape and word, as in the sidebar; the colours are the light theme's `at risk`, `watch` and accent. Nothing for OK. */
const looks: Record<Exclude<Badge, null> | 'none' | 'ring', Look> = {
  'at-risk': { text: '▲', title: 'Heed: At risk', color: '#A4262C' },
  watch: { text: '◆', title: 'Heed: Watch', color: '#7A4F00' },
  ok: { text: '', title: 'Heed: OK' },
  unknown: { text: '', title: 'Heed: Unknown' },
  ask: { text: '?', title: 'Heed: which customer is it?', color: '#57606A' },
  none: { text: '', title: 'Heed' },
  ring: { text: '☎', title: 'Heed: the phone rings. Who is it?', color: '#0B5CAD' },
};

/** @param tabId without it, all tabs that have no look of their own */
async function paint({ text, title, color }: Look, tabId?: number): Promise<void> {
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

const approvals = (n: number): Look => ({
  text: String(n),
  title: `Heed: ${n} ${n === 1 ? 'rep asks' : 'reps ask'} for your approval`,
  color: '#0B5CAD',
});

/**
 * The toolbar button. While the phone rings, or a rep waits for an approval, it says so, whichever tab is looked at.
 * @param waiting how many wait for who is signed in
 */
export function createToolbar(isRinging: () => Promise<boolean>, waiting: () => Promise<number>) {
  async function look(otherwise: Look): Promise<Look> {
    if (await isRinging()) return looks.ring;
    const n = await waiting();
    return n > 0 ? approvals(n) : otherwise;
  }
  return {
    show: async (tabId: number, badge: Badge): Promise<void> =>
      paint(await look(looks[badge ?? 'none']), tabId),

    /** For tabs in which no page reports. */
    showElsewhere: async (): Promise<void> => paint(await look(looks.none)),
  };
}
