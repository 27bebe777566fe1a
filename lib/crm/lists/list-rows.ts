import type { RawIdentifier } from '@/lib/domain/identifier';
import type { CrmAdapter, ListPage } from '@/lib/protocol/crm-adapter';
import { findElements, queryAll } from '../find-elements';
import { adapterOn } from '../match-page';
import { readAgent, readPerson, sameness } from '../read-people';
import { matchUrl } from '../url-pattern';

/** A list that an adapter finds on this page. */
export type OpenList = { adapter: CrmAdapter; list: ListPage; page: URL; document: Document };

/** One row that shows a customer. Several customers in one row are told by identifiers that lead to several. */
export type ListRow = {
  row: Element;
  /** beside which the badge stands */
  anchor: Element;
  identifiers: RawIdentifier[];
  /** the same text for the same identifiers */
  key: string;
};

/** Bound of `page.levels`. More than that is no customer. */
const MOST_IDENTIFIERS = 20;
/** A page with more rows than that in its DOM is left alone: finding those in sight would cost too much. */
const MOST_ROWS = 5000;
/** A list of so many rows is taken whole, so that it gets its badges at once; of a longer one what is near the window. */
const SMALL_LIST = 60;

const nothingNamed: ReadonlyMap<string, string> = new Map();

/** The lists of the first adapter that knows any here; a list may stand on a customer's page too. */
export function listsOn(page: URL, document: Document, adapters: readonly CrmAdapter[]): OpenList[] {
  const here = ({ lists }: CrmAdapter) => lists.filter(({ url }) => matchUrl(url, page));
  const adapter = adapterOn({ url: page, document }, adapters, (one) => here(one).length > 0);
  return adapter ? here(adapter).map((list) => ({ adapter, list, page, document })) : [];
}

/** Every row that a list has in the document, whether or not it is in sight. */
export function rowElements({ list, document }: OpenList): Element[] {
  for (const { css } of list.each) {
    const found = queryAll(document, css);
    if (found.length > 0) return found.length > MOST_ROWS ? [] : found;
  }
  return [];
}

/** Those of a list's rows that are in the window, or up to its height away from it. */
export function nearRows(rows: readonly Element[], window: Window): readonly Element[] {
  if (rows.length <= SMALL_LIST) return rows;
  const height = window.innerHeight;
  return rows.filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom >= -height && top <= 2 * height;
  });
}

/** By what the agent at this desk is known on the page: a row of theirs is no customer's. */
export function agentOf({ adapter, document, page }: OpenList): ReadonlySet<string> {
  return readAgent(adapter.agent, document, { page, parts: nothingNamed, ignore: '' });
}

/** What a row says now; null where it shows nobody, or nothing to stand beside. What an adapter ignores on a customer's page isn't: lists are among it. */
export function readRow(row: Element, { list, page }: OpenList, agent: ReadonlySet<string>): ListRow | null {
  const { identifiers } = readPerson(row, list.fields, { page, parts: nothingNamed, ignore: '' });
  if (identifiers.length === 0 || identifiers.length > MOST_IDENTIFIERS) return null;
  if (identifiers.some((one) => agent.has(sameness(one)))) return null;
  const [anchor] = findElements(list.anchor, { within: row, ignore: '' });
  return anchor ? { row, anchor, identifiers, key: JSON.stringify(identifiers) } : null;
}
