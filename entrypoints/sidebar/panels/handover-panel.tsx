import { GivenList } from '@/components/given-list';
import { HandoverCard } from '@/components/handover-card';
import { HandoverSheet } from '@/components/handover-sheet';
import { codeLabels } from '@/lib/ui/code-labels';
import { useColleagues, useGiven } from '@/lib/ui/handover-queries';
import type { SidebarStore } from '@/lib/ui/sidebar-store';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { userId } from '@/lib/ui/user-id';
import { useWaitingHandovers } from './handed-over';

type Props = { model: SidebarModel };

/**
 * What is handed over of whom the sidebar is about, and what else the rep gave: each stands there once. What is known of it by
 * its giver's list, as that somebody has taken it, is newer.
 */
function useShownHandovers(model: SidebarModel) {
  const waiting = useWaitingHandovers(model);
  const given = useGiven(userId(model.view)).data?.given ?? [];
  const stateOf = (handoverId: string) =>
    given.find((one) => one.handoverId === handoverId)?.state ?? 'waiting';
  const cards = waiting.filter((one) => !one.mine || stateOf(one.handoverId) === 'waiting');
  const rest = given.filter((one) => !cards.some(({ handoverId }) => handoverId === one.handoverId));
  return { cards, rest };
}

/** What a colleague hands over of whom the sidebar is about: above all else that there is to read. */
export function HandoverPanel({ model }: Props) {
  const { organisation, now, commands } = model;
  const { cards } = useShownHandovers(model);
  return cards.map((handover) => (
    <HandoverCard
      key={handover.handoverId}
      handover={handover}
      labels={codeLabels(organisation)}
      now={now}
      onTake={() => void commands.takeOver(handover.handoverId)}
      onTakeBack={() => void commands.takeHandoverBack(handover.handoverId)}
    />
  ));
}

/** What the rep handed over. */
export function GivenPanel({ model }: Props) {
  const { rest } = useShownHandovers(model);
  return (
    <GivenList
      given={rest}
      now={model.now}
      onTakeBack={(id) => void model.commands.takeHandoverBack(id)}
      onSeen={(id) => void model.commands.closeHandover(id)}
    />
  );
}

/** Asks to whom the call goes. */
export function HandoverSheetPanel({ model, store }: Props & { store: SidebarStore }) {
  const { subject, disclosed, view, commands } = model;
  const { data, isPending } = useColleagues(userId(model.view));
  if (!subject || isPending) return null;
  return (
    <HandoverSheet
      name={subject.name}
      colleagues={data?.colleagues ?? null}
      verified={disclosed}
      online={view?.sync.online ?? false}
      onGive={(giving) => void commands.handOver(giving)}
      onClose={() => store.setState({ sheet: null })}
    />
  );
}
