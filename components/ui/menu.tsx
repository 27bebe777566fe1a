import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import './menu.css';

export type MenuEntry = { id: string; label: string; icon?: LucideIcon; onAction: () => void };

type Props = {
  label: string;
  entries: readonly MenuEntry[];
  /** a button that opens it */
  children: ReactNode;
};

export function Menu({ label, entries, children }: Props) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="menu-popover" placement="bottom end" offset={4}>
        <AriaMenu className="menu" aria-label={label}>
          {entries.map(({ id, label: text, icon: Icon, onAction }) => (
            <MenuItem key={id} id={id} className="menu-item" textValue={text} onAction={onAction}>
              {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden />}
              {text}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
