import type { ReactNode } from 'react';
import { badgeLevel } from '@/lib/domain/badge-level';
import type { Playbook } from '@/lib/domain/playbook';
import type { ApprovalFacts as Facts, WaitingApproval } from '@/lib/protocol/approval';
import { formatDay, formatMoment, formatMoney } from '@/lib/ui/format';
import { offerLabel } from '@/lib/ui/offer-label';
import { approvalsPageWords as w } from '@/lib/ui/words/approvals-page-words';
import { RiskBadge } from './risk-badge';
import './approval-facts.css';

type Props = {
  approval: WaitingApproval;
  playbook: Playbook;
  /** on the store's clock */
  now: Date;
};

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="label">{term}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

/** Says whom it is about, as far as the organisation's own list does. */
function customerWords({ customerName, cardNumber }: WaitingApproval): string {
  const number = cardNumber === null ? '' : w.number(cardNumber);
  return [customerName, number].filter(Boolean).join(' · ') || w.unnamed;
}

/** The limit that is the narrowest, and how far beyond it this is. */
function limitWords({ left, of, by }: Facts['room'], { amountMinor }: WaitingApproval, currency: string) {
  const money = (minor: number) => formatMoney(minor, currency);
  const over = amountMinor - left;
  return over > 0 ? w.over[by](money(over), money(left), money(of)) : w.within(money(left));
}

function Open({ facts: { complaintOpen, promises, caseOverdueSince }, now }: { facts: Facts; now: Date }) {
  const late = [
    complaintOpen && w.complaintOpen,
    caseOverdueSince !== null && w.caseOverdue(formatMoment(caseOverdueSince, now)),
    promises.broken > 0 && w.broken(promises.broken),
  ];
  const said = late.filter(Boolean).join(' · ');
  const due = promises.due > 0 ? w.due(promises.due) : '';
  if (!said && !due) return w.nothingOpen;
  return (
    <>
      {said && <strong>{said}</strong>}
      {said && due && ' · '}
      {due}
      {promises.late.map(({ what, dueOn }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two promises may be worded alike, for the same day
        <p key={i}>{w.brokenOne(what, formatDay(dueOn, now))}</p>
      ))}
    </>
  );
}

function Given({ facts: { given }, playbook, now }: { facts: Facts } & Pick<Props, 'playbook' | 'now'>) {
  if (given.last.length === 0) return w.givenNothing(given.days);
  return (
    <>
      {w.givenIn(formatMoney(given.minor, playbook.currency), given.days)}
      {given.last.map((one) => (
        // Two equal offers of one note are alike in all that is told of them.
        <p className="muted" key={given.last.indexOf(one)}>
          {w.givenOn(offerLabel(playbook, one), formatDay(one.at, now))}
        </p>
      ))}
    </>
  );
}

/** What it takes to decide in the seconds that there are; of an older store, what was asked alone. */
export function ApprovalFacts({ approval, playbook, now }: Props) {
  const { facts } = approval;
  return (
    <dl className="approval-facts">
      <Row term={w.customer}>
        {customerWords(approval)}
        {facts && (
          <span className="approval-badge">
            <RiskBadge level={badgeLevel(facts.level)} />
            {facts.tier}
          </span>
        )}
      </Row>
      <Row term={w.what}>{offerLabel(playbook, approval)}</Row>
      {facts && (
        <Row term={w.limit}>
          {limitWords(facts.room, approval, playbook.currency)}
          <p className="muted">{w.unsaved}</p>
        </Row>
      )}
      <Row term={w.why}>{approval.why}</Row>
      {facts && (
        <>
          <Row term={w.open}>
            <Open facts={facts} now={now} />
          </Row>
          <Row term={w.given}>
            <Given facts={facts} playbook={playbook} now={now} />
          </Row>
        </>
      )}
    </dl>
  );
}
