import type { DeskNote } from '@/lib/protocol/desk';
import type { CodeLabels } from '@/lib/ui/code-labels';
import { formatWhen } from '@/lib/ui/format';
import { noteLines } from '@/lib/ui/note-lines';
import { deskWords as w } from '@/lib/ui/words/desk-words';
import { NoteText } from './note-text';

type Props = { note: DeskNote; labels: CodeLabels; now: Date };
type Entry = DeskNote['history'][number];

function whatWasDone({ kind, is, corrected }: Entry): string {
  if (kind === 'exemplary' && is === false) return w.unmarked;
  return corrected === undefined ? w.history[kind] : w.corrected;
}

/** What a note said before, and all that was done with it: nothing that was said or done is lost. */
export function NoteTrail({ note, labels, now }: Props) {
  return (
    <>
      {note.versions.length > 0 && (
        <details>
          <summary>{w.versions}</summary>
          {note.versions.map(({ version, by, at, content }) => (
            <section key={version} aria-label={w.version(version, by, formatWhen(at, now))}>
              <p className="label">
                <bdi>{w.version(version, by, formatWhen(at, now))}</bdi>
              </p>
              <NoteText lines={noteLines(content, { labels, now })} />
            </section>
          ))}
        </details>
      )}
      {note.history.length > 0 && (
        <section aria-label={w.historyTitle}>
          <h3 className="label">{w.historyTitle}</h3>
          <ul>
            {note.history.map((entry) => (
              <li key={`${entry.kind} ${entry.at} ${entry.version}`}>
                <bdi>
                  {w.done(
                    whatWasDone(entry),
                    entry.by === null ? w.nobody : w.person(entry.by),
                    formatWhen(entry.at, now),
                  )}
                </bdi>
                {entry.question && <q dir="auto">{entry.question}</q>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
