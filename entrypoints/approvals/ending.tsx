import type { WaitingApproval } from '@/lib/protocol/approval';
import { useEnding } from '@/lib/ui/use-approvals-page';
import { approvalsPageWords as w } from '@/lib/ui/words/approvals-page-words';

type Props = {
  /** whom the list was read for */
  of: string;
  approval: WaitingApproval;
};

/** How a question ended that still stands in its place, as the store says; until it has, that it is over. */
export function Ending({ of, approval }: Props) {
  const ended = useEnding(of, approval.id);
  if (!ended) return w.ended.waiting();
  return <bdi>{w.ended[ended.state](ended.answeredBy ?? '', ended.answer)}</bdi>;
}
