import { createContext, useContext } from 'react';
import type { WhatChanged } from '@/lib/messaging/envelope';
import type { RpcInput, RpcMethod, RpcOutput } from '@/lib/messaging/rpc-contract';

export type Call = <M extends RpcMethod>(method: M, input: RpcInput<M>) => Promise<RpcOutput<M>>;

/** What a page of ours has around it. Pages hand theirs in; tests hand in a made-up one. */
export type Host = {
  /** in a CRM page, in the browser's own sidebar, or a page of its own (options, first run) */
  kind: 'frame' | 'panel' | 'page';
  call: Call;
  /** the panel says which tab it stands beside; for a frame the browser says it */
  tabId: number | undefined;
  /** calls back whenever the background says that the view has changed */
  watchView(onChange: (what: WhatChanged) => void, signal: AbortSignal): void;
  openOptions(): void;
  /** the keys of the chord, as the browser has them now; empty where none are set */
  chord?(): Promise<string>;
  /** asks for the same thing in the browser's own sidebar; null where we are there already */
  openPanel: (() => void) | null;
  /**
   * Asks the browser to clear what Heed stores only when a person says so. Only pages can ask, not the background. What
   * it answered is told by `storage.state`; a no is no error.
   */
  keepStorage(): Promise<void>;
  /** real time: when words were saved, how long a note has waited */
  now(): Date;
  newId(): string;
};

const HostContext = createContext<Host | null>(null);
export const HostProvider = HostContext.Provider;

export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error('no HostProvider above');
  return host;
}

/** The tab, as every method of the contract that needs one takes it. */
export function tabOf(host: Host): { tabId?: number } {
  return host.tabId === undefined ? {} : { tabId: host.tabId };
}
