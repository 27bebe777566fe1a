import type { CaseRecord, CaseSystem } from '@/lib/protocol/case-records';
import type { AddressPage, CasePage, UrlPattern } from '@/lib/protocol/crm-adapter';

/** The pages on which one kind of person or account is open, whose id is the part `id` of each address. */
export function recordPages(
  system: string,
  recordType: string,
  urls: readonly UrlPattern[],
): readonly AddressPage[] {
  return urls.map((url) => ({
    kind: recordType,
    url,
    fromAddress: [{ part: 'id', as: { system, recordType } }],
  }));
}

/** The pages on which one kind of case is open, about somebody whom the address doesn't name. */
export function casePages<System extends CaseSystem>(
  system: System,
  recordType: CaseRecord<System>,
  urls: readonly UrlPattern[],
): readonly CasePage[] {
  return urls.map((url) => ({ kind: recordType, url, caseOf: { system, recordType } }));
}
