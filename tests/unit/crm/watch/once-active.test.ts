// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { onceActive } from '@/lib/crm/watch/once-active';

const prerender = () => Object.defineProperty(document, 'prerendering', { configurable: true, value: true });
const activate = () => document.dispatchEvent(new Event('prerenderingchange'));

function begin(stop = new AbortController()) {
  const started: string[] = [];
  onceActive(document, stop.signal, () => started.push('started'));
  return { started, stop };
}

describe('our script in a page', () => {
  afterEach(() => Reflect.deleteProperty(document, 'prerendering'));

  it('starts at once where a person sees it', () => {
    expect(begin().started).toEqual(['started']);
  });

  it('does nothing while the browser renders the page ahead, and starts when a person gets there', () => {
    prerender();
    const { started } = begin();
    expect(started).toEqual([]);
    activate();
    activate();
    expect(started).toEqual(['started']);
  });

  it('never starts in a page rendered ahead that Heed has left meanwhile', () => {
    prerender();
    const { started, stop } = begin();
    stop.abort();
    activate();
    expect(started).toEqual([]);
  });
});
