/** What the browser says of whoever sent a message or opened a port. The same fields in Chromium and Firefox. */
export type SenderFacts = {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
};

/**
 * Who is calling. `documentId` names the one document that sent the message (a page's own, or the frame's own);
 * it is null only in browsers that don't tell.
 */
export type Caller =
  | { class: 'content'; tabId: number; documentId: string | null; topOrigin: string }
  | { class: 'frame'; tabId: number; frameId: number; documentId: string | null; topOrigin: string }
  | { class: 'panel'; documentId: string | null }
  | { class: 'popup'; documentId: string | null }
  | { class: 'page'; documentId: string | null };

export type Classified = Caller | { class: 'refused'; why: string };

export type OwnFacts = {
  /** `runtime.id`: in Firefox not the host of its pages */
  id: string;
  /** origin of the background itself. In Chromium a frame got by a dynamic address still reports this one (measured, 156). */
  origin: string;
  isGranted(origin: string): boolean;
};

const PAGES = ['/options.html', '/welcome.html', '/approvals.html', '/desk.html', '/teams.html'];

function refused(why: string): Classified {
  return { class: 'refused', why };
}

/** Path of one of our own pages, else null. By prefix: not every engine gives an extension's address an origin. */
function ownPath(url: string | undefined, own: OwnFacts): string | null {
  const path = url?.startsWith(`${own.origin}/`) ? url.slice(own.origin.length) : null;
  return path?.split(/[?#]/)[0] ?? null;
}

function originOf(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : null;
}

function classifyWebPage(sender: SenderFacts, own: OwnFacts): Classified {
  const tabId = sender.tab?.id;
  const topOrigin = originOf(sender.url);
  if (tabId === undefined || topOrigin === null) return refused('a page outside any tab');
  if (sender.frameId !== 0) return refused('a frame of a page');
  // A sandboxed document has its address but not its origin ("null").
  if (sender.origin !== undefined && sender.origin !== topOrigin)
    return refused('an origin unlike the address');
  if (!own.isGranted(topOrigin)) return refused('a page that nobody granted');
  return { class: 'content', tabId, documentId: sender.documentId ?? null, topOrigin };
}

function classifyFrame(sender: SenderFacts, own: OwnFacts, path: string): Classified {
  const tabId = sender.tab?.id;
  const topOrigin = originOf(sender.tab?.url);
  if (path !== '/sidebar.html' || tabId === undefined || sender.frameId === undefined)
    return refused('a framed page of ours that is no sidebar');
  // Without a grant the browser keeps the tab's address from us: no address, no grant.
  if (topOrigin === null || !own.isGranted(topOrigin))
    return refused('a sidebar framed by a page nobody granted');
  const { frameId, documentId = null } = sender;
  return { class: 'frame', tabId, frameId, documentId, topOrigin };
}

function classifyOwnPage(sender: SenderFacts, own: OwnFacts, path: string): Classified {
  if (sender.origin !== undefined && sender.origin !== own.origin)
    return refused('a page of ours in a sandbox');
  if ((sender.frameId ?? 0) !== 0) return classifyFrame(sender, own, path);
  const documentId = sender.documentId ?? null;
  if (path === '/sidepanel.html' && !sender.tab) return { class: 'panel', documentId };
  // What a click on the button opens stands in no tab; the same page in one, or framed by one, is not that.
  if (path === '/popup.html' && !sender.tab) return { class: 'popup', documentId };
  if (PAGES.includes(path)) return { class: 'page', documentId };
  return refused('a page of ours with no part to play');
}

/**
 * The only reader of `MessageSender`: what every other file knows of a caller, it knows from here.
 * A `frame` is any sidebar in a granted page, ours or not: it may do nothing but pair until it is paired.
 */
export function classifySender(sender: SenderFacts, own: OwnFacts): Classified {
  if (sender.id !== own.id) return refused('another extension, or a page');
  const path = ownPath(sender.url, own);
  return path === null ? classifyWebPage(sender, own) : classifyOwnPage(sender, own, path);
}

/**
 * The tab of a content script of ours at a page's top, told without waiting for anything. Enough for what gives the
 * page nothing; where it stands and whether that is granted is for `classifySender` to say.
 */
export function contentTab(sender: SenderFacts, ownId: string): number | null {
  const ours = sender.id === ownId && sender.frameId === 0;
  return ours ? (sender.tab?.id ?? null) : null;
}

/** As a content script sees it: our own background or a page of ours outside any tab, never a page's script. */
export function isOwnBackground(sender: SenderFacts, ownId: string): boolean {
  return sender.id === ownId && sender.tab === undefined;
}
