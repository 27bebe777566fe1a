// @vitest-environment jsdom
import { act, createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { describe, expect, it, vi } from 'vitest';
import { find, settle, shownLevels } from './listed-page';
import { watchEachTest } from './watch-each-test';

const watch = watchEachTest();

describe('a page that React draws', () => {
  it('goes on drawing rows right: changed, added, moved and taken away', async () => {
    document.body.innerHTML = '<div id="app"></div>';
    let draw: (mails: string[]) => void = () => {};
    const Row = ({ mail }: { mail: string }) =>
      createElement(
        'li',
        {},
        createElement('a', { className: 'who' }, mail.split('@')[0]),
        ' ',
        createElement('i', { className: 'mail' }, mail),
      );
    const App = ({ keyed }: { keyed: boolean }) => {
      const [mails, setMails] = useState<string[]>([]);
      draw = setMails;
      return createElement(
        'ul',
        { className: 'queue' },
        mails.map((mail, i) => createElement(Row, { key: keyed ? mail : i, mail })),
      );
    };
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    for (const keyed of [true, false]) {
      const root = createRoot(find('#app'));
      act(() => root.render(createElement(App, { keyed })));
      const { watcher, stop: end } = watch();
      for (const mails of [
        ['risk1@x', 'fine@x', 'watch@x'],
        ['watch@x', 'risk1@x'],
        ['risk2@x', 'fine@x', 'fine2@x', 'risk1@x'],
        [],
        ['risk1@x'],
      ]) {
        act(() => draw(mails));
        expect([...document.querySelectorAll('li')].map((li) => li.textContent)).toEqual(
          mails.map((mail) => `${mail.split('@')[0]} ${mail}`),
        );
        watcher.pageChanged(null);
        await settle();
        expect(shownLevels().map(([mail]) => mail)).toEqual(mails.filter((mail) => !mail.startsWith('fine')));
      }
      end();
      act(() => root.unmount());
      expect(find('#app').childElementCount).toBe(0);
    }
    vi.unstubAllGlobals();
  });
});
