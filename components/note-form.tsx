import type { ReactNode } from 'react';
import { LONGEST_SUMMARY, MOST_REASONS, type NoteContent } from '@/lib/domain/note';
import { offerRoom } from '@/lib/domain/offer-room';
import type { OrganisationRules } from '@/lib/domain/organisation-rules';
import type { Playbook } from '@/lib/domain/playbook';
import type { PromiseWarning } from '@/lib/domain/promise-guard';
import type { Reason } from '@/lib/domain/reason';
import { dayIn } from '@/lib/domain/time-zone';
import { workingDayAfter } from '@/lib/domain/work-calendar';
import { likelyPromises } from '@/lib/ui/likely-promises';
import { noteWords } from '@/lib/ui/words/note-words';
import { words } from '@/lib/ui/words/words';
import { MaskedText } from './masked-text';
import { CalledAbout } from './note/called-about';
import { ComplaintClock } from './note/complaint-clock';
import { ComplaintField } from './note/complaint-field';
import { FollowUpField } from './note/follow-up-field';
import { MoreFields } from './note/more-fields';
import { type EndProps, NoteEnd } from './note/note-end';
import { type OpenQuestion, PromiseWarnings } from './note/promise-warnings';
import { NoteStatus, type SaveState } from './note-status';
import { PromiseField } from './promise-field';
import { ReasonsField } from './reason-fields';
import { SuggestedReasons } from './suggested-reasons';
import { Section } from './ui/section';
import { Segmented } from './ui/segmented';
import './ui/field.css';
import './note-form.css';

type Props = EndProps & {
  /** whom the note is about: stands in its head, so that nobody has to guess */
  name: string;
  content: NoteContent;
  save: SaveState;
  reasons: readonly Reason[];
  /** reasons that the summary's words speak for */
  suggested: readonly { code: string; because: readonly string[] }[];
  /** codes that calls are about most */
  topReasons: readonly string[];
  rules: OrganisationRules;
  playbook: Pick<Playbook, 'limitMinor' | 'currency' | 'actions'> | null;
  warnings: readonly PromiseWarning[];
  /** asks a supervisor for a sum that was promised; null where none can be asked now */
  onAsk: ((minor: number, why: string) => void) | null;
  /** what a supervisor was asked already */
  question: OpenQuestion | null;
  /** the summary was put together from what was tapped, and waits to be read */
  assembled: boolean;
  /** when the call began; null in an edit */
  startedAt: Date | null;
  /** the rep's own name, for promises */
  author: string;
  now: Date;
  /** ready-made lines, under the summary that they go into */
  macros?: ReactNode;
  /** a change to the newest content, whichever that is by then */
  onChange: (change: (content: NoteContent) => NoteContent) => void;
};

const w = words.note;

type Set = (part: Partial<NoteContent>) => void;
type FieldProps = Props & { set: Set };

function Reasons({ content, reasons, suggested, topReasons, missing, set }: FieldProps) {
  const asksSeverity =
    content.reasons.length > 0 || content.severity !== null || missing.includes('severity');
  return (
    <>
      <div data-field="contactReason">
        <CalledAbout
          reasons={reasons}
          top={topReasons}
          value={content.contactReason}
          onChange={(contactReason) => set({ contactReason })}
        />
      </div>
      <div data-field="reasons" className="unhappy-with">
        <ReasonsField reasons={reasons} value={content.reasons} onChange={(list) => set({ reasons: list })} />
        <SuggestedReasons
          {...{ suggested, reasons, chosen: content.reasons }}
          onAdd={(code) => set({ reasons: [...content.reasons, code].slice(0, MOST_REASONS) })}
        />
      </div>
      {asksSeverity && (
        <div data-field="severity">
          <Segmented
            label={w.severity}
            options={w.severities}
            value={content.severity}
            onChange={(severity) => set({ severity })}
          />
        </div>
      )}
    </>
  );
}

function Summary({ content, assembled, macros, set }: FieldProps) {
  return (
    <div data-field="summary">
      <MaskedText
        label={w.summary}
        placeholder={w.placeholder}
        maxLength={LONGEST_SUMMARY}
        multiline
        value={content.summary}
        onChange={(summary) => set({ summary })}
      />
      <p className="note-assembled" role="status">
        {assembled && noteWords.assembled}
      </p>
      {macros}
    </div>
  );
}

function Promised(props: FieldProps) {
  const { content, rules, playbook, warnings, author, now, onAsk, question, set } = props;
  const { promise, offers } = content;
  const today = dayIn(rules.calendar.zone, now);
  const change = (next: NoteContent['promise']) => set({ promise: next });
  const ask = onAsk && promise && ((minor: number) => onAsk(minor, promise.what));
  return (
    <div data-field="promise">
      <PromiseField
        value={promise}
        onChange={change}
        defaults={{ dueOn: workingDayAfter(rules.calendar, today, 2), by: author }}
        today={today}
        likely={playbook ? likelyPromises(playbook, offers) : []}
      />
      {promise && playbook && (
        <PromiseWarnings
          warnings={warnings}
          promise={promise}
          currency={playbook.currency}
          room={offerRoom(playbook, offers)}
          now={now}
          onAsk={ask}
          question={question}
          onChange={change}
        />
      )}
    </div>
  );
}

function Outcome({ content, rules, now, set }: FieldProps) {
  const { outcome, followUpOn } = content;
  const today = dayIn(rules.calendar.zone, now);
  const change = (next: NoteContent['outcome']) =>
    set({
      outcome: next,
      followUpOn: next === 'follow-up' ? (followUpOn ?? workingDayAfter(rules.calendar, today, 2)) : null,
    });
  return (
    <>
      <div data-field="outcome">
        <Segmented label={w.outcome} options={w.outcomes} value={outcome} onChange={change} />
      </div>
      {(outcome === 'follow-up' || followUpOn !== null) && (
        <FollowUpField
          {...{ value: followUpOn, calendar: rules.calendar, today, now }}
          onChange={(day) => set({ followUpOn: day })}
        />
      )}
    </>
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
  const { name, content, save, reasons, rules, startedAt, now, onChange, editing } = props;
  const set: Set = (part) => onChange((c) => ({ ...c, ...part }));
  const fields = { ...props, set };
  return (
    <Section
      className="note"
      title={<Title name={name} editing={editing} />}
      aside={<NoteStatus save={save} />}
    >
      <Reasons {...fields} />
      <Summary {...fields} />
      <Promised {...fields} />
      <Outcome {...fields} />
      <MoreFields content={content} reasons={reasons} set={set} />
      <ComplaintClock value={content} rules={rules} startedAt={startedAt} now={now} onChange={set} />
      <div className="note-end">
        <ComplaintField value={content} rules={rules} onChange={set} />
        <NoteEnd {...props} />
      </div>
    </Section>
  );
}
