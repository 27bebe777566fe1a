import type { ViewChanged, WhatChanged } from './envelope';
import type { Caller, Classified, SenderFacts } from './sender';

/** What we use of a `runtime.Port`. */
export type ViewPort = {
  sender?: SenderFacts | undefined;
  postMessage(message: ViewChanged): void;
  disconnect(): void;
  onDisconnect: { addListener(listener: () => void): void };
};

type ViewPortsDeps = {
  classify(sender: SenderFacts): Promise<Classified>;
  isPaired(frame: Extract<Caller, { class: 'frame' }>): Promise<boolean>;
};

const changedMessage = (changed: WhatChanged): ViewChanged => ({ heed: 1, changed });
const OWN: ReadonlySet<Classified['class']> = new Set(['panel', 'popup', 'page']);
const isOwn = (caller: Classified) => OWN.has(caller.class);

/** Who is not to be told of a change: the one who made it and knows. */
export type Except = { writer: string } | undefined;

/** One name per sidebar document, so that a writer can be told from others. */
export function writerName(caller: Caller): string {
  const tabId = 'tabId' in caller ? caller.tabId : 'window';
  return `${caller.class}:${tabId}:${caller.documentId ?? 'unnamed'}`;
}

/**
 * The sidebars that listen. Only who might ask for the view may know that it changed. Ports live and die with the
 * worker: each sidebar connects again and reads the view anew.
 */
export function createViewPorts(deps: ViewPortsDeps) {
  const open = new Map<ViewPort, Caller>();

  return {
    async add(port: ViewPort): Promise<boolean> {
      let closed = false;
      port.onDisconnect.addListener(() => {
        closed = true;
        open.delete(port);
      });
      const caller = await deps.classify(port.sender ?? {});
      const welcome = caller.class === 'frame' ? await deps.isPaired(caller) : isOwn(caller);
      if (closed) return false;
      if (!welcome || caller.class === 'refused') {
        port.disconnect();
        return false;
      }
      open.set(port, caller);
      port.postMessage(changedMessage('all'));
      return true;
    },

    /** @param tabId only what this tab shows has changed; without it, everything may have */
    changed(tabId?: number, except?: Except): void {
      for (const [port, caller] of open) {
        // Options and first run show no tab.
        const here =
          tabId === undefined || caller.class === 'panel' || ('tabId' in caller && caller.tabId === tabId);
        if (!here || (except && writerName(caller) === except.writer)) continue;
        port.postMessage(changedMessage(tabId === undefined ? 'all' : 'page'));
      }
    },

    /** Notes are leaving: how many are left, and nothing else, has changed. */
    counted(): void {
      for (const port of open.keys()) port.postMessage(changedMessage('counts'));
    },
  };
}
