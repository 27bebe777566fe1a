import type { PageSlot } from '@/lib/messaging/sidebar-view';

/**
 * Who vouches for what the page shows. In a frame it is the content script of the same page, over a port that only the
 * two hold: `undefined` until it has said anything, `null` for nobody. The browser's own sidebar has the background's word.
 */
export type PageWitness = { by: 'background' } | { by: 'content'; key: string | null | undefined };

export const blankPage: PageSlot = { state: 'blank' };

/** The slot as it may be painted: the background's view of the page, or blank where the page itself says otherwise. */
export function gatePage(page: PageSlot, witness: PageWitness): PageSlot {
  const namesNobody = page.state === 'blank' || page.state === 'paused';
  if (witness.by === 'background' || namesNobody) return page;
  const { key } = witness;
  if (page.state === 'nobody') return key === (page.of?.key ?? null) ? page : blankPage;
  return key === page.key ? page : blankPage;
}
