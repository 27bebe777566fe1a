import type { CrmAdapter, ExternalIdKind } from '@/lib/protocol/crm-adapter';
import { pageFields } from './page-fields';

/** Every kind of number that some CRM calls a customer by: what a number without a word beside it may be. */
export function idKinds(adapters: readonly CrmAdapter[]): ExternalIdKind[] {
  const fields = adapters.flatMap(({ pages }) => pages.flatMap(pageFields));
  const kinds = fields.flatMap(({ as }) => (typeof as === 'object' ? [as] : []));
  return [...new Map(kinds.map((kind) => [`${kind.system}:${kind.recordType}`, kind])).values()];
}
