/**
 * Between content script and sidebar frame, over a MessageChannel that only these two hold. The content script's word
 * on the page's identity reaches the frame without a detour, so that the frame blanks in the same moment.
 */
export type ToFrame = { type: 'identity'; key: string | null };
export type FromFrame = { type: 'size'; collapsed: boolean } | { type: 'open-panel' };

/** The one window message: carries the nonce and the port, sent to the extension's origin alone. */
export type FrameHello = { heed: 'hello'; nonce: string };
