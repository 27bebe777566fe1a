import { ApprovalsWaiting } from '@/components/approvals-waiting';
import { approverRoles, may } from '@/lib/protocol/roles';
import { useApprovalsWaiting } from '@/lib/ui/approval-queries';
import { useHost } from '@/lib/ui/host';
import type { SidebarModel } from '@/lib/ui/use-sidebar';

/** For supervisors and administrators: how many wait, and the page on which they are answered. */
export function WaitingApprovals({ model: { organisation, view } }: { model: SidebarModel }) {
  const host = useHost();
  const role = view?.account.state === 'signed-in' ? organisation?.user.role : undefined;
  const waiting = useApprovalsWaiting(organisation?.user.id ?? '', may(role, approverRoles));
  return <ApprovalsWaiting waiting={waiting} onOpen={() => void host.call('approvals.open', {})} />;
}
