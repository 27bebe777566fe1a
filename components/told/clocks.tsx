import type { Card } from '@/lib/domain/card';
import type { CustomerDetail } from '@/lib/protocol/customer-detail';
import { broughtLabel } from '@/lib/ui/brought-label';
import { formatDay } from '@/lib/ui/format';
import { timeLeft } from '@/lib/ui/time-left';
import { toldWords as t } from '@/lib/ui/words/told-words';

type Props = {
  card: Card;
  detail: CustomerDetail | null;
  now: Date;
  /** by whose clock a day ends */
  zone: string;
};

function Left({ name, due, now, zone }: { name: string; due: string } & Pick<Props, 'now' | 'zone'>) {
  const { late, text } = timeLeft(due, now, zone);
  const line = t.step(name, text);
  return late ? <strong>{line}</strong> : line;
}

/** An open case and an open complaint, each with how long there is left, or how long it is overdue. */
export function Clocks({ card, detail, now, zone }: Props) {
  const opened = detail?.openCase;
  // What the card says is newer than what was kept for when the store can't be reached.
  const due = card.openCase?.dueAt;
  const complaint = card.complaintOpen ? detail?.complaint : null;
  return (
    <>
      {due && (
        <>
          <dt>{t.case}</dt>
          <dd className="sensitive">
            <Left name={t.answer} due={due} {...{ now, zone }} />
            {opened && (
              <span className="muted">{` ·\u00a0${t.openSince(formatDay(opened.openedAt, now))}`}</span>
            )}
          </dd>
        </>
      )}
      {complaint && (
        <>
          <dt>{t.complaint}</dt>
          <dd className="sensitive">
            {complaint.steps.map(({ name, dueAt }) => (
              <p key={name}>
                <Left name={broughtLabel(name)} due={dueAt} {...{ now, zone }} />
              </p>
            ))}
            <p className={complaint.steps.length > 0 ? 'muted' : undefined}>
              {t.openSince(formatDay(complaint.openedAt, now))}
            </p>
          </dd>
        </>
      )}
    </>
  );
}
