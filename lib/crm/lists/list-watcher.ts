import type { RawIdentifier } from '@/lib/domain/identifier';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { createIdleTask } from '../watch/idle-task';
import { createTimeBudget } from '../watch/time-budget';
import { createListBadges } from './list-badges';
import { createListLevels, type LevelsAnswer } from './list-levels';
import { agentOf, type ListRow, listsOn, nearRows, type OpenList, readRow, rowElements } from './list-rows';
import { createRowWatch } from './row-watch';

/** How long one look at the lists may keep the page (ms), where one row takes no longer; the rest is read at the next. */
const BUDGET = 6;
/** Rows that only pass by are not asked for: so long (ms) nothing must have been scrolled. */
const REST = 150;
const SOON = { after: 50, within: 300 };
const NEXT = { after: 0, within: 200 };
/** A row that showed nobody may have been hidden by something outside of it: read again after this (ms). */
const AGAIN = 1000;

export type ListWatcherOptions = {
  window: Window & typeof globalThis;
  adapters: () => readonly CrmAdapter[];
  ask: (people: RawIdentifier[][]) => Promise<LevelsAnswer>;
  signal: AbortSignal;
};

export type ListWatcher = {
  /** The page may have changed: looks at its lists when it is idle. @param record who is open on it, beside their name */
  pageChanged(record: ListRow | null): void;
  /** Nobody is open any more: takes the record's badge away at once. */
  closeRecord(): void;
  /** What was said of anyone's level holds no more. */
  levelsChanged(): void;
};

const attributesOf = (lists: readonly OpenList[]) =>
  lists.flatMap(({ list }) =>
    list.fields.flatMap(({ take }) => (take.from === 'attribute' ? [take.name] : [])),
  );

/**
 * Whether lists are read as those that were asked about before: an adapter may be mended, or another list come in the same
 * elements. By text, so that what is told anew and says the same is the same.
 */
function createSameWay({ location }: Window) {
  let last = '';
  return (lists: readonly OpenList[]): boolean => {
    const before = last;
    // What a row's own link says depends on where the page is.
    const { href } = new URL('?', location.href);
    last = JSON.stringify([href, lists.map(({ adapter, list }) => [adapter.agent, list])]);
    return last === before;
  };
}

type Read = { shows: ListRow | null; at: number };

type LooksOptions = Pick<ListWatcherOptions, 'window' | 'signal'> & { now: () => number };

/** When to look. To find the rows of a long list takes its time as well: all of it is within a budget. */
function createLooks({ window, signal, now }: LooksOptions, look: () => void) {
  const budget = createTimeBudget(now);
  const idle = createIdleTask(window, signal, () => budget.spend(look));
  return ({ after, within }: typeof SOON): void =>
    idle.schedule({ after: Math.max(after, budget.wait()), within });
}

/** Badges in the lists of a page, as rows come and go. Ends with the signal, and leaves nothing behind. */
export function createListWatcher({ window, adapters, ask, signal }: ListWatcherOptions): ListWatcher {
  const { document } = window;
  const now = () => window.performance.now();
  /** rows as they were read. One that changes is taken out at once. */
  const read = new Map<Node, Read>();
  const isSameWay = createSameWay(window);
  const badges = createListBadges(document);
  const lookIn = createLooks({ window, signal, now }, look);
  const soon = () => lookIn(SOON);
  const ready = (after: number) => (after === 0 ? lookIn(NEXT) : void window.setTimeout(soon, after));
  const levels = createListLevels({ ask, now, ready });
  const isRow = (node: Node) => read.has(node);
  const rowWatch = createRowWatch({ window, isRow, rowChanged, changed: soon });
  let scrolledAt = Number.NEGATIVE_INFINITY;
  let record: ListRow | null = null;

  function rowChanged(row: Node): void {
    const { shows } = read.get(row) ?? {};
    read.delete(row);
    if (shows) badges.clear(shows.anchor);
  }

  function keepOnly(rows: ReadonlySet<Node>): void {
    for (const [row, { shows }] of read) {
      if (rows.has(row)) continue;
      read.delete(row);
      if (shows) badges.remove(shows.anchor);
    }
  }

  function openRecord(next: ListRow | null): void {
    if (record && record.anchor !== next?.anchor) badges.remove(record.anchor);
    else if (record && record.key !== next?.key) badges.clear(record.anchor);
    record = next;
  }

  /** @returns false where the time was too short for all of them */
  function readAll(list: OpenList, rows: readonly Element[], until: number): boolean {
    const isRead = (row: Element) => {
      const last = read.get(row);
      return last !== undefined && (last.shows !== null || now() - last.at < AGAIN);
    };
    const unread = rows.filter((row) => !isRead(row));
    if (unread.length === 0) return true;
    const agent = agentOf(list);
    return unread.every((row, i) => {
      if (i > 0 && now() > until) return false;
      read.set(row, { shows: readRow(row, list, agent), at: now() });
      return true;
    });
  }

  function show(rows: readonly ListRow[]): void {
    const answered = rows.filter(({ key }) => levels.of(key) !== undefined);
    badges.put(answered);
    for (const { anchor, key } of answered) badges.show(anchor, levels.of(key) ?? null);
  }

  function look(): void {
    if (document.visibilityState === 'hidden' || document.readyState !== 'complete') return;
    const until = now() + BUDGET;
    // Whose it is stays known: somebody may sign in while the record is open.
    if (levels.isOff() && record) badges.remove(record.anchor);
    const lists = levels.isOff() ? [] : listsOn(new URL(window.location.href), document, adapters());
    const found = lists.map((list) => ({ list, rows: rowElements(list) }));
    const rows = found.map((one) => one.rows);
    rowWatch.own(() => keepOnly(new Set(isSameWay(lists) ? rows.flat() : [])));
    rowWatch.watch(rows, attributesOf(lists));
    const near = found.map((one) => ({ ...one, rows: nearRows(one.rows, window) }));
    const isWhole = near.every((one) => readAll(one.list, one.rows, until));
    const inLists = near.flatMap((one) => one.rows.flatMap((row) => read.get(row)?.shows ?? []));
    const here = record ? [record, ...inLists] : inLists;
    rowWatch.own(() => show(here));
    if (!isWhole) lookIn(NEXT);
    else if (now() - scrolledAt >= REST) levels.want(here);
    else lookIn({ after: REST, within: REST });
  }

  function listen(): void {
    function leave(): void {
      openRecord(null);
      rowWatch.own(() => keepOnly(new Set()));
      rowWatch.watch([], []);
    }

    function scrolled(): void {
      if (read.size === 0) return;
      scrolledAt = now();
      soon();
    }

    function onVisibility(): void {
      if (document.visibilityState === 'hidden') leave();
      else soon();
    }

    window.addEventListener('scroll', scrolled, { signal, capture: true, passive: true });
    window.addEventListener('resize', soon, { signal, passive: true });
    window.addEventListener('load', soon, { signal });
    document.addEventListener('visibilitychange', onVisibility, { signal });
    signal.addEventListener('abort', leave);
  }

  listen();
  return {
    pageChanged(next) {
      openRecord(next);
      soon();
    },
    closeRecord: () => openRecord(null),
    levelsChanged: levels.forget,
  };
}
