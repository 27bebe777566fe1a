import type { NoteContent } from '@/lib/domain/note';
import type { CodeLabels } from './code-labels';
import { formatDay } from './format';
import { noteWords } from './words/note-words';
import { words } from './words/words';

export type NoteLine = { label: string | null; text: string };

type Around = { labels: CodeLabels; now: Date };

const w = words.conflict;

type Line = [string | null, string | null];

function unhappyLines(
  { reasons, rootReason, severity, lossOf, emotion }: NoteContent,
  labels: CodeLabels,
): Line[] {
  return [
    [w.reasons, reasons.map(labels.reason).join(', ')],
    [noteWords.rootReason, rootReason && labels.reason(rootReason)],
    [w.severity, severity && words.note.severities[severity]],
    [noteWords.lossOf, lossOf && noteWords.losses[lossOf]],
    [noteWords.emotion, emotion && noteWords.emotions[emotion]],
  ];
}

function flagLines({ complaint, jurisdiction, dispute, supportNeeded }: NoteContent): Line[] {
  return [
    [null, complaint ? w.complaint : ''],
    [noteWords.rules, jurisdiction],
    [null, dispute ? noteWords.dispute : ''],
    [null, supportNeeded ? noteWords.support : ''],
  ];
}

/** All that a note says, line by line, so that two of them can be laid side by side. */
export function noteLines(content: NoteContent, { labels, now }: Around): NoteLine[] {
  const { summary, contactReason, promise, outcome, offers, followUpOn } = content;
  const lines: Line[] = [
    [null, summary],
    [w.about, contactReason && labels.reason(contactReason)],
    ...unhappyLines(content, labels),
    [w.promise, promise && `${promise.what}, ${formatDay(promise.dueOn, now)}, ${promise.by}`],
    ...offers.map(
      (o): Line => [
        null,
        words.history.offer(labels.action(o.actionCode), words.offers.states[o.state], o.reference),
      ],
    ),
    [w.outcome, outcome && words.note.outcomes[outcome]],
    [noteWords.followUp, followUpOn && formatDay(followUpOn, now)],
    ...flagLines(content),
  ];
  return lines.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}
