import { useQuery } from '@tanstack/react-query';
import type { Caller } from '@/lib/domain/note';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { SECOND } from '@/lib/platform/clock';
import { tabOf, useHost } from './host';

/** A colleague may hand over while the record is open already. */
const LOOK_AGAIN = 30 * SECOND;
/** Whoever handed over, and has them on the line, puts them through once it is taken. */
const LOOK_FOR_TAKER = 4 * SECOND;

/** Whom the sidebar is about, by `Subject.id`, and the note that is being written of them. */
type About = { id: string; noteId: string | null };

/** As one who may read none of it is told: that there is something, and from whom. */
function closed({ handovers }: RpcOutput<'handover.list'>): RpcOutput<'handover.list'> {
  return { handovers: handovers.map((one) => (one.mine ? one : { ...one, ask: null, content: null })) };
}

/**
 * What is handed over of whom the sidebar is about; `user` and `caller` make it another question. Until that is answered
 * for the same customer, what is known stays, with its words closed: the prompts go by it, and would jump there and back.
 * @param about null where there is nobody
 */
export function useHandovers(about: About | null, { user, caller }: { user: string; caller: Caller }) {
  const host = useHost();
  const same = ['handovers', host.tabId ?? 'here', user, about?.id ?? null] as const;
  return useQuery({
    queryKey: [...same, about?.noteId ?? null, caller],
    enabled: about !== null,
    refetchInterval: LOOK_AGAIN,
    placeholderData: (before: RpcOutput<'handover.list'> | undefined, asked) =>
      before && same.every((part, i) => asked?.queryKey[i] === part) ? closed(before) : undefined,
    queryFn: () => host.call('handover.list', { ...tabOf(host), caller }),
  });
}

/** What the rep handed over, and what became of it. */
export function useGiven(user: string) {
  const host = useHost();
  return useQuery({
    queryKey: ['given', user],
    enabled: user !== '',
    refetchInterval: ({ state }) =>
      state.data?.given.some((one) => one.state === 'waiting') ? LOOK_FOR_TAKER : LOOK_AGAIN,
    queryFn: () => host.call('handover.given', {}),
  });
}

/** Whom something can be handed to. */
export function useColleagues(user: string) {
  const host = useHost();
  return useQuery({ queryKey: ['colleagues', user], queryFn: () => host.call('colleagues.list', {}) });
}
