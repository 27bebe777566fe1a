// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageRoom } from '@/lib/crm/frame/page-room';
import { type FramePlace, fittingWidth, usualPlace } from '@/lib/domain/frame-place';
import { createFramedPage } from './framed-page';

let page: ReturnType<typeof createFramedPage>;
const html = document.documentElement;
const styleOf = (name: string) => page.host().style.getPropertyValue(name);
const pushing: FramePlace = { ...usualPlace, room: 'push' };
const lying: FramePlace = { ...usualPlace, room: 'over' };

/** jsdom lays nothing out: how wide the page is, and what it would need. */
function laidOut({ needs }: { needs: () => number }) {
  vi.spyOn(html, 'clientWidth', 'get').mockImplementation(() => 1024);
  vi.spyOn(html, 'scrollWidth', 'get').mockImplementation(needs);
}

beforeEach(() => {
  page = createFramedPage();
});
afterEach(() => {
  page.stop.abort();
  html.removeAttribute('style');
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function open(place: FramePlace) {
  const host = page.start();
  host.setPlace(place);
  host.setIdentity('vera');
  host.settle({ level: 'at-risk', open: true });
  return host;
}

describe('where the sidebar stands', () => {
  it.each([
    ['right', '0px', ''],
    ['left', '', '0px'],
  ] as const)(
    'is the %s edge, as the rep chose, without the frame being put in anew',
    (side, right, left) => {
      const host = open(usualPlace);
      const frame = page.iframe();
      host.setPlace({ ...usualPlace, side, width: 420 });
      expect([styleOf('right'), styleOf('left')].map((v) => v.replace(/^0$/, '0px'))).toEqual([right, left]);
      expect(page.size()).toEqual(['420px', '100%']);
      expect(page.iframe()).toBe(frame);
    },
  );

  it('is never narrower than 280 nor wider than 480 pixels', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (width) => {
        const fitting = fittingWidth(width);
        expect(fitting).toBeGreaterThanOrEqual(280);
        expect(fitting).toBeLessThanOrEqual(480);
      }),
    );
  });

  it('stays a tab at any risk where the rep opens it themselves', () => {
    open({ ...usualPlace, opens: 'asked' });
    expect(page.size()).toEqual(['28px', '56px']);
  });
});

describe('room in the page', () => {
  it('is made beside an open sidebar, and taken back when it folds and when it goes', async () => {
    html.style.setProperty('margin-right', '12px');
    const host = open(pushing);
    await page.load();
    const frame = await page.frame();
    expect(html.style.getPropertyValue('margin-right')).toBe('360px');
    await frame.say({ type: 'size', collapsed: true });
    expect(html.style.getPropertyValue('margin-right')).toBe('12px');
    await frame.say({ type: 'size', collapsed: false });
    await frame.say({ type: 'place', place: { ...pushing, side: 'left', width: 300 } });
    const margins = ['margin-left', 'margin-right'].map((name) => html.style.getPropertyValue(name));
    expect(margins).toEqual(['300px', '12px']);
    page.stop.abort();
    expect(html.getAttribute('style')).toBe('margin-right: 12px;');
    host.setIdentity(null);
  });

  it('is not asked of a page that it was not chosen for', () => {
    open(lying);
    expect(html.getAttribute('style')).toBeNull();
  });

  it('is given back by a page that would have to be scrolled sideways for it', () => {
    laidOut({ needs: () => (html.style.getPropertyValue('margin-right') ? 1384 : 1024) });
    open(pushing);
    expect(html.style.getPropertyValue('margin-right')).toBe('');
    expect(page.size()).toEqual(['360px', '100%']);
  });

  it('is not asked of a window in which nothing would be left', () => {
    const narrow = Object.create(window, { innerWidth: { value: 600 } });
    createPageRoom(narrow).make({ side: 'right', width: 360 });
    expect(html.getAttribute('style')).toBeNull();
  });

  it.each([
    ['no width', { type: 'place', place: { ...usualPlace, width: 'wide' } }],
    ['no edge', { type: 'place', place: { ...usualPlace, side: 'top' } }],
    ['nothing', { type: 'place' }],
  ])('and place do not change by a message that says %s', async (_, message) => {
    open(usualPlace);
    await page.load();
    await (await page.frame()).say(message);
    expect(page.size()).toEqual(['360px', '100%']);
  });
});

describe('the chord', () => {
  it('goes into the sidebar, and back to where the keyboard was', async () => {
    const host = open(usualPlace);
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    expect(host.chord()).toBe('heed');
    expect(document.activeElement).toBe(page.host());
    expect(host.chord()).toBe('page');
    expect(document.activeElement).toBe(field);
    field.remove();
  });

  it('brings the sidebar about where nobody is open', () => {
    const host = page.start();
    expect(page.made()).toBe(false);
    host.chord();
    expect(page.size()).toEqual(['360px', '100%']);
  });

  it('says so where a page lets nobody in: the browser’s own sidebar opens then', () => {
    const host = open(usualPlace);
    vi.spyOn(page.iframe(), 'focus').mockImplementation(() => undefined);
    expect(host.chord()).toBe('unreachable');
  });
});

describe('a frame that is blocked', () => {
  it('leaves its tab, and that leads to the browser’s own sidebar', async () => {
    vi.useFakeTimers();
    const host = open(pushing);
    expect(page.size()).toEqual(['360px', '100%']);
    vi.advanceTimersByTime(5000);
    expect(page.size()).toEqual(['28px', '56px']);
    expect(html.style.getPropertyValue('margin-right')).toBe('');
    expect(host.chord()).toBe('unreachable');
  });

  it('is none that has said that it is there', async () => {
    const host = open(usualPlace);
    await page.load();
    await (await page.frame()).say({ type: 'here' });
    vi.useFakeTimers();
    vi.advanceTimersByTime(5000);
    host.settle({ level: 'at-risk', open: true });
    expect(page.size()).toEqual(['360px', '100%']);
  });
});
