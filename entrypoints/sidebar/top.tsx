import {
  CircleQuestionMark,
  Keyboard,
  LogOut,
  MousePointerClick,
  PanelRight,
  Search,
  Settings,
} from 'lucide-react';
import { CustomerHeader } from '@/components/customer-header';
import { PlainHeader } from '@/components/plain-header';
import type { MenuEntry } from '@/components/ui/menu';
import { doctorWords } from '@/lib/ui/doctor-words';
import { useHost } from '@/lib/ui/host';
import type { SidebarStore } from '@/lib/ui/sidebar-store';
import { teachWords } from '@/lib/ui/teach-words';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { words } from '@/lib/ui/words';
import { callEntries } from './call-menu';
import { isAbsent } from './known';

type Props = { model: SidebarModel; store: SidebarStore; onCollapse: (() => void) | null };

const w = words.header;
const why = doctorWords.menu;

function useMenu(model: SidebarModel, store: SidebarStore): MenuEntry[] {
  const { subject, commands, view } = model;
  const { openPanel, openOptions, kind } = useHost();
  const signOut = { id: 'out', label: w.signOut, icon: LogOut, onAction: () => void commands.signOut() };
  const find = {
    ...{ id: 'find', label: words.ring.find, icon: Search },
    onAction: () => store.setState({ finding: true, moving: null }),
  };
  const shortcuts = {
    id: 'keys',
    label: w.shortcuts,
    icon: Keyboard,
    onAction: () => store.setState({ sheet: 'shortcuts' }),
  };
  return [
    ...callEntries(model, store),
    ...(view?.account.state !== 'signed-out' ? [find] : []),
    ...(openPanel ? [{ id: 'panel', label: w.openPanel, icon: PanelRight, onAction: openPanel }] : []),
    { id: 'teach', label: teachWords.begin, icon: MousePointerClick, onAction: () => void commands.teach() },
    {
      id: 'why',
      label: subject ? why.somebody : why.nobody,
      icon: CircleQuestionMark,
      onAction: () => void commands.askWhy(),
    },
    { id: 'settings', label: w.settings, icon: Settings, onAction: openOptions },
    shortcuts,
    // A page can cover a frame: signing out is done where no page reaches.
    ...(kind === 'panel' && view?.account.state === 'signed-in' ? [signOut] : []),
  ];
}

export function Top({ model, store, onCollapse }: Props) {
  const { subject, level, disclosed, now, pageCustomer, commands } = model;
  const menu = useMenu(model, store);
  if (!subject || !level) return <PlainHeader menu={menu} onCollapse={onCollapse} />;
  return (
    <CustomerHeader
      name={subject.name}
      level={level}
      card={subject.card}
      absent={isAbsent(model)}
      disclosed={disclosed}
      slot={subject.editing ? 'edit' : subject.slot}
      now={now}
      menu={menu}
      onStartCall={() => pageCustomer && void commands.beginCall(pageCustomer)}
      onCollapse={onCollapse}
    />
  );
}
