import { useId, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { type SignalKind, signalKinds } from '@/lib/domain/signal';
import type { SignalState } from '@/lib/messaging/signal-methods';
import { useRefused } from '@/lib/ui/use-refused';
import { signalWords as w } from '@/lib/ui/words/signal-words';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';
import { Refusal } from './ui/refusal';
import { Segmented } from './ui/segmented';
import { Sheet } from './ui/sheet';
import './ui/field.css';
import './signal-sheet.css';

export type Given = { kind: SignalKind; line: string; withName: boolean };
type Way = keyof typeof w.ways;

/** `given`: it can be taken back as long as it is here; `failed`: it isn't on disk. */
export type SignalProgress =
  | { state: 'writing' | 'failed' }
  | { state: 'given'; way: Way }
  | { state: 'took-back' | 'left' };

type Props = {
  /** null until the background has said it */
  known: SignalState | null;
  progress: SignalProgress;
  onGive: (given: Given) => void;
  onTakeBack: () => void;
  onAnother: () => void;
  onThrowAway: () => void;
  onClose: () => void;
};

function Kinds({ value, onChange }: { value: SignalKind | null; onChange: (kind: SignalKind) => void }) {
  const choose = (next: string) => {
    const kind = signalKinds.find((known) => known === next);
    if (kind) onChange(kind);
  };
  return (
    <RadioGroup className="signal-kinds" value={value} onChange={choose}>
      <Label className="label">{w.kind}</Label>
      {signalKinds.map((kind) => (
        <Radio key={kind} value={kind} className="signal-kind">
          {w.kinds[kind]}
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** What is kept, before it is given and not after. */
function WhatIsKept({ way, known }: { way: Way; known: SignalState | null }) {
  if (way === 'named') return <p className="muted">{w.named}</p>;
  if (known?.nameless === 'elsewhere') return <p role="status">{w.elsewhere}</p>;
  if (known?.nameless === 'not-yet') return <p role="status">{w.notYet}</p>;
  return (
    <div className="signal-said">
      <p>{w.nameless}</p>
      <p className="muted">{w.namelessLimit}</p>
    </div>
  );
}

function Line({ value, onChange }: { value: string; onChange: (line: string) => void }) {
  const id = useId();
  return (
    <label htmlFor={id}>
      <span className="label">{w.line}</span>
      <input
        id={id}
        className="control"
        dir="auto"
        autoComplete="off"
        maxLength={300}
        placeholder={w.linePlaceholder}
        value={value}
        onChange={(e) => onChange(e.target.value)}
      />
    </label>
  );
}

function Form({ known, progress, onGive }: Pick<Props, 'known' | 'progress' | 'onGive'>) {
  const [kind, setKind] = useState<SignalKind | null>(null);
  const [line, setLine] = useState('');
  const [way, setWay] = useState<Way | null>(null);
  const [refused, setRefused] = useRefused();
  const can = way === 'named' || (way === 'nameless' && known?.nameless === 'ready');
  const give = () => {
    setRefused(false);
    if (kind && can) onGive({ kind, line: line.trim(), withName: way === 'named' });
  };
  return (
    <div className="signal-form">
      <Kinds value={kind} onChange={setKind} />
      <Line value={line} onChange={setLine} />
      <Segmented label={w.who} options={w.ways} value={way} onChange={setWay} />
      {way && <WhatIsKept way={way} known={known} />}
      {progress.state === 'failed' && <p role="alert">{w.failed}</p>}
      <div className="signal-actions">
        <GuardedButton
          look="primary"
          undoable
          isDisabled={!kind || line.trim() === '' || !can}
          onAct={give}
          onRefused={() => setRefused(true)}
        >
          {w.give}
        </GuardedButton>
      </div>
      <Refusal refused={refused} />
    </div>
  );
}

function After({ progress, onTakeBack, onAnother, onClose }: Omit<Props, 'known' | 'onGive'>) {
  const said = {
    'took-back': w.tookBack,
    left: w.left,
    given: progress.state === 'given' ? w.given[progress.way] : '',
    ...{ writing: '', failed: '' },
  };
  return (
    <div className="signal-form">
      <p role="status">{said[progress.state]}</p>
      <div className="signal-actions">
        {progress.state === 'given' && <Button onPress={onTakeBack}>{w.undo}</Button>}
        <Button onPress={onAnother}>{w.another}</Button>
        <Button look="accent" onPress={onClose} autoFocus>
          {w.done}
        </Button>
      </div>
    </div>
  );
}

/** What the store wouldn't take stays until the rep throws it away, which nothing brings back. */
function Untaken({ count, onThrowAway }: { count: number } & Pick<Props, 'onThrowAway'>) {
  const [refused, setRefused] = useRefused();
  return (
    <>
      <div className="signal-actions">
        <p>{w.refused(count)}</p>
        <GuardedButton small onAct={onThrowAway} onRefused={() => setRefused(true)}>
          {w.throwAway}
        </GuardedButton>
      </div>
      <Refusal refused={refused} />
    </>
  );
}

/** One tap and a line, with or without a name. */
export function SignalSheet(props: Props) {
  const { known, progress, onThrowAway, onClose } = props;
  const isForm = progress.state === 'writing' || progress.state === 'failed';
  return (
    <Sheet title={w.title} onClose={onClose}>
      {isForm ? <Form {...props} /> : <After {...props} />}
      {known && known.refused > 0 && <Untaken count={known.refused} onThrowAway={onThrowAway} />}
    </Sheet>
  );
}
