import type { NoteContent } from '@/lib/domain/note';
import type { CodeLabels } from './code-labels';
import { formatDay } from './format';
import { words } from './words';

export type NoteLine = { label: string | null; text: string };

type Around = { labels: CodeLabels; now: Date };

const w = words.conflict;

/** All that a note says, line by line, so that two of them can be laid side by side. */
export function noteLines(content: NoteContent, { labels, now }: Around): NoteLine[] {
  const { summary, contactReason, reasons, severity, promise, complaint, outcome, offers } = content;
  const lines: [string | null, string | null][] = [
    [null, summary],
    [w.about, contactReason && labels.reason(contactReason)],
    [w.reasons, reasons.map(labels.reason).join(', ')],
    [w.severity, severity && words.note.severities[severity]],
    [w.promise, promise && `${promise.what}, ${formatDay(promise.dueOn, now)}, ${promise.by}`],
    ...offers.map((o): [null, string] => [
      null,
      words.history.offer(labels.action(o.actionCode), words.offers.states[o.state], o.reference),
    ]),
    [w.outcome, outcome && words.note.outcomes[outcome]],
    [null, complaint ? w.complaint : ''],
  ];
  return lines.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}
