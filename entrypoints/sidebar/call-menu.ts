import { CirclePause, CircleX, CornerUpRight, Forward, UserX } from 'lucide-react';
import type { MenuEntry } from '@/components/ui/menu';
import { callRoles, may } from '@/lib/protocol/roles';
import { saysNews } from '@/lib/ui/note-said';
import type { SidebarStore } from '@/lib/ui/sidebar-store';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { callWords } from '@/lib/ui/words/call-words';
import { handoverWords } from '@/lib/ui/words/handover-words';
import { words } from '@/lib/ui/words/words';
import { isNobodys } from './known';
import { moveNote } from './move-note';

const w = words.header;

/** Begins to hand the call over; null where there is none to hand over, or whoever is signed in takes no calls. */
export function handOver(model: SidebarModel, store: SidebarStore): (() => void) | null {
  const { subject, organisation } = model;
  if (subject?.slot !== 'call' || subject.editing || isNobodys(model)) return null;
  if (!may(organisation?.user.role, callRoles)) return null;
  return () => store.setState({ sheet: 'hand-over' });
}

/** What can be done with this call and its note, and with a record that is somebody else's. */
export function callEntries(model: SidebarModel, store: SidebarStore): MenuEntry[] {
  const { subject, commands, pageCustomer } = model;
  const call = subject?.slot === 'call' ? subject : null;
  const [later, over] = call?.editing ? [w.parkEdit, w.endEdit] : [w.park, w.end];
  const park = { id: 'park', label: later, icon: CirclePause, onAction: () => void commands.park() };
  const end = { id: 'end', label: over, icon: CircleX, onAction: () => void commands.wrapUp() };
  const give = handOver(model, store);
  const move = {
    ...{ id: 'move', label: callWords.move, icon: CornerUpRight },
    onAction: () => moveNote(model),
  };
  const notThem = ({ key }: { key: string }, number: number) => ({
    ...{ id: 'not-them', label: callWords.notThem, icon: UserX },
    onAction: () => void commands.choose(key, null, [number]),
  });
  return [
    ...(call ? [saysNews(call) ? park : end] : []),
    ...(give ? [{ id: 'hand-over', label: handoverWords.menu, icon: Forward, onAction: give }] : []),
    ...(call && !call.editing ? [move] : []),
    ...(pageCustomer?.card ? [notThem(pageCustomer, pageCustomer.card.number)] : []),
  ];
}
