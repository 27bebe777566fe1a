// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ringInAddress } from '@/lib/crm/rings/read-ring';
import type { RingReport } from '@/lib/crm/rings/ring-report';
import { watchRings } from '@/lib/crm/rings/ring-watcher';

/** Milliseconds: what is waited for comes, or never does. */
const PATIENCE = 20_000;

let rung: string[];
/** those of which the page says that they stood there when it was first looked at */
let stood: string[];
let abort = new AbortController();

/** A softphone where `.from` says who rings. */
const onPage = (url: URL): RingReport | null | undefined => {
  if (url.pathname !== '/dial') return undefined;
  if (document.querySelector('.dead')) return undefined;
  const number = document.querySelector('.from')?.textContent ?? '';
  return number ? { via: 'page', number, account: '' } : null;
};

function open(path: string, mayRing = () => true) {
  history.replaceState(null, '', path);
  return watchRings({
    window,
    inAddress: ringInAddress,
    onPage,
    mayRing,
    ring: ({ number, standing }) => {
      rung.push(number);
      if (standing) stood.push(number);
    },
    signal: abort.signal,
  });
}

function go(path: string): void {
  history.pushState(null, '', path);
  window.dispatchEvent(new Event('popstate'));
}

function show(number: string): void {
  document.body.innerHTML = number && `<p class="from">${number}</p>`;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 250));

beforeEach(() => {
  rung = [];
  stood = [];
  abort = new AbortController();
  show('');
});

afterEach(() => {
  abort.abort();
  vi.restoreAllMocks();
  Reflect.deleteProperty(performance, 'getEntriesByType');
});

describe('an address', () => {
  it('rings once, and not with every step that keeps the parameter', () => {
    open('/?heed-call=111');
    go('/list?heed-call=111');
    go('/list');
    go('/?heed-call=111');
    expect(rung).toEqual(['111']);
  });

  it('rings when the page goes on to another number', () => {
    open('/');
    go('/?heed-call=111');
    go('/?heed-call=222');
    expect(rung).toEqual(['111', '222']);
  });

  it.each(['reload', 'back_forward'])('does not ring again after %s', (navigation) => {
    Object.assign(performance, { getEntriesByType: () => [{ type: navigation }] });
    open('/?heed-call=111');
    expect(rung).toEqual([]);
    go('/?heed-call=222');
    expect(rung).toEqual(['222']);
  });
});

describe('a softphone', () => {
  it('says of what stood there when it was first looked at that it did, and of no later ring', async () => {
    show('111');
    open('/dial');
    show('');
    await pause();
    show('111');
    await vi.waitFor(() => expect(rung).toEqual(['111', '111']), PATIENCE);
    expect(stood).toEqual(['111']);
  });

  it('rings while nobody looks at its tab, and again when the same one calls again', async () => {
    open('/dial');
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    show('111');
    await vi.waitFor(() => expect(rung).toEqual(['111']), PATIENCE);
    show('');
    await pause();
    show('111');
    await vi.waitFor(() => expect(rung).toEqual(['111', '111']), PATIENCE);
  });

  it('is heard that shows only later that it is one', async () => {
    document.body.innerHTML = '<p class="dead">Loading</p>';
    const rings = open('/dial');
    show('111');
    await pause();
    expect(rung, 'nothing watches a page that is no softphone').toEqual([]);
    rings.pageChanged();
    expect(rung).toEqual(['111']);
    show('222');
    await vi.waitFor(() => expect(rung).toEqual(['111', '222']), PATIENCE);
  });

  it('is heard in a tab that nobody looks at, though it shows only there that it is one', async () => {
    const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.body.innerHTML = '<p class="dead">Loading</p>';
    open('/dial');
    show('111');
    await vi.waitFor(() => expect(rung).toEqual(['111']), PATIENCE);
    seen.mockRestore();
  });

  it('is heard that was looked at before it showed that it is one, and then hidden', async () => {
    document.body.innerHTML = '<p class="dead">Loading</p>';
    open('/dial');
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    show('111');
    await vi.waitFor(() => expect(rung).toEqual(['111']), PATIENCE);
  });

  it('costs a hidden page nothing where no adapter knows a softphone', async () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const observed = vi.spyOn(MutationObserver.prototype, 'observe');
    document.body.innerHTML = '<p class="dead">Loading</p>';
    open('/dial', () => false);
    expect(observed).not.toHaveBeenCalled();
  });

  it('costs a page no longer what it cost while it was hidden', async () => {
    const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    open('/list');
    const disconnected = vi.spyOn(MutationObserver.prototype, 'disconnect');
    seen.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(disconnected).toHaveBeenCalled();
  });

  it('is not read any more where the page has gone elsewhere, or our script ended', async () => {
    open('/dial');
    go('/list');
    show('111');
    await pause();
    expect(rung).toEqual([]);
    go('/dial');
    expect(rung).toEqual(['111']);
    abort.abort();
    show('222');
    await pause();
    expect(rung).toEqual(['111']);
  });
});

it('a page that rings without end is heard six times a minute', () => {
  open('/');
  for (let i = 0; i < 100; i++) go(`/?heed-call=${1000 + i}`);
  expect(rung).toHaveLength(6);
});
