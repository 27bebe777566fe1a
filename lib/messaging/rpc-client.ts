import { browser } from 'wxt/browser';
import { AppError } from '@/lib/platform/app-error';
import { type RpcReply, type RpcRequest, VIEW_PORT, type ViewChanged, type WhatChanged } from './envelope';
import type { RpcInput, RpcMethod, RpcOutput } from './rpc-contract';

/**
 * Asks the background. Types only: what comes back was checked on its way out, and the background is ours.
 * @throws {AppError} with the background's code; `internal` where there is no background to answer
 */
export async function call<M extends RpcMethod>(method: M, input: RpcInput<M>): Promise<RpcOutput<M>> {
  const request: RpcRequest = { heed: 1, method, input };
  let reply: RpcReply | undefined;
  try {
    reply = await browser.runtime.sendMessage(request);
  } catch (cause) {
    throw new AppError('internal', 'no background answers', { cause });
  }
  if (!reply) throw new AppError('internal', 'an empty answer');
  if (!reply.ok) throw new AppError(reply.error.code);
  return reply.value as RpcOutput<M>;
}

const RECONNECT_AFTER = 1000;

/**
 * Calls `onChange` whenever the background says that the sidebar's view has changed, and once after each connection,
 * since something may have changed before it. The browser stops an idle background and the port with it; a page that
 * is visible connects again (and so wakes it), a hidden one waits until it is seen.
 * A frame must be paired before: the background hangs up on strangers.
 */
export function watchView(onChange: (what: WhatChanged) => void, signal: AbortSignal): void {
  const connect = () => {
    if (signal.aborted || !browser.runtime?.id) return;
    const port = browser.runtime.connect({ name: VIEW_PORT });
    const stop = () => port.disconnect();
    signal.addEventListener('abort', stop, { once: true });
    port.onMessage.addListener((message: ViewChanged) => onChange(message.changed));
    port.onDisconnect.addListener(() => {
      signal.removeEventListener('abort', stop);
      setTimeout(whenVisible, RECONNECT_AFTER);
    });
  };
  const whenVisible = () => {
    if (document.visibilityState === 'visible') connect();
    else document.addEventListener('visibilitychange', whenVisible, { once: true, signal });
  };
  connect();
}
