import { Fold } from '@/components/ui/fold';
import { ReasonSelect } from '@/components/ui/reason-select';
import { Segmented } from '@/components/ui/segmented';
import type { NoteContent } from '@/lib/domain/note';
import type { Reason } from '@/lib/domain/reason';
import { noteWords } from '@/lib/ui/words/note-words';
import { Tick } from './tick';

type Props = {
  content: NoteContent;
  reasons: readonly Reason[];
  set: (part: Partial<NoteContent>) => void;
};

const w = noteWords;

type RootProps = Pick<Props, 'reasons' | 'set'> & { value: string | null };

function RootReason({ value, reasons, set }: RootProps) {
  return (
    <div className="reason-select">
      <span className="label" aria-hidden>
        {w.rootReason}
      </span>
      <div className="field-body">
        <ReasonSelect
          label={w.rootReason}
          look="select"
          text={value === null ? null : (reasons.find((r) => r.code === value)?.label ?? value)}
          reasons={reasons}
          chosen={value === null ? [] : [value]}
          onToggle={(code) => set({ rootReason: code === value ? null : code })}
        />
        <p className="note-hint">{w.rootHint}</p>
      </div>
    </div>
  );
}

function countSet({ rootReason, lossOf, dispute, supportNeeded }: NoteContent): number {
  return [rootReason !== null, lossOf !== null, dispute, supportNeeded].filter(Boolean).length;
}

/** What few notes need. How many of them are set can be read without opening it. */
export function MoreFields({ content, reasons, set }: Props) {
  const filled = countSet(content);
  return (
    <Fold title={filled > 0 ? w.moreSet(filled) : w.more}>
      <div className="note-more">
        <RootReason value={content.rootReason} reasons={reasons} set={set} />
        <Segmented
          label={w.lossOf}
          options={w.losses}
          value={content.lossOf}
          onChange={(lossOf) => set({ lossOf })}
        />
        <Tick label={w.dispute} value={content.dispute} onChange={(dispute) => set({ dispute })} />
        <div>
          <Tick
            label={w.support}
            value={content.supportNeeded}
            onChange={(supportNeeded) => set({ supportNeeded })}
          />
          {content.supportNeeded && <p className="note-hint">{w.supportHint}</p>}
        </div>
      </div>
    </Fold>
  );
}
