import type { FramePlace } from '@/lib/domain/frame-place';

/**
 * Between content script and sidebar frame, over a MessageChannel that only these two hold. The content script's word
 * on the page's identity reaches the frame without a detour, so that the frame blanks in the same moment. `focus`: a
 * person asked for the sidebar by the chord.
 */
export type ToFrame = { type: 'identity'; key: string | null } | { type: 'focus' };

/** `here`: the frame is paired and can be used. `hasWords`: the tab says something, beside the level. `place`: where the rep wants it, while they drag it too. */
export type FromFrame =
  | { type: 'here' }
  | { type: 'size'; collapsed: boolean; hasWords?: boolean }
  | { type: 'place'; place: FramePlace }
  | { type: 'open-panel' };

/** The one window message: carries the nonce and the port, sent to the extension's origin alone. */
export type FrameHello = { heed: 'hello'; nonce: string };
