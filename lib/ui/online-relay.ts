import type { Call } from './host';

/** The worker can't hear that the network is back: an open page hears it and passes it on. */
export function relayOnline(call: Call, signal: AbortSignal): void {
  // Whoever hears nothing of it tries again by alarm anyway.
  const relay = () => void call('network.online', {}).catch(() => undefined);
  window.addEventListener('online', relay, { signal });
}
