// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFramedPage, delivered, ORIGIN } from './framed-page';

let page: ReturnType<typeof createFramedPage>;
const shown = (element: HTMLElement) =>
  element.style.display !== 'none' && element.style.visibility !== 'hidden';

describe('what goes to and fro between page and sidebar', () => {
  beforeEach(() => {
    page = createFramedPage();
  });
  afterEach(() => {
    page.stop.abort();
    vi.restoreAllMocks();
  });

  it('hands the nonce to the extension’s origin alone, once per load, with the identity behind it', async () => {
    page.start().setIdentity('vera');
    await page.load();
    expect(page.hellos.map(({ data, target }) => ({ data, target }))).toEqual([
      { data: { heed: 'hello', nonce: 'nonce 0' }, target: ORIGIN },
    ]);
    expect((await page.frame()).keys()).toEqual(['vera']);
  });

  it('tells the frame every change at once', async () => {
    const host = page.start();
    host.setIdentity('vera');
    await page.load();
    const frame = await page.frame();
    frame.keys();
    host.setIdentity(null);
    host.setIdentity('bo');
    await delivered();
    expect(frame.keys()).toEqual([null, 'bo']);
  });

  it('pairs anew with a new nonce when the frame was loaded anew, and talks to that one only', async () => {
    const host = page.start();
    host.setIdentity('vera');
    await page.load();
    const first = await page.frame();
    await page.load();
    const second = await page.frame();
    first.keys();
    host.setIdentity('bo');
    await delivered();
    expect(page.hellos.map(({ data }) => data)).toEqual([
      { heed: 'hello', nonce: 'nonce 0' },
      { heed: 'hello', nonce: 'nonce 1' },
    ]);
    expect(first.keys()).toEqual([]);
    expect(second.keys()).toEqual(['vera', 'bo']);
  });

  it('sends nothing to a frame that was loaded anew while the nonce was on its way', async () => {
    const waiting: ((nonce: string) => void)[] = [];
    page.start(() => new Promise((resolve) => waiting.push(resolve))).setIdentity('vera');
    await page.load();
    await page.load();
    waiting[0]?.('old');
    waiting[1]?.('new');
    await delivered();
    expect(page.hellos.map(({ data }) => data)).toEqual([{ heed: 'hello', nonce: 'new' }]);
  });

  it('says nothing more to a frame that the page loads again and again', async () => {
    const host = page.start();
    host.setIdentity('vera');
    for (let i = 0; i < 7; i++) await page.load();
    expect(page.hellos).toHaveLength(6);
    const frame = await page.frame();
    frame.keys();
    host.setIdentity('bo');
    await delivered();
    expect(frame.keys()).toEqual([]);
  });

  it('asks whether the extension is still there when no nonce is to be had', async () => {
    page.start(() => Promise.reject(new Error('no background'))).setIdentity('vera');
    await page.load();
    expect(page.hellos).toEqual([]);
    expect(page.onLost).toHaveBeenCalled();
  });

  it('does as the frame says about its size from its first word on', async () => {
    const host = page.start();
    host.setIdentity('vera');
    await page.load();
    const frame = await page.frame();
    await frame.say({ type: 'size', collapsed: true });
    expect(page.size()).toEqual(['28px', '56px']);
    expect([shown(page.tab()), shown(page.iframe())]).toEqual([false, true]);
    host.setIdentity('bo');
    host.settle({ level: 'at-risk', open: true });
    expect(page.size()).toEqual(['28px', '56px']);
    await frame.say({ type: 'size', collapsed: false });
    expect(page.size()).toEqual(['360px', '100%']);
  });

  it('opens the browser’s own sidebar when the frame asks, and ignores what it doesn’t know', async () => {
    page.start().setIdentity('vera');
    await page.load();
    const frame = await page.frame();
    await frame.say({ type: 'size', collapsed: 0 });
    await frame.say({ type: 'something' });
    expect(page.size()).toEqual(['28px', '56px']);
    expect(page.openPanel).not.toHaveBeenCalled();
    await frame.say({ type: 'open-panel' });
    expect(page.openPanel).toHaveBeenCalledOnce();
  });
});
