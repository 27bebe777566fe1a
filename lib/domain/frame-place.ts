/** Where the sidebar stands in a CRM's pages, as the rep chose it for that CRM. */
export type FramePlace = {
  side: 'left' | 'right';
  /** CSS pixels */
  width: number;
  /** whether the page makes room, or the sidebar lies over it */
  room: 'push' | 'over';
  /** by itself where there is a risk, a question or a call; or only when the rep asks for it */
  opens: 'itself' | 'asked';
};

export const NARROWEST = 280;
export const WIDEST = 480;

/** With room made: at 1,280 px it lay over the e-mail and phone that a rep verifies a caller by. */
export const usualPlace: FramePlace = { side: 'right', width: 360, room: 'push', opens: 'itself' };

/** The nearest width that there is. */
export function fittingWidth(width: number): number {
  return Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));
}
