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

/** The call note. Everything may stay empty; every keystroke is a draft. */
export function NoteForm({
  name,
  content,
  save,
  reasons,
  author,
  now,
  onChange,
  canWrapUp,
  onWrapUp,
}: Props) {
  const set = (part: Partial<NoteContent>) => onChange((c) => ({ ...c, ...part }));
  const title = (
    <>
      {w.title}
      {' · '}
      <bdi className="note-name">{name || words.header.noName}</bdi>
    </>
  );
  return (
    <Section className="note" title={title} aside={<NoteStatus save={save} />}>
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
      <MaskedText
        label={w.summary}
        placeholder={w.placeholder}
        maxLength={20_000}
        multiline
        value={content.summary}
        onChange={(summary) => set({ summary })}
      />
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
          {w.wrapUp}
          <kbd>Ctrl ↵</kbd>
        </Button>
      </div>
    </Section>
  );
}
