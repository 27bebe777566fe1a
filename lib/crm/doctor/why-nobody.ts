import type { CrmAdapter, RenderedPage } from '@/lib/protocol/crm-adapter';
import { findElements } from '../find-elements';
import { findListed } from '../generic/find-lists';
import { findMentions, inGridCell } from '../generic/find-mentions';
import { readItems } from '../generic/page-items';
import { MOST_MENTIONS } from '../generic/read-generic';
import { readAddress } from '../generic/record-address';
import { matchUrl } from '../url-pattern';
import type { Missed, WhyNobody } from './diagnosis';

type Open = { url: URL; document: Document };

/** More people than one customer can be: a list. */
const MOST_PEOPLE = 20;

const isKey = (kind: string) => kind === 'email' || kind === 'phone' || kind === 'id';

/** Why nobody was found on a page without any adapter. */
export function whyUnread({ url, document }: Open): WhyNobody {
  if (readAddress(url).nobody) return 'own-page';
  const page = readItems(document);
  const mentions = findMentions(page, MOST_MENTIONS);
  const keys = mentions.filter(({ kind, item }) => isKey(kind) && item.zone !== 'agent');
  if (mentions.length === MOST_MENTIONS || findListed(keys, page).size > 0) return 'list';
  if (keys.some((mention) => inGridCell(mention, page))) return 'list';
  return keys.length === 0 ? 'names-nobody' : 'unclear';
}

/** Why nobody is open at an address of a CRM that is no customer's page. */
export function whyElsewhere({ lists, nobody }: CrmAdapter, { url }: Pick<Open, 'url'>): WhyNobody {
  const isAt = (patterns: CrmAdapter['nobody']) => patterns.some((pattern) => matchUrl(pattern, url));
  if (isAt(lists.map((list) => list.url))) return 'list';
  return isAt(nobody) ? 'set-aside' : 'no-page';
}

/** Why nobody was read on a customer's page. */
export function whyOnPage(
  state: 'nobody' | 'not-ready',
  { page, adapter, document }: { page: RenderedPage; adapter: CrmAdapter; document: Document },
  missed: readonly Missed[],
): WhyNobody {
  if (state === 'not-ready')
    return missed.some(({ field }) => field === 'ready') ? 'rendering' : 'other-record';
  const scope = { within: document, ignore: adapter.ignore.join(',') };
  return findElements(page.people.each, scope).length > MOST_PEOPLE ? 'list' : 'names-nobody';
}
