import { ClipboardCopy, ClipboardPaste, Share } from 'lucide-react';
import { Button, IconButton } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import type { Requirable } from '@/lib/domain/organisation-rules';
import { noteWords } from '@/lib/ui/words/note-words';
import { words } from '@/lib/ui/words/words';
import './note-end.css';

export type EndProps = {
  /** a note saved before is edited: no call ends with it */
  editing: boolean;
  canWrapUp: boolean;
  /** leaves the edited note as it is */
  onCancel: () => void;
  onWrapUp: () => void;
  /** what the organisation wants to stand here and doesn't, once the rep has tried to wrap up */
  missing: readonly Requirable[];
  /** resolved, and the complaint of before is not what was resolved */
  complaintStays: boolean;
  onLeave: () => void;
  /** there is something to put elsewhere */
  hasText: boolean;
  onCopy: () => void;
  onPutIntoCrm: () => void;
};

const w = noteWords;

function Missing({ missing, onLeave }: Pick<EndProps, 'missing' | 'onLeave'>) {
  return (
    <div className="note-missing" role="status">
      {missing.length > 0 && (
        <>
          <p>{w.missing(w.and(missing.map((field) => w.fields[field])))}</p>
          <Button small look="link" onPress={onLeave}>
            {w.leave}
          </Button>
        </>
      )}
    </div>
  );
}

/** How the note ends. Where something is missing it can be left unfinished: nothing said is held back. */
export function NoteEnd({ editing, canWrapUp, onWrapUp, onCancel, missing, ...rest }: EndProps) {
  const { complaintStays, onLeave, hasText, ...crm } = rest;
  const entries = [
    { id: 'copy', label: w.crm.copy, icon: ClipboardCopy, onAction: crm.onCopy },
    { id: 'put', label: w.crm.put, icon: ClipboardPaste, onAction: crm.onPutIntoCrm },
  ];
  return (
    <>
      <Missing missing={missing} onLeave={onLeave} />
      <div className="note-missing" role="status">
        {complaintStays && <p>{w.complaintStays}</p>}
      </div>
      <div className="note-end-do">
        {canWrapUp && hasText && (
          <Menu label={w.crm.menu} entries={entries}>
            <IconButton label={w.crm.menu} icon={Share} />
          </Menu>
        )}
        {editing && (
          <Button isDisabled={!canWrapUp} onPress={onCancel}>
            {w.cancel}
            <kbd>Esc</kbd>
          </Button>
        )}
        <Button look="primary" isDisabled={!canWrapUp} onPress={onWrapUp}>
          {editing ? words.note.saveEdit : words.note.wrapUp}
          <kbd>Ctrl ↵</kbd>
        </Button>
      </div>
    </>
  );
}
