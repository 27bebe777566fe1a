import type { CrmText } from '@/lib/ui/sidebar-store';
import { useRefused } from '@/lib/ui/use-refused';
import { noteWords } from '@/lib/ui/words/note-words';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';
import { Refusal } from './ui/refusal';
import { Sheet } from './ui/sheet';
import './crm-text-sheet.css';

type Props = {
  crm: CrmText;
  onFill: () => void;
  onUndo: () => void;
  onCopy: () => void;
  onClose: () => void;
};

const w = noteWords.crm;

function became({ became: what, field }: CrmText): string {
  if (what === null) return field ? '' : w.none;
  const said = {
    filled: w.filled(field?.label || w.noLabel),
    gone: w.gone,
    undone: w.undone,
    changed: w.changed,
    copied: w.copied,
    'not-copied': w.notCopied,
  };
  return said[what];
}

/** It stands there, or what stands there is not Heed's to touch. */
const OVER: ReadonlySet<string> = new Set(['filled', 'gone', 'changed']);

function Ways({ crm, onFill, onUndo, onCopy, onClose }: Props) {
  const [refused, setRefused] = useRefused();
  const canFill = crm.field !== null && !OVER.has(crm.became ?? '');
  return (
    <>
      <div className="confirm-actions">
        {canFill && (
          <GuardedButton look="primary" autoFocus onAct={onFill} onRefused={() => setRefused(true)}>
            {w.fill}
          </GuardedButton>
        )}
        {crm.became === 'filled' && (
          <Button autoFocus onPress={onUndo}>
            {noteWords.undo}
          </Button>
        )}
        <Button onPress={onCopy}>{w.copy}</Button>
        <Button look="quiet" onPress={onClose}>
          {crm.became === null ? w.cancel : w.close}
        </Button>
      </div>
      <Refusal refused={refused} />
    </>
  );
}

/** What would stand in the CRM, before it does. */
export function CrmTextSheet(props: Props) {
  const { crm, onClose } = props;
  const { field, text } = crm;
  return (
    <Sheet title={w.title} onClose={onClose}>
      {field && (
        <p>
          <span className="muted">{`${w.into}: `}</span>
          <bdi>{field.label || w.noLabel}</bdi>
        </p>
      )}
      <section className="crm-text sensitive" aria-label={w.text} dir="auto">
        {text}
      </section>
      {field?.hasText && crm.became === null && <p className="muted">{w.behind}</p>}
      <p role="status">{became(crm)}</p>
      <Ways {...props} />
    </Sheet>
  );
}
