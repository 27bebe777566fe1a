// @vitest-environment jsdom
import { expect, it } from 'vitest';
import type { CrmAdapter, ListPage } from '@/lib/protocol/crm-adapter';
import { find, queue, rowHtml, settle, shownLevels } from './listed-page';
import { watchEachTest } from './watch-each-test';

/*
 * Two lists on one page, whichever comes first. And the same elements, read in another way: an adapter was mended while the page is open, or a list's container stays for
 * the list that comes next.
 */

const watch = watchEachTest();

const at = (css: string) => [{ css, seen: '2026-11-27' }];

/** The sample's queue as two lists, by what their rows stand in. */
function twoLists(...css: readonly string[]): CrmAdapter {
  const adapter = queue();
  return {
    ...adapter,
    lists: css.flatMap((each) => adapter.lists.map((one) => ({ ...one, each: at(each) }))),
  };
}

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

it('all rows of two lists on one page are watched, in whatever order these stand', async () => {
  const adapter = twoLists('.later li', '.earlier li');
  const group = (name: string, mail: string) => `<ul class="${name}">${rowHtml(mail)}</ul>`;
  document.body.innerHTML = `<section>${group('earlier', 'risk1@x')}</section>
    <section>${group('earlier', 'risk2@x')}${group('later', 'risk3@x')}</section>
    <section>${group('later', 'risk4@x')}</section>`;
  watch(undefined, () => [adapter]);
  await settle();
  expect(shownLevels()).toHaveLength(4);
  for (const mail of document.querySelectorAll('.mail')) mail.textContent = 'fine@x';
  await Promise.resolve();
  expect(shownLevels()).toEqual([]);
});

it('a row is told of what changes in a list that stands in it', async () => {
  const adapter = twoLists('.outer > li', '.inner > li');
  document.body.innerHTML = `<ul class="outer"><li><a class="who">Vera</a>
    <ul class="inner"><li><i class="mail">risk@x</i></li></ul></li></ul>`;
  watch(undefined, () => [adapter]);
  await settle();
  expect(shownLevels()).toEqual([['risk@x', 'At risk']]);
  find('.mail').textContent = 'fine@x';
  await Promise.resolve();
  expect(shownLevels()).toEqual([]);
});

it('a row whose own link leads elsewhere since the page went on is read anew', async () => {
  const fields: ListPage['fields'] = [
    { at: at('.who'), take: { from: 'link', to: { path: '/:who/mail' }, part: 'who' }, as: 'email' },
  ];
  const url = { path: '/:who/queue' };
  const adapter = queue();
  const lists = adapter.lists.map((list) => ({ ...list, url, fields }));
  history.replaceState(null, '', '/risk@x.example/queue');
  document.body.innerHTML = '<ul class="queue"><li><a class="who" href="mail">A</a></li></ul>';
  const { watcher } = watch(undefined, () => [{ ...adapter, lists }]);
  await settle();
  expect(shownLevels()).toEqual([['', 'At risk']]);
  history.replaceState(null, '', '/fine@x.example/queue');
  watcher.pageChanged(null);
  await settle();
  expect(shownLevels()).toEqual([]);
});
