// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createNodeWatch } from '@/lib/crm/watch/node-watch';
import type { Witness } from '@/lib/crm/witness';

const element = (css: string): Element => {
  const found = document.querySelector(css);
  if (!found) throw new Error(`no ${css}`);
  return found;
};

/** An element that says its text while nothing above it is hidden. */
const witness = (css: string, deep = true): Witness => {
  const node = element(css);
  return { node, deep, says: () => (node.closest('[hidden]') ? null : node.textContent) };
};

let stop = () => {};
function watch(...witnesses: Witness[]) {
  let changes = 0;
  let asked = 0;
  const nodes = createNodeWatch(window, () => {
    changes += 1;
  });
  nodes.watch(
    witnesses.map(({ says, ...one }) => ({
      ...one,
      says: () => {
        asked += 1;
        return says();
      },
    })),
  );
  asked = 0;
  stop = () => nodes.watch([]);
  return { nodes, changes: () => changes, asked: () => asked };
}
const heard = () => Promise.resolve();

describe('the watch on a few nodes', () => {
  afterEach(() => stop());

  it('sees what stands above a form in which a field takes the name of its parent', async () => {
    document.body.innerHTML = '<main><form><input name="parentNode"><b>Vera</b></form></main>';
    // A browser puts the field in the place of the property; jsdom doesn't, so the test does.
    Object.defineProperty(element('form'), 'parentNode', { value: document.createElement('input') });
    const { changes } = watch(witness('b'));
    element('main').setAttribute('hidden', '');
    await heard();
    expect(changes()).toBe(1);
  });

  it.each<[string, () => void]>([
    ['its text is another', () => element('b').replaceChildren('Bo')],
    ['a text node in it is another', () => Object.assign(element('b').firstChild ?? {}, { nodeValue: 'Bo' })],
    ['it is taken out', () => element('b').remove()],
    ['it stands somewhere else on the page', () => element('aside').append(element('b'))],
    ['what it stands in is taken out', () => element('main').remove()],
  ])('tells that %s', async (_, change) => {
    document.body.innerHTML = '<aside></aside><main><p><b>Vera</b></p></main>';
    const { changes } = watch(witness('b'));
    change();
    await heard();
    expect(changes()).toBe(1);
  });

  it('says nothing of a page that only looks different, or has more on it', async () => {
    document.body.innerHTML = '<main><b>Vera</b></main>';
    const { changes, asked } = watch(witness('b'));
    document.body.className = 'tick';
    element('b').setAttribute('data-seen', '1');
    for (let i = 0; i < 5; i++) element('main').append('more');
    await heard();
    expect([changes(), asked()], 'asked once for all of it').toEqual([0, 1]);
  });

  it('does not hear what changes inside of an element that only matters itself', async () => {
    document.body.innerHTML = '<main data-id="7"><i>1</i></main>';
    const node = element('main');
    const { changes } = watch({ node, deep: false, says: () => node.getAttribute('data-id') });
    element('i').replaceChildren('2');
    await heard();
    expect(changes()).toBe(0);
    node.setAttribute('data-id', '8');
    await heard();
    expect(changes()).toBe(1);
  });

  it.each([
    ['itself', 'input', true],
    ['in what is watched', 'p', true],
    ['in an element that only matters itself', 'p', false],
  ])(
    'asks a field %s for a value that a script has set: that changes no node and sends no event',
    async (_, css, deep) => {
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
      document.body.innerHTML = '<p><input value="Vera"></p>';
      const input = element('input') as HTMLInputElement;
      const { changes, nodes } = watch({ node: element(css), deep, says: () => input.value });
      input.value = 'Bo';
      vi.advanceTimersByTime(100);
      expect(changes() > 0).toBe(css === 'input' || deep);
      nodes.watch([]);
      const before = changes();
      input.value = 'Cy';
      vi.advanceTimersByTime(1000);
      expect(changes()).toBe(before);
      vi.useRealTimers();
    },
  );
});
