import { Check } from 'lucide-react';
import { Checkbox } from 'react-aria-components';
import type { NoteContent } from '@/lib/domain/note';
import type { Reason } from '@/lib/domain/reason';
import { isoDay, workingDaysAfter } from '@/lib/ui/format';
import { words } from '@/lib/ui/words';
import { MaskedText } from './masked-text';
import { NoteStatus, type SaveState } from './note-status';
import { PromiseField } from './promise-field';
import { ContactReasonField, ReasonsField } from './reason-fields';
import { Button } from './ui/button';
import { Section } from './ui/section';
import { Segmented } from './ui/segmented';
import './ui/field.css';
import './note-form.css';

type Props = {
  /** whom the note is about: stands in its head, so that nobody has to guess */
  name: string;
  content: NoteContent;
  save: SaveState;
  reasons: readonly Reason[];
  /** the rep's own name, for promises */
  author: string;
  now: Date;
  /** a change to the newest content, whichever that is by then */
  onChange: (change: (content: NoteContent) => NoteContent) => void;
  /** a note saved before is edited: no call ends with it */
  editing: boolean;
  canWrapUp: boolean;
  onWrapUp: () => void;
};

const w = words.note;

function Complaint({ value, onChange }: { value: boolean; onChange: (value: boolean) => void }) {
  return (
    <Checkbox className="tick" isSelected={value} onChange={onChange}>
      <span className="tick-box" aria-hidden>
        <Check size={12} strokeWidth={3} />
      </span>
      {w.complaint}
    </Checkbox>
  );
}

type Set = (part: Partial<NoteContent>) => void;
type FieldProps = Pick<Props, 'content' | 'reasons'> & { set: Set };

function Reasons({ content, reasons, set }: FieldProps) {
  return (
    <>
      <ContactReasonField
        reasons={reasons}
        value={content.contactReason}
        onChange={(contactReason) => set({ contactReason })}
      />
      <ReasonsField reasons={reasons} value={content.reasons} onChange={(list) => set({ reasons: list })} />
      {content.reasons.length > 0 && (
        <Segmented
          label={w.severity}
          options={w.severities}
          value={content.severity}
          onChange={(severity) => set({ severity })}
        />
      )}
    </>
  );
}

function Summary({ content, set }: Omit<FieldProps, 'reasons'>) {
  return (
    <MaskedText
      label={w.summary}
      placeholder={w.placeholder}
      maxLength={20_000}
      multiline
      value={content.summary}
      onChange={(summary) => set({ summary })}
    />
  );
}

function Title({ name, editing }: Pick<Props, 'name' | 'editing'>) {
  return (
    <>
      {editing ? w.editTitle : w.title}
      {' · '}
      <bdi className="note-name">{name || words.header.noName}</bdi>
    </>
  );
}

/** The call note. Everything may stay empty; every keystroke is a draft. */
export function NoteForm(props: Props) {
  const { name, content, save, reasons, author, now, onChange, editing, canWrapUp, onWrapUp } = props;
  const set: Set = (part) => onChange((c) => ({ ...c, ...part }));
  return (
    <Section
      className="note"
      title={<Title name={name} editing={editing} />}
      aside={<NoteStatus save={save} />}
    >
      <Reasons content={content} reasons={reasons} set={set} />
      <Summary content={content} set={set} />
      <PromiseField
        value={content.promise}
        onChange={(promise) => set({ promise })}
        defaults={{ dueOn: workingDaysAfter(now, 2), by: author }}
        today={isoDay(now)}
      />
      <Segmented
        label={w.outcome}
        options={w.outcomes}
        value={content.outcome}
        onChange={(outcome) => set({ outcome })}
      />
      <div className="note-end">
        <Complaint value={content.complaint} onChange={(complaint) => set({ complaint })} />
        <Button look="primary" isDisabled={!canWrapUp} onPress={onWrapUp}>
          {editing ? w.saveEdit : w.wrapUp}
          <kbd>Ctrl ↵</kbd>
        </Button>
      </div>
    </Section>
  );
}
