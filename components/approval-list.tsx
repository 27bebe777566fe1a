import { type ReactNode, useEffect, useRef } from 'react';
import type { ApprovalAnswer } from '@/lib/domain/approval';
import type { Playbook } from '@/lib/domain/playbook';
import type { WaitingApproval } from '@/lib/protocol/approval';
import { useQuestionsInPlace } from '@/lib/ui/use-questions-in-place';
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
  /** says how a question that is over ended */
  endingOf: (approval: WaitingApproval) => ReactNode;
  onAnswer: (approval: WaitingApproval, answer: ApprovalAnswer, line: string) => void;
};

/** The keyboard stood in a question that is over: it goes on at the head, and drags nothing about under a pointer. */
function useHeadAfter(ended: string) {
  const head = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    const isLost = activeElement === document.body || activeElement?.closest('[data-over="true"]');
    if (ended !== undefined && isLost) head.current?.focus({ preventScroll: true });
  }, [ended]);
  return head;
}

/** Who waits, the oldest first. What was answered stays in its place, greyed, until the pointer has left the list. */
export function ApprovalList({ approvals, at, realNow, playbook, ownName, ...rest }: Props) {
  const { shown, isOver, hold, release } = useQuestionsInPlace(approvals);
  const head = useHeadAfter(approvals.map((a) => a.id).join(' '));
  const passed = realNow.getTime() - at.getTime();
  return (
    <>
      <p ref={head} tabIndex={-1} role="status">
        {approvals.length > 0 ? w.waiting(approvals.length) : w.empty}
      </p>
      {shown.length === 0 && <p className="muted">{w.emptyHint}</p>}
      <ul className="approval-list" onPointerEnter={hold} onPointerLeave={release}>
        {shown.map((approval, index) => (
          <ApprovalCard
            key={approval.id}
            approval={approval}
            isOver={isOver(approval.id)}
            above={shown.slice(0, index).map((a) => a.id)}
            ending={isOver(approval.id) ? rest.endingOf(approval) : null}
            playbook={playbook}
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
