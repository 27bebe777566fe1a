import type { CustomerDetail } from '@/lib/protocol/customer-detail';

/** What there is of the words behind a card. */
export type DetailState =
  | { state: 'loading' }
  | { state: 'offline' }
  | { state: 'failed' }
  /** `asOf`: the store can't be reached, and this is what it said then; null where it said so just now */
  | { state: 'ready'; detail: CustomerDetail; asOf: string | null };
