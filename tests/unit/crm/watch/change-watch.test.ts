// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createChangeWatch } from '@/lib/crm/watch/change-watch';

const changed = vi.fn();
const left = vi.fn();
let end: AbortController;
let watch: ReturnType<typeof createChangeWatch>;
let frame: HTMLIFrameElement;

beforeEach(() => {
  vi.clearAllMocks();
  end = new AbortController();
  document.body.innerHTML = '<main><iframe title="Record"></iframe></main>';
  frame = document.querySelector('iframe') as HTMLIFrameElement;
});
afterEach(() => {
  watch.stop();
  end.abort();
});

function listen(): void {
  watch = createChangeWatch({ window, signal: end.signal, changed, left });
  const inner = frame.contentDocument;
  // At every look anew.
  for (let i = 0; i < 3; i++) watch.listen(inner ? [inner] : []);
}

describe('a frame of the page', () => {
  it('that has loaded is a change, though nothing in the page around it is another', () => {
    listen();
    frame.dispatchEvent(new Event('load'));
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('that goes on to another page is left, once', () => {
    listen();
    frame.contentWindow?.dispatchEvent(new Event('pagehide'));
    expect(left).toHaveBeenCalledTimes(1);
  });

  it('is heard no more once the watching has ended', () => {
    listen();
    end.abort();
    frame.dispatchEvent(new Event('load'));
    frame.contentWindow?.dispatchEvent(new Event('pagehide'));
    expect([changed, left].map((heard) => heard.mock.calls.length)).toEqual([0, 0]);
  });
});
