import { useState } from 'react';
import { FindCaller } from '@/components/find-caller';
import { RingChooser } from '@/components/ring-chooser';
import { RingLine } from '@/components/ring-line';
import type { CallSlot, RingSlot, SidebarView } from '@/lib/messaging/sidebar-view';
import { useHost } from '@/lib/ui/host';
import type { Draft, SidebarStore } from '@/lib/ui/sidebar-store';
import type { SidebarModel } from '@/lib/ui/use-sidebar';

type Props = { model: SidebarModel; view: SidebarView; store: SidebarStore };
type RingProps = { ring: RingSlot; open: boolean; opened: boolean; onOpen: () => void } & Omit<
  Props,
  'store'
>;

const others = ({ candidates }: RingSlot, owner: number | null) =>
  candidates.filter(({ card }) => card.number !== owner);

/** The line that rang, looked up to move the note, leads to nobody but whose the note is already. */
function isOwnLine(ring: RingSlot, call: CallSlot | null): boolean {
  if (!call?.line.endsWith(ring.said)) return false;
  return others(ring, call.customer.cardNumber).length === 0;
}

/** Whose the note is already, it can't be moved to, unless they are all that was found. */
function withoutOwner(ring: RingSlot, draft: Draft | null): RingSlot {
  const candidates = others(ring, draft?.customer.cardNumber ?? null);
  return candidates.length > 0 ? { ...ring, candidates } : ring;
}

function Ring({ ring, open, opened, onOpen, model, view }: RingProps) {
  const { commands, state } = model;
  // Only what the rep typed for it: a phone that rings meanwhile is another call.
  const moving = ring.via === 'typed' ? state.moving : null;
  const dismiss = () => void commands.dismissRing(ring.id);
  if (moving !== null && isOwnLine(ring, view.call)) return null;
  if (!open) return <RingLine ring={ring} onOpen={onOpen} onDismiss={dismiss} />;
  return (
    <RingChooser
      ring={moving === null ? ring : withoutOwner(ring, state.draft)}
      parks={state.draft?.name ?? null}
      moves={moving !== null}
      opened={opened}
      isComing={view.sync.coming !== null}
      onChoose={(number) =>
        void (moving ? commands.moveToFound(ring.id, moving, number) : commands.chooseRing(ring.id, number))
      }
      onDismiss={dismiss}
    />
  );
}

/** Which ring the rep opened. With the next call they have chosen: what was opened before it would stand above that call's check. */
function useOpened(call: string | null) {
  const [opened, setOpened] = useState<string | null>(null);
  const [beside, setBeside] = useState(call);
  if (beside !== call) {
    setBeside(call);
    if (call !== null) setOpened(null);
  }
  return [opened, setOpened] as const;
}

/** Who rings, and the field to find a caller by. A call that is on keeps its place: there a ring is one line. */
export function Rings({ model, view, store }: Props) {
  const { kind } = useHost();
  const { subject, state, commands } = model;
  const [opened, setOpened] = useOpened(state.draft?.noteId ?? null);
  const phone = view.rings.filter(({ via }) => via !== 'typed');
  const typed = view.rings.filter(({ via }) => via === 'typed');
  const first = subject?.slot === 'call' ? undefined : phone[0]?.id;
  const { finding } = state;
  // In a frame a blank page is one on its way: nothing flashes up before the next customer.
  const isAtRest = model.page.state === 'nobody' || kind === 'panel';
  const ringProps = (ring: RingSlot) => ({
    ...{ ring, model, view, opened: ring.id === opened },
    onOpen: () => setOpened(ring.id),
  });
  return (
    <>
      {phone.map((ring) => (
        <Ring key={ring.id} {...ringProps(ring)} open={ring.id === first || ring.id === opened} />
      ))}
      {(finding || (!subject && isAtRest)) && (
        <FindCaller
          asked={finding}
          onFind={commands.find}
          onClose={() => {
            store.setState({ finding: false, moving: null });
            for (const { id } of typed) void commands.dismissRing(id);
          }}
        />
      )}
      {typed.map((ring) => (
        <Ring key={ring.id} {...ringProps(ring)} open />
      ))}
    </>
  );
}
