import {
  CircleQuestionMark,
  Ear,
  Keyboard,
  Lightbulb,
  LogOut,
  MousePointerClick,
  MoveHorizontal,
  PanelRight,
  PhoneOutgoing,
  Search,
  Settings,
} from 'lucide-react';
import { CustomerHeader } from '@/components/customer-header';
import { PlainHeader } from '@/components/plain-header';
import type { MenuEntry } from '@/components/ui/menu';
import { may, outreachRoles } from '@/lib/protocol/roles';
import { useHost } from '@/lib/ui/host';
import type { SidebarStore } from '@/lib/ui/sidebar-store';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { doctorWords } from '@/lib/ui/words/doctor-words';
import { outreachWords } from '@/lib/ui/words/outreach-words';
import { placeWords } from '@/lib/ui/words/place-words';
import { practiceWords } from '@/lib/ui/words/practice-words';
import { signalWords } from '@/lib/ui/words/signal-words';
import { teachWords } from '@/lib/ui/words/teach-words';
import { words } from '@/lib/ui/words/words';
import { beginHandover, canHandOver, useCallEntries } from './call-menu';
import { isAbsent } from './known';

type Props = { model: SidebarModel; store: SidebarStore; onCollapse: (() => void) | null };

const w = words.header;
const why = doctorWords.menu;

/** For a quiet hour. */
function quietHour(
  { commands, organisation }: Pick<SidebarModel, 'commands' | 'organisation'>,
  store: SidebarStore,
): MenuEntry[] {
  const outreach = {
    ...{ id: 'outreach', label: outreachWords.menu, icon: PhoneOutgoing },
    onAction: () => void commands.outreachNext(),
  };
  const signal = {
    ...{ id: 'signal', label: signalWords.menu, icon: Lightbulb },
    onAction: () => store.setState({ sheet: 'signal' }),
  };
  return may(organisation?.user.role, outreachRoles) ? [outreach, signal] : [signal];
}

function useMenu(model: SidebarModel, store: SidebarStore): MenuEntry[] {
  const { commands, organisation, view } = model;
  const isSomebody = model.subject !== null;
  const onCall = useCallEntries(model, store);
  const { openPanel, openOptions, openPractice, kind } = useHost();
  const signOut = { id: 'out', label: w.signOut, icon: LogOut, onAction: () => void commands.signOut() };
  const find = {
    ...{ id: 'find', label: words.ring.find, icon: Search },
    onAction: () => store.setState({ finding: true, moving: null }),
  };
  const place = {
    ...{ id: 'place', label: placeWords.menu, icon: MoveHorizontal },
    onAction: () => store.setState({ sheet: 'place' }),
  };
  const shortcuts = {
    id: 'keys',
    label: w.shortcuts,
    icon: Keyboard,
    onAction: () => store.setState({ sheet: 'shortcuts' }),
  };
  return [
    ...onCall,
    ...(view?.account.state !== 'signed-out' ? [find, ...quietHour({ commands, organisation }, store)] : []),
    ...(openPanel ? [{ id: 'panel', label: w.openPanel, icon: PanelRight, onAction: openPanel }] : []),
    ...(kind === 'frame' ? [place] : []),
    { id: 'teach', label: teachWords.begin, icon: MousePointerClick, onAction: () => void commands.teach() },
    {
      id: 'why',
      label: isSomebody ? why.somebody : why.nobody,
      icon: CircleQuestionMark,
      onAction: () => void commands.askWhy(),
    },
    { id: 'practice', label: practiceWords.title, icon: Ear, onAction: openPractice },
    { id: 'settings', label: w.settings, icon: Settings, onAction: openOptions },
    shortcuts,
    // A page can cover a frame: signing out is done where no page reaches.
    ...(kind === 'panel' && view?.account.state === 'signed-in' ? [signOut] : []),
  ];
}

export function Top({ model, store, onCollapse }: Props) {
  const { subject, level, disclosed, now, pageCustomer, commands } = model;
  const menu = useMenu(model, store);
  const giveIt = () => beginHandover(store);
  if (!subject || !level) return <PlainHeader menu={menu} onCollapse={onCollapse} />;
  return (
    <CustomerHeader
      name={subject.name}
      accountEnd={subject.accountEnd}
      level={level}
      card={subject.card}
      absent={isAbsent(model)}
      disclosed={disclosed}
      slot={subject.editing ? 'edit' : subject.slot}
      now={now}
      menu={menu}
      onStartCall={() => pageCustomer && void commands.beginCall(pageCustomer)}
      onHandOver={canHandOver(model) ? giveIt : null}
      onCollapse={onCollapse}
    />
  );
}
