import { Check } from 'lucide-react';
import { useState } from 'react';
import {
  Autocomplete,
  Checkbox,
  Input,
  ListBox,
  ListBoxItem,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { LONGEST_ASK } from '@/lib/domain/handover';
import type { Colleagues, HandoverTo } from '@/lib/protocol/handover';
import { useRefused } from '@/lib/ui/use-refused';
import { handoverWords as w } from '@/lib/ui/words/handover-words';
import { nameWords } from '@/lib/ui/words/name-words';
import { MaskedText } from './masked-text';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';
import { Refusal } from './ui/refusal';
import { Sheet } from './ui/sheet';
import './ui/menu.css';
import './ui/field.css';
import './note-form.css';
import './hand-over-sheet.css';

export type Giving = { to: HandoverTo; toName: string; ask: string; onLine: boolean };

type Props = {
  /** whom the call is with */
  name: string;
  /** null while the store can't be reached, and told none before */
  colleagues: Colleagues | null;
  /** the caller is verified: then a colleague who takes the line may read at once */
  verified: boolean;
  online: boolean;
  onGive: (giving: Giving) => void;
  onClose: () => void;
};

const TEAM = 'team';

type ToProps = { colleagues: Colleagues | null; value: string; onChange: (id: string) => void };

/** The team first, then everybody by name; a few letters find one. */
function To({ colleagues, value, onChange }: ToProps) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const others = colleagues?.colleagues ?? [];
  const all = [
    { id: TEAM, name: w.team(colleagues?.team ?? ''), team: '' },
    ...others.filter(({ team }) => team === colleagues?.team),
    ...others.filter(({ team }) => team !== colleagues?.team),
  ];
  return (
    <Autocomplete filter={contains}>
      <SearchField aria-label={w.search} autoFocus>
        <Input className="control" placeholder={w.search} autoComplete="off" />
      </SearchField>
      <ListBox
        className="hand-over-list"
        aria-label={w.to}
        items={all}
        dependencies={[value]}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value]}
        onSelectionChange={(keys) => keys !== 'all' && onChange(String([...keys][0] ?? TEAM))}
        renderEmptyState={() => <p className="hand-over-none">{w.noMatch}</p>}
      >
        {({ id, name, team }) => (
          <ListBoxItem id={id} textValue={`${name} ${team}`} className="menu-item">
            <span className="hand-over-tick">{value === id && <Check size={16} aria-hidden />}</span>
            <bdi className="hand-over-name">{name}</bdi>
            {team && <bdi className="label">{team}</bdi>}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}

function OnLine({ value, onChange }: { value: boolean; onChange: (value: boolean) => void }) {
  return (
    <Checkbox className="tick" isSelected={value} onChange={onChange}>
      <span className="tick-box" aria-hidden>
        <Check size={12} strokeWidth={3} />
      </span>
      {w.onLine}
    </Checkbox>
  );
}

function Ask({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const text = { label: w.ask, placeholder: w.askHint, maxLength: LONGEST_ASK };
  return (
    <div className="hand-over-ask">
      <span className="label" aria-hidden>
        {w.ask}
      </span>
      <MaskedText {...text} value={value} onChange={onChange} />
    </div>
  );
}

function giving(to: string, colleagues: Colleagues | null): Pick<Giving, 'to' | 'toName'> {
  const colleague = colleagues?.colleagues.find(({ id }) => id === to);
  if (colleague) return { to: { kind: 'colleague', userId: colleague.id }, toName: colleague.name };
  return { to: { kind: 'team' }, toName: w.team(colleagues?.team ?? '') };
}

/** Who goes on with the call, and what is asked of them. */
export function HandOverSheet({ name, colleagues, verified, online, onGive, onClose }: Props) {
  const [to, setTo] = useState(TEAM);
  const [ask, setAsk] = useState('');
  const [onLine, setOnLine] = useState(false);
  const [refused, setRefused] = useRefused();
  return (
    <Sheet title={w.title(name || nameWords.nameless)} question onClose={onClose}>
      <div className="hand-over">
        <To colleagues={colleagues} value={to} onChange={setTo} />
        {!colleagues && <p className="muted">{w.unknown}</p>}
        <Ask value={ask} onChange={setAsk} />
        <OnLine value={onLine} onChange={setOnLine} />
        <p className="muted">{onLine && verified ? w.onLineHint : w.laterHint}</p>
        {!online && <p role="status">{w.offline}</p>}
        <div className="hand-over-actions">
          <GuardedButton
            look="primary"
            undoable
            onAct={() => onGive({ ...giving(to, colleagues), ask: ask.trim(), onLine })}
            onRefused={() => setRefused(true)}
          >
            {w.give}
          </GuardedButton>
          <Button look="quiet" onPress={onClose}>
            {w.cancel}
          </Button>
        </div>
        <Refusal refused={refused} />
      </div>
    </Sheet>
  );
}
