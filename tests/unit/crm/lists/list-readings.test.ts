// @vitest-environment jsdom
import { expect, it } from 'vitest';
import type { CrmAdapter, ListPage } from '@/lib/protocol/crm-adapter';
import { find, queue, settle, shownLevels } from './listed-page';
import { watchEachTest } from './watch-each-test';

/*
 * The same elements, read in another way: an adapter was mended while the page is open, or a list's container stays for
 * the list that comes next.
 */

const watch = watchEachTest();

const at = (css: string) => [{ css, seen: '2026-11-27' }];

/** The sample's queue, whose rows say who they are in an attribute. */
function queueBy(name: string): CrmAdapter {
  const adapter = queue();
  const fields: ListPage['fields'] = [{ at: at('.who'), take: { from: 'attribute', name }, as: 'email' }];
  return { ...adapter, lists: adapter.lists.map((list) => ({ ...list, fields })) };
}

const showRows = (owner: string, customer: string) => {
  document.body.innerHTML = `<ul class="queue"><li><a class="who" data-owner="${owner}" data-mail="${customer}">A</a>
    <i class="mail">${customer}</i></li></ul>`;
};

it('a row that was read wrongly has another’s badge no more once the adapter is mended', async () => {
  showRows('risk@x.example', 'fine@x.example');
  let adapter = queueBy('data-owner');
  const { watcher } = watch(undefined, () => [adapter]);
  await settle();
  expect(shownLevels()).toEqual([['fine@x.example', 'At risk']]);
  adapter = queueBy('data-mail');
  watcher.pageChanged(null);
  await settle();
  expect(shownLevels()).toEqual([]);
});

it('what is read of rows since the adapter was mended is watched', async () => {
  showRows('fine@x.example', 'risk@x.example');
  let adapter = queueBy('data-owner');
  const { watcher } = watch(undefined, () => [adapter]);
  await settle();
  adapter = queueBy('data-mail');
  watcher.pageChanged(null);
  await settle();
  expect(shownLevels()).toEqual([['risk@x.example', 'At risk']]);
  find('.who').setAttribute('data-mail', 'fine@x.example');
  await Promise.resolve();
  expect(shownLevels()).toEqual([]);
});
