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

/** What a colleague hands over of whom the sidebar is about: above all else that there is to read. */
export function HandoverPanel({ model }: Props) {
  const { organisation, now, commands } = model;
  const others = useWaitingHandovers(model);
  return others.map((handover) => (
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
  const { data } = useGiven(userId(model.view));
  return (
    <GivenList
      given={data?.given ?? []}
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
