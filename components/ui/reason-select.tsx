import { Check, ChevronDown, Plus } from 'lucide-react';
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components';
import type { Reason } from '@/lib/domain/reason';
import { words } from '@/lib/ui/words/words';
import './menu.css';
import './reason-select.css';

const w = words.note;

function byCategory(reasons: readonly Reason[]): [string, Reason[]][] {
  const categories = [...new Set(reasons.map((r) => r.category))];
  return categories.map((category) => [category, reasons.filter((r) => r.category === category)]);
}

type ListProps = {
  label: string;
  reasons: readonly Reason[];
  chosen: readonly string[];
  onChoose: (code: string) => void;
};

function ReasonList({ label, reasons, chosen, onChoose }: ListProps) {
  return (
    <ListBox
      className="reason-list"
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={chosen}
      onSelectionChange={(keys) => {
        const toggled = reasons.find(
          ({ code }) => chosen.includes(code) !== (keys === 'all' || keys.has(code)),
        );
        if (toggled) onChoose(toggled.code);
      }}
      renderEmptyState={() => <p className="reason-none">{w.noMatch}</p>}
    >
      {byCategory(reasons).map(([category, list]) => (
        <ListBoxSection key={category} id={`category:${category}`}>
          <Header className="reason-category">{category}</Header>
          {list.map((r) => (
            <ListBoxItem
              key={r.code}
              id={r.code}
              textValue={`${r.label} ${r.category}`}
              className="menu-item"
            >
              {chosen.includes(r.code) && <Check size={16} aria-hidden />}
              {r.label}
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}

type PopoverProps = ListProps & { onClose: () => void };

/** Type a few letters or look through the categories; one tap chooses. */
function ReasonPopover({ label, reasons, chosen, onChoose, onClose }: PopoverProps) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const choose = (code: string) => {
    onChoose(code);
    onClose();
  };
  return (
    <Autocomplete filter={contains}>
      <SearchField className="reason-search" aria-label={w.search} autoFocus>
        <Input className="control" placeholder={w.search} autoComplete="off" />
      </SearchField>
      <ReasonList label={label} reasons={reasons} chosen={chosen} onChoose={choose} />
    </Autocomplete>
  );
}

type Props = {
  label: string;
  /** what the button says: the chosen reason, nothing beside reasons that stand before it, or null for none yet */
  text: string | null;
  look: 'select' | 'add';
  reasons: readonly Reason[];
  chosen: readonly string[];
  onToggle: (code: string) => void;
};

/** A button that opens the organisation's reasons, with a search. */
export function ReasonSelect({ label, text, look, reasons, chosen, onToggle }: Props) {
  const Icon = look === 'select' ? ChevronDown : Plus;
  return (
    <DialogTrigger>
      <Button
        className="reason-button"
        data-empty={text === null || undefined}
        data-icon-only={text === '' || undefined}
        aria-label={`${label}: ${text || (text === null ? w.choose : w.addReason)}`}
      >
        {text !== '' && <span>{text ?? w.choose}</span>}
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </Button>
      <Popover className="reason-popover" placement="bottom start" offset={4} maxHeight={336}>
        <Dialog aria-label={label} style={{ display: 'contents' }}>
          {({ close }) => (
            <ReasonPopover
              label={label}
              reasons={reasons}
              chosen={chosen}
              onChoose={onToggle}
              onClose={close}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
