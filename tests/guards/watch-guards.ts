import type { Guard } from './guard';

const nodes = { project: 'unit', tests: ['tests/unit/crm/watch/node-watch.test.ts'] } as const;
const cost = { project: 'unit', tests: ['tests/unit/crm/watch/page-watcher-cost.test.ts'] } as const;
const anyOrder = { project: 'unit', tests: ['tests/unit/crm/watch/page-watcher-property.test.ts'] } as const;
const lists = { project: 'unit', tests: ['tests/unit/crm/lists/list-watcher.test.ts'] } as const;
const changes = { project: 'unit', tests: ['tests/unit/crm/watch/change-watch.test.ts'] } as const;
const detection = { project: 'unit', tests: ['tests/unit/crm/detect.test.ts'] } as const;

/** A page is watched closely, and hardly notices it. */
export const watchGuards: readonly Guard[] = [
  {
    guard: 'whatever a page does in whatever order, its navigation is heard',
    file: 'lib/crm/watch/page-watcher.ts',
    find: 'onNavigation(window, signal, ifGenuine(startOver));',
    replace: '',
    ...anyOrder,
  },
  {
    guard: 'whatever a page does in whatever order, the identity’s nodes are watched',
    file: 'lib/crm/watch/page-watcher.ts',
    find: "nodes.watch(found.state === 'customer' ? found.witnesses : []);",
    replace: '',
    ...anyOrder,
  },
  {
    guard: 'whatever a page does in whatever order, nobody shows whose number isn’t the address’s',
    file: 'lib/crm/confirm-page.ts',
    find: 'return { holds: texts.length > 0 && texts.every(agree), witnesses };',
    replace: 'return { holds: texts.length > 0, witnesses };',
    ...anyOrder,
  },
  {
    guard: 'what the identity’s nodes say is compared at every change, not when the page is idle',
    file: 'lib/crm/watch/node-watch.ts',
    find: 'if (isGone || watched.some(isOther)) changed();',
    replace: 'if (isGone) changed();',
    ...nodes,
    named: 'its text is another',
  },
  {
    guard: 'a node of the identity that is taken out is heard of, whatever it says',
    file: 'lib/crm/watch/node-watch.ts',
    find: 'const isGone = ',
    replace: 'const isGone = chain.size < 0 && ',
    ...nodes,
    named: 'taken out',
  },
  {
    guard: 'a page goes blank at once, also where there is no time to read it again',
    file: 'lib/crm/watch/page-watcher.ts',
    find: '    blank();\n    lookLater();',
    replace: '    lookLater();',
    ...cost,
    named: 'where there is no time',
  },
  {
    guard: 'a page that changes all the time is not read all the time',
    file: 'lib/crm/watch/time-budget.ts',
    find: 'Math.max(0, paid - now() - MOST / SHARE)',
    replace: '0 * (paid + MOST)',
    ...cost,
    named: 'a tenth of its time',
  },
  {
    guard: 'a page that can’t be read is not tried again at every change',
    file: 'lib/crm/watch/careful-reader.ts',
    find: 'fails ? TRY_AGAIN : 0',
    replace: '0',
    ...cost,
    named: 'can’t be read',
  },
  {
    guard: 'nobody is read on a page that the browser renders ahead',
    file: 'lib/crm/watch/once-active.ts',
    find: 'if (prerendering)',
    replace: 'if (prerendering && false)',
    project: 'unit',
    tests: ['tests/unit/crm/watch/once-active.test.ts'],
  },
  {
    guard: 'a list is looked at for a tenth of the page’s time at most',
    file: 'lib/crm/lists/list-watcher.ts',
    find: '() => budget.spend(look)',
    replace: 'look',
    ...lists,
    named: 'a tenth of the page',
  },
  {
    guard: 'a taught adapter keeps no other from the pages of its host',
    file: 'lib/crm/match-page.ts',
    find: 'isNobody(one, url) || matchPage(one, url) !== null',
    replace: 'isNobody(one, url) || one.pages.length > 0',
    ...detection,
    named: 'share a host',
  },
  {
    guard: 'a page that shows only later that it is a softphone is heard ringing',
    file: 'lib/crm/rings/ring-watcher.ts',
    find: 'watches ? undefined : readPage()',
    replace: 'undefined',
    project: 'unit',
    tests: ['tests/unit/crm/rings/ring-watcher.test.ts'],
    named: 'only later',
  },
  {
    guard: 'a page that shows only later that it is a softphone is heard ringing where nobody looks, too',
    file: 'lib/crm/rings/ring-watcher.ts',
    find: "document.visibilityState === 'hidden' && mayRing()",
    replace: 'false',
    project: 'unit',
    tests: ['tests/unit/crm/rings/ring-watcher.test.ts'],
    named: 'nobody looks at',
  },
  {
    guard: 'a frame whose record comes late is read when it is there',
    file: 'lib/crm/watch/change-watch.ts',
    find: "root.addEventListener('load', changed, { capture: true, signal });",
    replace: '',
    ...changes,
  },
  {
    guard: 'whom a frame showed is nobody any more once it has gone on',
    file: 'lib/crm/watch/change-watch.ts',
    find: "inner?.addEventListener('pagehide', left, { signal });",
    replace: 'void inner;',
    ...changes,
  },
];
