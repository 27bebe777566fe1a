import type { AppErrorCode } from '@/lib/platform/app-error';

/** What goes over `runtime.sendMessage`, and what comes back. */
export type RpcRequest = { heed: 1; method: string; input: unknown };
export type RpcReply = { ok: true; value: unknown } | { ok: false; error: { code: AppErrorCode } };

/** Asked of a content script by the background: read the page again, now. */
export type VerifyRequest = { heed: 1; ask: 'identity' };
export type VerifyReply = { key: string | null };
/** The rep pressed the chord: the keyboard goes into the sidebar, or back into the page. */
export type ChordRequest = { heed: 1; ask: 'chord' };
export type ChordReply = { at: 'heed' | 'page' | 'unreachable' };
/** Told to a content script by the background: how its page may be read has changed. */
export type AdaptersChanged = { heed: 1; tell: 'adapters' };

/** Said to content scripts by the background: levels have changed, or who may see them. */
export type LevelsChanged = { heed: 1; tell: 'levels' };

/** Name of the port on which the background tells a sidebar that its view has changed. */
export const VIEW_PORT = 'heed-view';
/** All that is ever said on it: read the view again. */
export type ViewChanged = { heed: 1; changed: WhatChanged };
/**
 * `page`: only who the tab shows, in the moment when a rep waits for it. `counts`: only how much is unsent. `all`:
 * anything else too.
 */
export type WhatChanged = 'page' | 'counts' | 'all';
