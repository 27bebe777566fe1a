import type { NoteContent } from '@/lib/domain/note';
import type { OpenPromise, PromiseAround } from '@/lib/domain/promise-guard';
import { dayIn } from '@/lib/domain/time-zone';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { CustomerDetail } from '@/lib/protocol/customer-detail';

type Organisation = NonNullable<RpcOutput<'organisation.get'>>;

const isOpen = (one: CustomerDetail['promises'][number]): one is typeof one & OpenPromise =>
  one.state !== 'kept';

/** What a promise is checked against. @param promised what this customer was promised, where the caller may hear it */
export function promiseAround(
  { rules, playbook }: Organisation,
  { offers }: Pick<NoteContent, 'offers'>,
  { promised, now }: { promised: CustomerDetail['promises']; now: Date },
): PromiseAround {
  const { limitMinor, currency } = playbook;
  const { calendar } = rules;
  const today = dayIn(calendar.zone, now);
  return { offers, limitMinor, currency, calendar, today, open: promised.filter(isOpen) };
}
