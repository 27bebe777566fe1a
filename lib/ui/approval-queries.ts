import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EarlierOffer } from '@/lib/domain/choose-actions';
import type { Asked } from '@/lib/messaging/approval-methods';
import type { RpcInput } from '@/lib/messaging/rpc-contract';
import { SECOND } from '@/lib/platform/clock';
import { type Host, useHost } from './host';
import { useDetail } from './queries';
import type { Subject } from './subject';
import type { SidebarModel } from './use-sidebar';
import { userId } from './user-id';

/** The store is asked that often while a customer waits for an answer. */
export const LOOK_EVERY = 2 * SECOND;

/** What the rep gave today in other calls; null where nobody can say. */
export function useOffersToday(noteId: string | undefined): number | null {
  const host = useHost();
  const { data } = useQuery({
    queryKey: ['offers-today', noteId ?? ''],
    staleTime: 30 * SECOND,
    queryFn: () => host.call('offers.today', noteId === undefined ? {} : { noteId }),
  });
  return data?.givenMinor ?? null;
}

/** Offers of the customer's earlier notes, whoever made them; none where their notes can't be told, or may not be yet. */
export function useEarlierOffers({ view, disclosed }: SidebarModel, { card }: Subject): EarlierOffer[] {
  const user = userId(view);
  const { data } = useDetail(disclosed ? (card?.number ?? null) : null, user);
  return data?.state === 'ready' ? data.detail.notes.flatMap((note) => note.content.offers) : [];
}

type Question = Omit<RpcInput<'approval.ask'>, 'approvalId' | 'noteId'>;

/** Of what was asked last in this call; asked anew while it waits. */
const approvalQuery = (host: Host, noteId: string | undefined) =>
  queryOptions({
    queryKey: ['approval', noteId ?? ''],
    enabled: noteId !== undefined,
    queryFn: () => host.call('approval.state', { noteId: noteId ?? '' }),
    refetchInterval: ({ state }) => (state.data?.asked?.approval?.state === 'waiting' ? LOOK_EVERY : false),
  });

const isOver = ({ asked }: { asked: Asked | null }) =>
  (['granted', 'refused', 'unanswered'] as const).some((over) => over === asked?.approval?.state);

/** The rep's question in this call is over, and how isn't put away yet. */
export function useIsAnswered(noteId: string | undefined): boolean {
  const { data } = useQuery({ ...approvalQuery(useHost(), noteId), select: isOver });
  return data ?? false;
}

/** The rep's question in this call: what became of it, and what may be done with it. */
export function useApproval(noteId: string | undefined) {
  const host = useHost();
  const client = useQueryClient();
  const query = approvalQuery(host, noteId);
  const key = query.queryKey;
  const { data } = useQuery(query);
  const put = (asked: Asked | null) => client.setQueryData(key, { asked });
  const settle = async (work: Promise<{ asked: Asked | null }>) => {
    // An older answer that is still on its way says nothing of this.
    await client.cancelQueries({ queryKey: key });
    put((await work).asked);
  };
  const asking = useMutation({
    mutationFn: ({ approvalId, question }: { approvalId: string; question: Question }) =>
      settle(host.call('approval.ask', { ...question, approvalId, noteId: noteId ?? '' })),
  });
  return {
    asked: data?.asked ?? null,
    /** on its way to the store */
    sending: asking.isPending ? asking.variables.question : null,
    failure: asking.error,
    ask: (question: Question) => asking.mutate({ approvalId: host.newId(), question }),
    askAgain: ({ approvalId, actionCode, amountMinor, why }: Asked) =>
      asking.mutate({ approvalId, question: { actionCode, amountMinor, why } }),
    withdraw: () =>
      void settle(host.call('approval.withdraw', { noteId: noteId ?? '' })).catch(() => undefined),
    putAway: () => {
      put(null);
      void host.call('approval.putAway', { noteId: noteId ?? '' }).catch(() => undefined);
    },
  };
}

export type ApprovalModel = ReturnType<typeof useApproval>;

/** How many wait for who is signed in. */
export function useApprovalsWaiting(userId: string, enabled: boolean): number {
  const host = useHost();
  const { data } = useQuery({
    queryKey: ['approvals-count', userId],
    enabled,
    queryFn: () => host.call('approvals.count', {}),
  });
  return enabled ? (data?.waiting ?? 0) : 0;
}
