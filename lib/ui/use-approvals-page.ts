import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApprovalAnswer } from '@/lib/domain/approval';
import { type AppErrorCode, errorCode } from '@/lib/platform/app-error';
import type { Approval, ApprovalAnswered, WaitingApproval } from '@/lib/protocol/approval';
import { approverRoles } from '@/lib/protocol/roles';
import { LOOK_EVERY } from './approval-queries';
import { useHost } from './host';
import { usePageReader } from './use-page-reader';

type Said = {
  /** whom the list on show was read for */
  of: string;
  approval: WaitingApproval;
  answer: ApprovalAnswer;
  line: string;
};
/** How the last answer ended. */
export type Ended = Said &
  ({ state: 'told'; answered: ApprovalAnswered } | { state: 'failed'; code: AppErrorCode });

/** Looks again by itself, also while another window is in front: the rep's customer waits on the line. */
function useWaiting(userId: string, enabled: boolean) {
  const host = useHost();
  return useQuery({
    // What one saw is never the next one's, not even until the store has answered.
    queryKey: ['approvals', userId],
    enabled,
    retry: false,
    refetchInterval: LOOK_EVERY,
    refetchIntervalInBackground: true,
    queryFn: async () => {
      const { userId: of, approvals } = await host.call('approvals.list', {});
      return { of, approvals, at: host.now() };
    },
  });
}

/** What became of a question that waits no longer; null until the store has said. @param of whom it was shown to */
export function useEnding(of: string, approvalId: string): Approval | null {
  const host = useHost();
  const { data } = useQuery({
    queryKey: ['approval-ended', of, approvalId],
    // The list may have lost it to a moment's change: asked again until it has ended.
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'waiting' ? false : LOOK_EVERY),
    retry: false,
    queryFn: () => host.call('approvals.read', { userId: of, approvalId }),
  });
  return data ?? null;
}

/** Who waits for an answer, and answering. */
export function useApprovalsPage() {
  const host = useHost();
  const client = useQueryClient();
  const { organisation, may, isLoaded, signIn } = usePageReader(approverRoles);
  const waiting = useWaiting(organisation?.user.id ?? '', may);
  const answering = useMutation({
    mutationFn: async ({ of, approval, answer, line }: Said): Promise<ApprovalAnswered> => {
      const said = { userId: of, approvalId: approval.id, answer, line };
      const answered = await host.call('approvals.answer', said);
      await client.invalidateQueries({ queryKey: ['approvals'] });
      return answered;
    },
  });
  const { variables: said, data: answered, error } = answering;
  const failed = error ? { state: 'failed' as const, code: errorCode(error) } : null;
  const told = answered ? { state: 'told' as const, answered } : failed;
  return {
    ...{ organisation, may, isLoaded, waiting, signIn },
    // Of what another answered here before, nothing is told; a failure names nobody.
    ended:
      said && told && !answering.isPending && (failed || said.of === waiting.data?.of)
        ? ({ ...said, ...told } satisfies Ended)
        : null,
    isBusy: answering.isPending,
    answer: (said: Said) => answering.mutate(said),
    /** what is told of the last answer goes */
    forget: answering.reset,
  };
}
