// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createNodeWatch } from '@/lib/crm/node-watch';

describe('the watch on a few nodes', () => {
  it('sees what stands above a form in which a field takes the name of its parent', async () => {
    document.body.innerHTML = '<main><form><input name="parentNode"><b>Vera</b></form></main>';
    const [main, form, name] = ['main', 'form', 'b'].map((css) => document.querySelector(css));
    if (!main || !form || !name) throw new Error('no such page');
    // A browser puts the field in the place of the property; jsdom doesn't, so the test does.
    Object.defineProperty(form, 'parentNode', { value: document.createElement('input') });
    let changes = 0;
    const nodes = createNodeWatch(window, () => {
      changes += 1;
    });
    nodes.watch([name]);
    main.setAttribute('hidden', '');
    await Promise.resolve();
    expect(changes).toBe(1);
    nodes.watch([]);
  });
});
