import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFrameGuard, ownPageGuard } from '@/lib/ui/visible-guard';

type Entry = { target: object; isVisible: boolean; intersectionRatio: number };

/** A browser that knows IntersectionObserver v2, and says what the test sees. */
function browserWithV2() {
  let report: (entries: Entry[]) => void = () => undefined;
  const options: unknown[] = [];
  class Observer {
    constructor(callback: (entries: Entry[]) => void, init: unknown) {
      report = callback;
      options.push(init);
    }
    observe() {}
    unobserve() {}
  }
  class EntryV2 {
    get isVisible() {
      return false;
    }
  }
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.stubGlobal('IntersectionObserverEntry', EntryV2);
  return { options, report: (entry: Entry) => report([entry]) };
}

let now = 0;
/** As much of an element as the guard needs. */
const button = {
  ownerDocument: Object.assign(new EventTarget(), { documentElement: new EventTarget() }),
} as unknown as Element;
const seen = (part: Partial<Entry> = {}): Entry => ({
  target: button,
  isVisible: true,
  intersectionRatio: 1,
  ...part,
});

beforeEach(() => {
  now = 10_000;
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a consequential click in a page that isn’t ours', () => {
  it('counts after half a second in plain sight', () => {
    const { report, options } = browserWithV2();
    const guard = createFrameGuard(() => now);
    guard.watch(button);
    report(seen());
    now += 499;
    expect(guard.sight(button, 'keys')).toBe('covered');
    now += 1;
    expect(guard.sight(button, 'keys')).toBe('clear');
    expect(options).toEqual([expect.objectContaining({ trackVisibility: true })]);
  });

  it.each([
    ['covered, faded or clipped', seen({ isVisible: false })],
    ['half out of sight', seen({ intersectionRatio: 0.6 })],
  ])('starts anew once it was %s', (_name, entry) => {
    const { report } = browserWithV2();
    const guard = createFrameGuard(() => now);
    report(seen());
    now += 1000;
    report(entry);
    expect(guard.sight(button, 'keys')).toBe('covered');
    report(seen());
    now += 100;
    expect(guard.sight(button, 'keys')).toBe('covered');
  });

  it('doesn’t start anew while it stays in sight', () => {
    const { report } = browserWithV2();
    const guard = createFrameGuard(() => now);
    report(seen());
    now += 400;
    report(seen());
    now += 200;
    expect(guard.sight(button, 'keys')).toBe('clear');
  });

  it('counts by pointer only where the pointer came to it by its own way', () => {
    const { report } = browserWithV2();
    const guard = createFrameGuard(() => now);
    guard.watch(button);
    report(seen());
    now += 1000;
    expect(guard.sight(button, 'pointer')).toBe('covered');
    expect(guard.sight(button, 'keys')).toBe('clear');
  });

  it('never counts where nobody watches it', () => {
    browserWithV2();
    expect(createFrameGuard(() => now).sight(button, 'keys')).toBe('covered');
  });

  it('belongs elsewhere in a browser that can’t tell', () => {
    vi.stubGlobal('IntersectionObserverEntry', class {});
    const guard = createFrameGuard(() => now);
    expect(guard.elsewhere).toBe(true);
    expect(guard.sight(button, 'keys')).toBe('elsewhere');
  });
});

it('a page of our own can’t be covered', () => {
  expect(ownPageGuard.sight(button, 'keys')).toBe('clear');
  expect(ownPageGuard.elsewhere).toBe(false);
});
