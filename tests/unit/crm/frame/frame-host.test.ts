// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFramedPage, delivered, ORIGIN } from './framed-page';

let page: ReturnType<typeof createFramedPage>;
const shown = (element: HTMLElement) =>
  element.style.display !== 'none' && element.style.visibility !== 'hidden';

describe('the sidebar in a page', () => {
  beforeEach(() => {
    page = createFramedPage();
  });
  afterEach(() => {
    page.stop.abort();
    vi.restoreAllMocks();
  });

  it('comes with the first customer, in a closed root, and not before', () => {
    const host = page.start();
    host.setIdentity(null);
    host.settle({ level: null, open: false });
    expect(page.made()).toBe(false);
    host.setIdentity('vera');
    expect(page.modes).toEqual(['closed']);
    expect(page.host().parentNode).toBe(document.documentElement);
    expect(page.iframe().src).toBe(`${ORIGIN}/sidebar.html`);
    expect(page.iframe().title).toBe('Heed');
  });

  it('comes with a ring, though nobody’s record is open, and shows nobody', () => {
    const host = page.start();
    host.ring();
    host.ring();
    expect(page.modes).toEqual(['closed']);
    host.setIdentity(null);
    expect(page.iframe().src).toBe(`${ORIGIN}/sidebar.html`);
  });

  it('stands as a tab with the badge’s shape until it is to be open', () => {
    const host = page.start();
    host.setIdentity('vera');
    expect(page.size()).toEqual(['28px', '56px']);
    expect([shown(page.tab()), shown(page.iframe())]).toEqual([true, false]);
    host.settle({ level: 'ok', open: false });
    expect(page.size()).toEqual(['28px', '56px']);
    expect(page.tab().querySelector('svg')?.dataset.shape).toBe('ok');
    host.setIdentity('bo');
    host.settle({ level: 'at-risk', open: true });
    expect(page.size()).toEqual(['360px', '100%']);
    expect([shown(page.tab()), shown(page.iframe())]).toEqual([false, true]);
  });

  it('takes the last customer’s shape off in the moment nobody is open', () => {
    const host = page.start();
    host.setIdentity('vera');
    host.settle({ level: 'at-risk', open: false });
    host.setIdentity(null);
    expect(page.tab().querySelector('svg')?.dataset.shape).toBe('none');
    expect(page.tab().getAttribute('aria-label')).toBe('Open Heed');
  });

  it('keeps its size while the same customer is open', () => {
    const host = page.start();
    host.setIdentity('vera');
    host.settle({ level: 'ok', open: true });
    host.settle({ level: 'ok', open: false });
    expect(page.size()).toEqual(['360px', '100%']);
  });

  it('does not open for a script’s click on the tab', () => {
    page.start().setIdentity('vera');
    page.tab().click();
    expect(page.size()).toEqual(['28px', '56px']);
  });

  it('puts itself right when the page hides, shrinks or removes it', async () => {
    const host = page.start();
    host.setIdentity('vera');
    host.settle({ level: 'at-risk', open: true });
    const element = page.host();
    for (const tamper of [
      () => element.setAttribute('style', 'display: none'),
      () => element.setAttribute('hidden', ''),
      () => element.style.setProperty('width', '1px', 'important'),
      () => element.remove(),
    ]) {
      tamper();
      await Promise.resolve();
      expect(element.isConnected).toBe(true);
      expect(element.getAttributeNames()).toEqual(['style']);
      expect(page.size()).toEqual(['360px', '100%']);
    }
  });

  it('never takes its own changes for the page’s', async () => {
    const host = page.start();
    for (let i = 0; i < 20; i++) {
      host.setIdentity(`customer ${i}`);
      host.settle({ level: 'ok', open: i % 2 === 0 });
      await Promise.resolve();
    }
    expect(page.host().isConnected).toBe(true);
  });

  it('stays out, for good, once the page has removed it again and again', async () => {
    const host = page.start();
    host.setIdentity('vera');
    const element = page.host();
    let times = 0;
    while (element.isConnected && times < 50) {
      element.remove();
      times++;
      await Promise.resolve();
    }
    expect(times).toBe(6);
    host.setIdentity('bo');
    host.settle({ level: 'at-risk', open: true });
    expect(page.modes).toHaveLength(1);
    expect(document.documentElement.contains(element)).toBe(false);
  });

  it('goes without a trace when it is stopped', async () => {
    let refuse: ((why: Error) => void) | undefined;
    const invitations = [Promise.resolve('nonce'), new Promise<string>((_, reject) => (refuse = reject))];
    const host = page.start(() => invitations.shift() ?? Promise.reject(new Error('too many')));
    host.setIdentity('vera');
    await page.load();
    const frame = await page.frame();
    frame.keys();
    // Another load is under way, and its invitation will fail.
    page.iframe().dispatchEvent(new Event('load'));
    page.stop.abort();
    host.setIdentity('bo');
    refuse?.(new Error('no background'));
    await delivered();
    expect(page.host().isConnected).toBe(false);
    expect(frame.keys()).toEqual([]);
    expect(page.modes).toHaveLength(1);
  });
});
