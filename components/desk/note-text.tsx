import type { NoteLine } from '@/lib/ui/note-lines';
import { deskWords as w } from '@/lib/ui/words/desk-words';

/** What a note says, line by line. */
export function NoteText({ lines }: { lines: readonly NoteLine[] }) {
  if (lines.length === 0) return <p className="muted">{w.noSummary}</p>;
  return lines.map(({ label, text }) => (
    <p key={`${label} ${text}`} className="desk-text" dir="auto">
      {label && <span className="muted">{`${label}: `}</span>}
      {text}
    </p>
  ));
}
