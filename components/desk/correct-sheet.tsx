import { useState } from 'react';
import type { Correction } from '@/lib/domain/desk';
import type { Reason } from '@/lib/domain/reason';
import type { DeskNote } from '@/lib/protocol/desk';
import { deskWords as w } from '@/lib/ui/words/desk-words';
import { noteWords } from '@/lib/ui/words/note-words';
import { words } from '@/lib/ui/words/words';
import { Tick } from '../note/tick';
import { ContactReasonField, ReasonsField } from '../reason-fields';
import { Button } from '../ui/button';
import { ReasonSelect } from '../ui/reason-select';
import { Segmented } from '../ui/segmented';
import { Sheet } from '../ui/sheet';

type Props = {
  note: DeskNote;
  reasons: readonly Reason[];
  isBusy: boolean;
  onSave: (correction: Correction) => void;
  onClose: () => void;
};

/** How the call was coded; the rest of a note is its author's. */
function codedIn({ content: c }: DeskNote): Correction {
  return {
    ...{ contactReason: c.contactReason, reasons: c.reasons, rootReason: c.rootReason },
    ...{ severity: c.severity, lossOf: c.lossOf, complaint: c.complaint, jurisdiction: c.jurisdiction },
    ...{ dispute: c.dispute, supportNeeded: c.supportNeeded, outcome: c.outcome },
  };
}

type FieldsProps = Pick<Props, 'reasons'> & {
  coded: Correction;
  change: (part: Partial<Correction>) => void;
};

function Reasons({ coded, reasons, change }: FieldsProps) {
  const { rootReason } = coded;
  return (
    <>
      <ContactReasonField
        reasons={reasons}
        value={coded.contactReason}
        onChange={(contactReason) => change({ contactReason })}
      />
      <ReasonsField
        reasons={reasons}
        value={coded.reasons}
        onChange={(codes) => change({ reasons: codes })}
      />
      <div className="reason-select">
        <span className="label" aria-hidden>
          {noteWords.rootReason}
        </span>
        <ReasonSelect
          label={noteWords.rootReason}
          look="select"
          text={
            rootReason === null ? null : (reasons.find((r) => r.code === rootReason)?.label ?? rootReason)
          }
          reasons={reasons}
          chosen={rootReason === null ? [] : [rootReason]}
          onToggle={(code) => change({ rootReason: code === rootReason ? null : code })}
        />
      </div>
    </>
  );
}

function Coded({ coded, change }: Omit<FieldsProps, 'reasons'>) {
  return (
    <>
      <Segmented
        label={words.note.severity}
        options={words.note.severities}
        value={coded.severity}
        onChange={(severity) => change({ severity })}
      />
      <Segmented
        label={noteWords.lossOf}
        options={noteWords.losses}
        value={coded.lossOf}
        onChange={(lossOf) => change({ lossOf })}
      />
      <Segmented
        label={words.note.outcome}
        options={words.note.outcomes}
        value={coded.outcome}
        onChange={(outcome) => change({ outcome })}
      />
      <Tick
        label={words.note.complaint}
        value={coded.complaint}
        onChange={(complaint) => change({ complaint })}
      />
      <Tick label={w.dispute} value={coded.dispute} onChange={(dispute) => change({ dispute })} />
      <Tick
        label={w.support}
        value={coded.supportNeeded}
        onChange={(supportNeeded) => change({ supportNeeded })}
      />
    </>
  );
}

/** The reasons, how bad it is and what came of it, as a supervisor would have tapped them. */
export function CorrectSheet({ note, reasons, isBusy, onSave, onClose }: Props) {
  const [coded, setCoded] = useState(() => codedIn(note));
  const change = (part: Partial<Correction>) => setCoded((before) => ({ ...before, ...part }));
  return (
    <Sheet title={w.correctTitle} onClose={onClose}>
      <p className="muted">{w.correctHint}</p>
      <Reasons {...{ coded, reasons, change }} />
      <Coded {...{ coded, change }} />
      <div className="desk-actions">
        <Button look="primary" isDisabled={isBusy} onPress={() => onSave(coded)}>
          {w.saveCorrection}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {w.cancel}
        </Button>
      </div>
    </Sheet>
  );
}
