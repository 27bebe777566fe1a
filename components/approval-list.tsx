import { useEffect, useRef } from 'react';
import type { ApprovalAnswer } from '@/lib/domain/approval';
import type { Playbook } from '@/lib/domain/playbook';
import type { WaitingApproval } from '@/lib/protocol/approval';
import { offerLabel } from '@/lib/ui/offer-label';
import { approvalsPageWords as w } from '@/lib/ui/words/approvals-page-words';
import { ApprovalCard } from './approval-card';

type Props = {
  approvals: readonly WaitingApproval[];
  /** when they were told, and what time it is (real time) */
  at: Date;
  realNow: Date;
  playbook: Playbook;
  ownName: string;
  isDisabled: boolean;
  onAnswer: (approval: WaitingApproval, answer: ApprovalAnswer, line: string) => void;
};

/** Who waits, the oldest first. What was answered goes; the keyboard finds itself at the head, not nowhere. */
export function ApprovalList({ approvals, at, realNow, playbook, ownName, ...rest }: Props) {
  const head = useRef<HTMLParagraphElement>(null);
  const ids = approvals.map((a) => a.id).join(' ');
  useEffect(() => {
    if (ids !== undefined && document.activeElement === document.body) head.current?.focus();
  }, [ids]);
  const passed = realNow.getTime() - at.getTime();
  return (
    <>
      <p ref={head} tabIndex={-1} role="status">
        {approvals.length > 0 ? w.waiting(approvals.length) : w.empty}
      </p>
      {approvals.length === 0 && <p className="muted">{w.emptyHint}</p>}
      <ul className="approval-list">
        {approvals.map((approval) => (
          <ApprovalCard
            key={approval.id}
            approval={approval}
            what={offerLabel(playbook, approval)}
            ownName={ownName}
            now={new Date(Date.parse(approval.now) + passed)}
            isDisabled={rest.isDisabled}
            onAnswer={(answer, line) => rest.onAnswer(approval, answer, line)}
          />
        ))}
      </ul>
    </>
  );
}
