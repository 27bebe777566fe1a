import { afterEach, beforeEach, vi } from 'vitest';
import { setVisibility } from '../watch/watched-page';
import { seeIntoShadows, watchLists } from './listed-page';

/**
 * Each test has the queue's address, time that stands still and sees into badges; the page and its watchers are gone
 * after it. To be called once, at the top of a test file.
 * @returns what begins to watch the page's lists
 */
export function watchEachTest(): typeof watchLists {
  let stops: (() => void)[] = [];

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    seeIntoShadows();
    history.replaceState(null, '', '/queue');
  });
  afterEach(() => {
    for (const stop of stops) stop();
    stops = [];
    setVisibility('visible');
    vi.useRealTimers();
    vi.restoreAllMocks();
    document.body.innerHTML = '';
  });

  return (...args) => {
    const watched = watchLists(...args);
    stops.push(watched.stop);
    return watched;
  };
}
