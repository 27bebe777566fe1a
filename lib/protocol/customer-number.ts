import type { ExternalIdKind } from './crm-adapter';

/**
 * What a customer's number is that stands on a page without saying whose CRM's it is: read without an adapter, or by one
 * that was taught. The store knows customers by it where they were imported with ids of this kind.
 */
export const CUSTOMER_NUMBER = { system: 'crm', recordType: 'customer' } as const satisfies ExternalIdKind;
