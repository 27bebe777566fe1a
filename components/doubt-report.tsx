import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { type DoubtKind, doubtKinds, LONGEST_DOUBT } from '@/lib/domain/doubt';
import { useRefused } from '@/lib/ui/use-refused';
import { doubtWords as w } from '@/lib/ui/words/doubt-words';
import { MaskedText } from './masked-text';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';
import { Refusal } from './ui/refusal';
import './doubt-report.css';

/** `waiting`: on this computer still; `left`: with the supervisor, or on its way there; `too-late`: asked back after that. */
export type DoubtState = 'none' | 'waiting' | 'left' | 'too-late' | 'taken-back';

type Props = {
  state: DoubtState;
  /** resolves to whether it is on disk now */
  onReport: (kind: DoubtKind, text: string) => Promise<boolean>;
  onUndo: () => void;
};

type FormProps = Pick<Props, 'onReport'> & { onClose: () => void };

function Kinds({ kind, onChange }: { kind: DoubtKind | null; onChange: (kind: DoubtKind) => void }) {
  return (
    <RadioGroup
      className="doubt-kinds"
      value={kind}
      onChange={(next) => onChange(doubtKinds.find((code) => code === next) ?? 'other')}
    >
      <Label className="label">{w.title}</Label>
      <div className="doubt-options">
        {doubtKinds.map((code) => (
          <Radio key={code} value={code} className="doubt-option">
            {w.kinds[code]}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

function DoubtForm({ onReport, onClose }: FormProps) {
  const [kind, setKind] = useState<DoubtKind | null>(null);
  const [text, setText] = useState('');
  const [refused, setRefused] = useRefused();
  const send = async () => {
    setRefused(false);
    // What failed stays to be sent again; why is said above.
    if (kind && (await onReport(kind, text.trim()))) onClose();
  };
  return (
    <div className="doubt-form">
      <Kinds kind={kind} onChange={setKind} />
      <MaskedText
        label={w.text}
        placeholder={w.textHint}
        maxLength={LONGEST_DOUBT}
        value={text}
        onChange={setText}
      />
      <p className="label">{w.use}</p>
      <div className="doubt-actions">
        <GuardedButton
          small
          look="accent"
          undoable
          isDisabled={kind === null}
          onAct={() => void send()}
          onRefused={() => setRefused(true)}
        >
          {w.send}
        </GuardedButton>
        <Button small onPress={onClose}>
          {w.cancel}
        </Button>
      </div>
      <Refusal refused={refused} />
    </div>
  );
}

function saidOf(state: DoubtState): string {
  const said = { waiting: w.waiting, left: w.left, 'too-late': w.tooLate, 'taken-back': w.takenBack };
  return state === 'none' ? '' : said[state];
}

/** "This looks wrong because…": a line to the supervisor about what Heed says of this customer. */
export function DoubtReport({ state, onReport, onUndo }: Props) {
  const [open, setOpen] = useState(false);
  if (open) return <DoubtForm onReport={onReport} onClose={() => setOpen(false)} />;
  return (
    <div className="doubt-line">
      <p className="label" role="status">
        {saidOf(state)}
      </p>
      {state === 'waiting' && (
        <Button small look="link" aria-label={w.undoLong} onPress={onUndo}>
          {w.undo}
        </Button>
      )}
      <Button small look="link" onPress={() => setOpen(true)}>
        {state === 'none' || state === 'taken-back' ? w.open : w.again}
      </Button>
    </div>
  );
}
