import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { Playbook } from '@/lib/domain/playbook';
import type { DeskNote as Note } from '@/lib/protocol/desk';
import type { CodeLabels } from '@/lib/ui/code-labels';
import { nameIn } from '@/lib/ui/desk/use-desk-list';
import { formatDay, formatMoney, formatWhen } from '@/lib/ui/format';
import { noteLines } from '@/lib/ui/note-lines';
import { deskWords as w } from '@/lib/ui/words/desk-words';
import { words } from '@/lib/ui/words/words';
import { NoteText } from './note-text';
import { NoteTrail } from './note-trail';
import { WhyChips } from './why-chips';
import '../settings-page.css';

type Around = { labels: CodeLabels; currency: Playbook['currency']; now: Date };
type Props = Around & {
  note: Note;
  /** rises each time somebody goes to it; 0 where they only go past */
  sought: number;
  children: ReactNode;
};

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="label">{title}</h3>
      {children}
    </section>
  );
}

function inRecord({ published, version, unreviewed }: Note): string | null {
  if (published === null) return null;
  if (published !== version) return w.inRecordOlder;
  return unreviewed ? w.inRecordUnreviewed : w.inRecord;
}

/** How sure it is whose it is, by whom it came, and what chance had to do with it. */
function About({ note }: { note: Note }) {
  const percent = `${Math.round((note.sampledOf ?? 0) * 1000) / 10} %`;
  const lines = [
    w.matches[note.match],
    note.moves > 0 && w.moved,
    note.importedBy !== null && w.imported(note.importedBy),
    note.whys.includes('sample') && w.sampled(percent),
    inRecord(note),
  ];
  return <p className="muted">{lines.filter(Boolean).join(' ')}</p>;
}

function Offers({ note, labels, currency }: Pick<Props, 'note' | 'labels' | 'currency'>) {
  if (note.offers.length === 0) return null;
  return (
    <Part title={w.offersTitle}>
      <ul>
        {note.offers.map(({ actionCode, amountMinor, state, reference, flag, approved }) => (
          <li key={`${actionCode} ${amountMinor} ${state} ${reference}`} data-flag={flag ?? undefined}>
            <bdi>{labels.action(actionCode)}</bdi>{' '}
            {[
              amountMinor !== null && formatMoney(amountMinor, currency),
              words.offers.states[state],
              reference,
              approved && w.approved,
              flag && w.flags[flag],
            ]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Promised({ note: { promise }, now }: Pick<Props, 'note' | 'now'>) {
  if (!promise) return null;
  const { what, dueOn, by, state } = promise;
  return (
    <Part title={w.promiseTitle}>
      <p dir="auto">{w.promises[state](what, formatDay(dueOn, now), by)}</p>
    </Part>
  );
}

function Doubts({ note: { doubts } }: Pick<Props, 'note'>) {
  if (doubts.length === 0) return null;
  return (
    <Part title={w.doubtsTitle}>
      <ul>
        {doubts.map(({ kind, text, at }) => (
          <li key={at} dir="auto">
            {[w.doubts[kind], text].filter(Boolean).join(': ')}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Question({ note: { question }, now }: Pick<Props, 'note' | 'now'>) {
  if (!question) return null;
  return (
    <Part title={w.question(question.by, formatWhen(question.at, now))}>
      <p dir="auto">{question.text}</p>
    </Part>
  );
}

/** All that is known of one note: whose it is, why it is here, what it says and said, what was done. */
export function DeskNote({ note, sought, labels, currency, now, children }: Props) {
  const id = useId();
  const head = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another note is another place to go to
  useEffect(() => {
    if (sought > 0) head.current?.focus();
  }, [sought, note.noteId]);
  const name = nameIn(note, w.unnamed);
  const lines = noteLines({ ...note.content, promise: null, offers: [] }, { labels, now });
  return (
    <article className="settings-card desk-note" aria-labelledby={id}>
      <h2 ref={head} id={id} tabIndex={-1}>
        <bdi>{name}</bdi>{' '}
        {note.customerName && note.cardNumber !== null && (
          <span className="muted">{w.number(note.cardNumber)}</span>
        )}
      </h2>
      <p className="label">
        <bdi>{w.by(note.author.name, formatWhen(note.at, now))}</bdi>
        {note.exemplary && ` · ${w.exemplary}`}
      </p>
      <WhyChips whys={note.whys} />
      {children}
      <NoteText lines={lines} />
      <Promised {...{ note, now }} />
      <Offers {...{ note, labels, currency }} />
      <Doubts note={note} />
      <Question {...{ note, now }} />
      <About note={note} />
      <NoteTrail {...{ note, labels, now }} />
    </article>
  );
}
