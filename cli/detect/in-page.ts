import { diagnose, diagnoseGeneric } from '@/lib/crm/doctor/diagnose';
import type { Diagnosis } from '@/lib/crm/doctor/diagnosis';
import { adapters } from '@/lib/crm/registry';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';

/** `adapter`: this one instead of those that Heed knows; `generic`: none at all. */
export type Question = { adapter: CrmAdapter | null; generic: boolean };

/** Runs in the page: the product's own reading of the document as it stands there. */
export function ask({ adapter, generic }: Question): Diagnosis {
  const url = new URL(location.href);
  if (generic) return diagnoseGeneric(url, document);
  return diagnose(url, document, adapter ? [adapter] : adapters);
}
