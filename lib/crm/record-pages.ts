import type { AddressPage, UrlPattern } from '@/lib/protocol/crm-adapter';

/** The pages on which one kind of record is open, whose id is the part `id` of each address. */
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
