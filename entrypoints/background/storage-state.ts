import { browser } from 'wxt/browser';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';

/**
 * How much lies on this computer, and whether the browser may clear it by itself. Chromium exempts extensions with
 * `unlimitedStorage` whatever it answers to `persist()`; Firefox takes the permission for a yes to that question.
 */
export async function storageState(): Promise<RpcOutput<'storage.state'>> {
  const [persisted, { usage = null }, unlimited] = await Promise.all([
    navigator.storage.persisted(),
    navigator.storage.estimate(),
    browser.permissions.contains({ permissions: ['unlimitedStorage'] }),
  ]);
  return { persisted, exempt: unlimited && !import.meta.env.FIREFOX, usage };
}
