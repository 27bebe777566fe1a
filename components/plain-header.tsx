import { ChevronsRight, MoreHorizontal } from 'lucide-react';
import { words } from '@/lib/ui/words/words';
import { HeedMark } from './heed-mark';
import { IconButton } from './ui/button';
import { Menu, type MenuEntry } from './ui/menu';
import './plain-header.css';

type Props = { menu: readonly MenuEntry[]; onCollapse: (() => void) | null };

const w = words.header;

/** The head while there is no customer to name. */
export function PlainHeader({ menu, onCollapse }: Props) {
  return (
    <header className="plain-header">
      <HeedMark size={20} />
      <h1>{words.account.hello}</h1>
      <div className="plain-header-actions">
        <Menu label={w.menu} entries={menu}>
          <IconButton label={w.menu} icon={MoreHorizontal} />
        </Menu>
        {onCollapse && <IconButton label={w.collapse} icon={ChevronsRight} mirror onPress={onCollapse} />}
      </div>
    </header>
  );
}
