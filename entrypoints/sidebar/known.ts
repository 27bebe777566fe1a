import { isAboutNobody } from '@/lib/domain/note';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { whyUnknown } from '@/lib/ui/why-unknown';

/** There is more of them on this computer, and it can't be read. */
export function isDamaged({ view, page, subject }: SidebarModel): boolean {
  if (subject?.slot === 'call' && view?.call) return view.call.damaged;
  return page.state === 'customer' && page.damaged;
}

/** Somebody by whose address or number no customer is known, and all customers are here: no level is missing, they are. */
export function isAbsent(model: SidebarModel): boolean {
  const { subject, state, pageCustomer, view } = model;
  const customer = state.draft?.customer ?? pageCustomer?.customer;
  if (!subject || subject.card || isDamaged(model) || !customer) return false;
  return customer.cardNumber === null && customer.identifiers.length > 0 && whyUnknown(view) === 'unknown';
}

/** The note in hand is about nobody yet. */
export function isNobodys({ state: { draft } }: SidebarModel): boolean {
  return draft !== null && isAboutNobody(draft.customer);
}
