import type { CrmAdapter, RingPage } from '@/lib/protocol/crm-adapter';
import { findElements } from '../find-elements';
import { adapterOn } from '../match-page';
import { takeText } from '../take-text';
import { matchUrl } from '../url-pattern';
import { ACCOUNT_NUMBER, CALL_NUMBER, type RingReport } from './ring-report';

/** A parameter that is there exactly once. */
function only(url: URL, name: string): string {
  const [value = '', ...more] = url.searchParams.getAll(name);
  return more.length > 0 ? '' : value;
}

function toReport(via: RingReport['via'], said: { number: string; account: string }): RingReport | null {
  const number = CALL_NUMBER.test(said.number) ? said.number : '';
  const account = ACCOUNT_NUMBER.test(said.account) ? said.account : '';
  return number || account ? { via, number, account } : null;
}

/**
 * `?heed-call=NUMBER`, `?heed-account=NUMBER`: how a phone system that opens an address hands over who is ringing. A plus
 * that nobody escaped reads as a space.
 */
export function ringInAddress(url: URL): RingReport | null {
  const number = only(url, 'heed-call')
    .replace(/^ (?=\d)/, '+')
    .trim();
  return toReport('address', { number, account: only(url, 'heed-account').trim() });
}

function read({ at, take }: RingPage, url: URL, document: Document): string {
  const found = findElements(at, { within: document, ignore: '' });
  const texts = new Set(found.flatMap((element) => takeText(element, take, { page: url }) ?? []));
  const [text = '', ...more] = texts;
  return more.length > 0 ? '' : text;
}

/** @returns null where a softphone doesn't ring, `undefined` where there is no softphone */
export function ringOnPage(
  url: URL,
  document: Document,
  adapters: readonly CrmAdapter[],
): RingReport | null | undefined {
  const here = ({ rings = [] }: CrmAdapter) => rings.filter((ring) => matchUrl(ring.url, url));
  const softphone = adapterOn({ url, document }, adapters, (one) => here(one).length > 0);
  const pages = softphone ? here(softphone) : [];
  if (pages.length === 0) return undefined;
  const said = { number: '', account: '' };
  for (const page of pages) said[page.as === 'phone' ? 'number' : 'account'] ||= read(page, url, document);
  return toReport('page', said);
}
