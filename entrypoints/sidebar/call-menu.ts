import { CirclePause, CircleX, CornerUpRight, Forward, UserX } from 'lucide-react';
import type { MenuEntry } from '@/components/ui/menu';
import { callRoles, may } from '@/lib/protocol/roles';
import { saysNews } from '@/lib/ui/note-said';
import type { SidebarStore } from '@/lib/ui/sidebar-store';
import { useHandler } from '@/lib/ui/use-handler';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { callWords } from '@/lib/ui/words/call-words';
import { handoverWords } from '@/lib/ui/words/handover-words';
import { words } from '@/lib/ui/words/words';
import { isNobodys } from './known';
import { moveNote } from './move-note';

const w = words.header;

/** Not where there is no call, and not for whoever takes none. */
export function canHandOver(model: SidebarModel): boolean {
  const { subject, organisation } = model;
  if (subject?.slot !== 'call' || subject.editing || isNobodys(model)) return false;
  return may(organisation?.user.role, callRoles);
}

export const beginHandover = (store: SidebarStore) => store.setState({ sheet: 'hand-over' });

/** What can be done with this call and its note, and with a record that is somebody else's. */
export function useCallEntries(model: SidebarModel, store: SidebarStore): MenuEntry[] {
  const { subject, commands, pageCustomer } = model;
  const isCall = subject?.slot === 'call';
  const isEdit = isCall && subject.editing !== null;
  const hasNews = isCall && saysNews(subject);
  const canGive = canHandOver(model);
  const [later, over] = isEdit ? [w.parkEdit, w.endEdit] : [w.park, w.end];
  const park = { id: 'park', label: later, icon: CirclePause, onAction: () => void commands.park() };
  const end = { id: 'end', label: over, icon: CircleX, onAction: () => void commands.wrapUp() };
  const give = {
    ...{ id: 'hand-over', label: handoverWords.menu, icon: Forward },
    onAction: () => beginHandover(store),
  };
  const move = {
    ...{ id: 'move', label: callWords.move, icon: CornerUpRight },
    onAction: useHandler(() => moveNote(model)),
  };
  const notThem = ({ key }: { key: string }, number: number) => ({
    ...{ id: 'not-them', label: callWords.notThem, icon: UserX },
    onAction: () => void commands.choose(key, null, [number]),
  });
  return [
    ...(isCall ? [hasNews ? park : end] : []),
    ...(canGive ? [give] : []),
    ...(isCall && !isEdit ? [move] : []),
    ...(pageCustomer?.card ? [notThem(pageCustomer, pageCustomer.card.number)] : []),
  ];
}
