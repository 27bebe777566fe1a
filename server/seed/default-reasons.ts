import type { Reason } from '@/lib/domain/reason';

/** The reasons an organisation starts with: a telecom's or a utility's call center. It changes them as it learns. */
export const defaultReasons: Reason[] = [
  { code: 'billed-twice', category: 'Billing', label: 'Billed twice or wrongly', contactReason: true },
  { code: 'bill-unclear', category: 'Billing', label: 'Bill not understood', contactReason: true },
  { code: 'refund-missing', category: 'Billing', label: 'Refund not arrived', contactReason: true },
  { code: 'delivery-late', category: 'Delivery', label: 'Delivery late or wrong', contactReason: true },
  { code: 'engineer-missed', category: 'Delivery', label: 'Engineer did not come', contactReason: true },
  { code: 'no-connection', category: 'Product', label: 'No connection', contactReason: true },
  { code: 'slow-internet', category: 'Product', label: 'Slow or unsteady connection', contactReason: true },
  { code: 'device-fault', category: 'Product', label: 'Device broken', contactReason: true },
  { code: 'price-increase', category: 'Price', label: 'Price went up', contactReason: true },
  { code: 'competitor-offer', category: 'Price', label: 'Better offer elsewhere', contactReason: true },
  { code: 'treated-badly', category: 'People', label: 'Treatment by staff', contactReason: false },
  { code: 'wrong-advice', category: 'People', label: 'Wrong or different answers', contactReason: false },
  { code: 'long-wait', category: 'Waiting', label: 'Waited too long', contactReason: false },
  { code: 'told-again', category: 'Waiting', label: 'Had to tell it again', contactReason: false },
  { code: 'contract-terms', category: 'Contract', label: 'Contract terms', contactReason: true },
  { code: 'wants-to-leave', category: 'Contract', label: 'Cancellation', contactReason: true },
  { code: 'moving-house', category: 'Contract', label: 'Moving house', contactReason: true },
  { code: 'other', category: 'Other', label: 'Something else', contactReason: true },
];
