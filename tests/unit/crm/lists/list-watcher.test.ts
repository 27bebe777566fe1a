// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { isOnDark, listColours } from '@/lib/crm/lists/list-badge';
import type { ListRow } from '@/lib/crm/lists/list-rows';
import type { ListWatcher } from '@/lib/crm/lists/list-watcher';
import type { RawIdentifier } from '@/lib/domain/identifier';
import { setVisibility } from '../watch/watched-page';
import { find, hosts, rowHtml, settle, shownLevels, showQueue } from './listed-page';
import { watchEachTest } from './watch-each-test';

const many = (n: number) =>
  Array.from({ length: n }, (_, i) => `${i % 5 === 0 ? 'risk' : 'fine'}${i}@x.example`);

const watch = watchEachTest();

describe('badges in a list', () => {
  it('stand beside customers at risk and to watch, and show nothing of others', async () => {
    showQueue(['risk@x.example', 'fine@x.example', 'watch@x.example']);
    watch();
    await settle();
    expect(shownLevels()).toEqual([
      ['risk@x.example', 'At risk'],
      ['watch@x.example', 'Watch'],
    ]);
  });

  it('fifty customers are asked for in one message, each once', async () => {
    showQueue(many(50));
    const { asked, watcher } = watch();
    await settle();
    watcher.pageChanged(null);
    await settle();
    expect(asked).toEqual([many(50)]);
    expect(shownLevels()).toHaveLength(10);
  });

  it('are to the page one empty element beside each row, the same whatever they show', async () => {
    showQueue(['risk@x.example', 'fine@x.example', 'watch@x.example']);
    watch();
    await settle();
    const seen = hosts().map((host) => [host.outerHTML, host.shadowRoot, host.textContent]);
    expect(seen).toHaveLength(3);
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it.each<[string, (row: Element) => void]>([
    [
      'a text node changes',
      (row) => Object.assign(row.querySelector('.mail')?.firstChild ?? {}, { nodeValue: 'fine@x.example' }),
    ],
    ['an element is replaced', (row) => row.querySelector('.mail')?.replaceWith('fine@x.example')],
    ['an attribute that is read changes', (row) => row.querySelector('.who')?.setAttribute('data-id', '7')],
    ['a link changes', (row) => row.querySelector('.who')?.setAttribute('href', '/other')],
    [
      'everything in it is replaced',
      (row) => {
        row.innerHTML = rowHtml('fine@x.example').slice(4, -5);
      },
    ],
    [
      'the page moves the badge to another row',
      (row) => find('li:last-child .who').append(row.querySelector('.who > span') ?? ''),
    ],
  ])('are gone in the task in which %s', async (_, change) => {
    showQueue(['risk@x.example', 'fine@y.example']);
    watch();
    await settle();
    expect(shownLevels()).toHaveLength(1);
    change(find('li'));
    await Promise.resolve();
    expect(shownLevels()).toEqual([]);
  });

  it('come back for whom a recycled row shows, without being asked for again', async () => {
    showQueue(['risk@x.example', 'watch@x.example']);
    const { asked } = watch();
    await settle();
    const [first, second] = [find('li:first-child .mail'), find('li:last-child .mail')];
    for (const [node, text] of [
      [first, 'watch@x.example'],
      [second, 'risk@x.example'],
    ] as const)
      node.textContent = text;
    await settle();
    expect(shownLevels()).toEqual([
      ['watch@x.example', 'Watch'],
      ['risk@x.example', 'At risk'],
    ]);
    expect(asked).toHaveLength(1);
  });

  it('come for rows that are added, and only these are asked for', async () => {
    showQueue(['risk1@x.example', 'fine@x.example']);
    const { asked } = watch();
    await settle();
    find('ul').insertAdjacentHTML('beforeend', rowHtml('risk2@x.example'));
    await settle();
    expect(asked.at(-1)).toEqual(['risk2@x.example']);
    expect(shownLevels()).toHaveLength(2);
  });

  it('are not asked for while the list is being scrolled', async () => {
    showQueue(many(3));
    const { asked } = watch();
    await settle();
    find('.mail').textContent = 'risk99@x.example';
    for (let i = 0; i < 20; i++) {
      document.dispatchEvent(new Event('scroll'));
      await settle(50);
    }
    expect(asked).toHaveLength(1);
    await settle();
    expect(asked).toHaveLength(2);
  });

  it('of a long list only rows near the window are read', async () => {
    showQueue(many(100));
    document.querySelectorAll('li').forEach((row, i) => {
      row.getBoundingClientRect = () => new DOMRect(0, i * 40, 800, 40);
    });
    const { asked } = watch();
    await settle();
    expect(asked.flat()).toEqual(many(100).slice(0, Math.floor((2 * window.innerHeight) / 40) + 1));
  });

  it('cost a tenth of the page’s time at most, also where it is dear to find their rows', async () => {
    showQueue(many(3));
    watch();
    await settle();
    let busy = 0;
    const [query, now] = [document.querySelectorAll.bind(document), performance.now.bind(performance)];
    vi.spyOn(performance, 'now').mockImplementation(() => now() + busy);
    vi.spyOn(document, 'querySelectorAll').mockImplementation((css: string) => {
      busy += css === '.queue li' ? 30 : 0;
      return query(css);
    });
    for (let i = 0; i < 200; i++) {
      find('.mail').textContent = `fine${i}@x.example`;
      await settle(50);
    }
    expect(busy).toBeGreaterThan(0);
    expect(busy).toBeLessThan(0.1 * (10_000 + busy) + 150);
  });

  it('are not left where they would move anything', async () => {
    showQueue(['risk@x.example', 'risk2@x.example']);
    const who = find('.who');
    who.getBoundingClientRect = () => new DOMRect(0, 0, 100 + who.querySelectorAll('span').length * 8, 20);
    watch();
    await settle();
    expect(shownLevels()).toEqual([['risk2@x.example', 'At risk']]);
    expect(who.querySelector('span')).toBeNull();
  });

  it('stay out where the page keeps taking them out', async () => {
    showQueue(['risk@x.example']);
    watch();
    await settle();
    let rounds = 0;
    while (hosts().length > 0 && rounds < 50) {
      rounds += 1;
      hosts()[0]?.remove();
      await settle();
    }
    expect(rounds).toBe(6);
  });

  it('are gone when the page goes elsewhere, the tab is hidden, or the extension ends', async () => {
    showQueue(['risk@x.example']);
    const { watcher, stop: end } = watch();
    await settle();
    setVisibility('hidden');
    expect(hosts()).toEqual([]);
    setVisibility('visible');
    await settle();
    expect(shownLevels()).toHaveLength(1);
    history.replaceState(null, '', '/elsewhere');
    watcher.pageChanged(null);
    await settle();
    expect(hosts()).toEqual([]);
    history.replaceState(null, '', '/queue');
    watcher.pageChanged(null);
    await settle();
    expect(shownLevels()).toHaveLength(1);
    end();
    expect(hosts()).toEqual([]);
  });

  it('leave the agent’s own rows, and rows without anybody, alone', async () => {
    showQueue(['risk@x.example', 'risk-agent@desk.example', 'nobody']);
    document.body.insertAdjacentHTML('beforeend', '<a id="me" href="mailto:risk-agent@desk.example">me</a>');
    const { asked } = watch();
    await settle();
    expect(asked).toEqual([['risk@x.example']]);
  });
});

describe('the open record’s badge', () => {
  const riskRow = (anchor: Element): ListRow => {
    const identifiers: RawIdentifier[] = [{ kind: 'email', value: 'risk@x.example' }];
    return { row: anchor.parentElement ?? anchor, anchor, identifiers, key: JSON.stringify(identifiers) };
  };
  const besideName = () => find('h1').querySelector('span') !== null;

  it('stands beside the name, and is asked for with the list’s in one message', async () => {
    showQueue(['watch@x.example']);
    document.body.insertAdjacentHTML('afterbegin', '<header><h1>Vera</h1></header>');
    const { watcher, asked } = watch();
    watcher.pageChanged(riskRow(find('h1')));
    await settle();
    expect(besideName()).toBe(true);
    expect(asked).toEqual([['risk@x.example', 'watch@x.example']]);
  });

  it.each<[string, (watcher: ListWatcher) => void]>([
    ['nobody is open any more', (watcher) => watcher.closeRecord()],
    ['a page is read on which nobody is', (watcher) => watcher.pageChanged(null)],
    ['the tab is hidden', () => setVisibility('hidden')],
  ])('is gone at once when %s', async (_, end) => {
    document.body.innerHTML = '<header><h1>Vera</h1></header>';
    const { watcher } = watch();
    watcher.pageChanged(riskRow(find('h1')));
    await settle();
    expect(besideName()).toBe(true);
    end(watcher);
    expect(besideName()).toBe(false);
  });

  it('is gone when badges are switched off, and back when they are on, or somebody has signed in', async () => {
    document.body.innerHTML = '<header><h1>Vera</h1></header>';
    let state: 'levels' | 'off' = 'levels';
    const { watcher } = watch(async () =>
      state === 'off' ? { state } : { state, levels: ['at-risk'], wait: null },
    );
    watcher.pageChanged(riskRow(find('h1')));
    await settle();
    state = 'off';
    watcher.levelsChanged();
    await settle(2000);
    expect(besideName()).toBe(false);
    state = 'levels';
    watcher.levelsChanged();
    await settle();
    expect(besideName()).toBe(true);
  });
});

describe('how a badge looks', () => {
  it('is the sidebar’s colours, light or dark by the text it stands beside', async () => {
    const { readFileSync } = await import('node:fs');
    const css = readFileSync('components/tokens.css', 'utf8');
    const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
    const token = (block: string, name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(block)?.[1];
    for (const [theme, block] of [
      ['light', light],
      ['dark', dark],
    ] as const)
      expect(listColours[theme]).toEqual({
        'at-risk': [token(block, 'risk'), token(block, 'risk-tint')],
        watch: [token(block, 'watch'), token(block, 'watch-tint')],
      });
    document.body.innerHTML =
      '<p style="color: rgb(27, 31, 36)"></p><b style="color: rgb(232, 236, 241)"></b>';
    expect([isOnDark(find('p')), isOnDark(find('b'))]).toEqual([false, true]);
  });
});
