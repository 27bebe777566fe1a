import type { DeskItem } from '@/lib/protocol/desk';
import { nameIn } from '@/lib/ui/desk/use-desk-list';
import { formatWhen } from '@/lib/ui/format';
import { deskWords as w } from '@/lib/ui/words/desk-words';
import { words } from '@/lib/ui/words/words';
import { Tick } from '../note/tick';
import { WhyChips } from './why-chips';
import '../ui/two-lines.css';
import './desk.css';

type Props = {
  notes: readonly DeskItem[];
  currentId: string | null;
  chosen: ReadonlySet<string>;
  now: Date;
  onShow: (noteId: string) => void;
  onChoose: (noteId: string) => void;
};
type ItemProps = Omit<Props, 'notes' | 'currentId' | 'chosen'> & {
  note: DeskItem;
  isCurrent: boolean;
  isChosen: boolean;
};

/** How a note's button is found by the keys. */
export const deskItemId = (noteId: string) => `desk-${noteId}`;

function Item({ note, isCurrent, isChosen, now, onShow, onChoose }: ItemProps) {
  const name = nameIn(note, w.unnamed);
  return (
    <li className="desk-item" data-current={isCurrent || undefined}>
      <Tick
        label={<span className="visually-hidden">{w.choose(name)}</span>}
        value={isChosen}
        onChange={() => onChoose(note.noteId)}
      />
      <button
        type="button"
        id={deskItemId(note.noteId)}
        aria-current={isCurrent || undefined}
        onClick={() => onShow(note.noteId)}
      >
        <span className="desk-item-head">
          <bdi className="desk-name">{name}</bdi>
          {note.severity && <span className="muted">{words.note.severities[note.severity]}</span>}
        </span>
        <span className="label">
          <bdi>{w.by(note.author.name, formatWhen(note.at, now))}</bdi>
          {note.exemplary && ` · ${w.exemplary}`}
        </span>
        <span className="in-two-lines" dir="auto">
          {note.summary || w.noSummary}
        </span>
      </button>
      <WhyChips whys={note.whys} />
    </li>
  );
}

/** The notes of the desk, in their order. */
export function DeskList({ notes, currentId, chosen, ...rest }: Props) {
  return (
    <ul className="desk-list" aria-label={w.list}>
      {notes.map((note) => (
        <Item
          key={note.noteId}
          note={note}
          isCurrent={note.noteId === currentId}
          isChosen={chosen.has(note.noteId)}
          {...rest}
        />
      ))}
    </ul>
  );
}
