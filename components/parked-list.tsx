import type { SidebarView } from '@/lib/messaging/sidebar-view';
import { formatWhen } from '@/lib/ui/format';
import { words } from '@/lib/ui/words/words';
import { Button } from './ui/button';
import { Section } from './ui/section';
import './parked-list.css';

type Props = {
  /** newest first */
  parked: SidebarView['parked'];
  now: Date;
  onResume: (noteId: string) => void;
};

const w = words.parked;

/** Calls that were begun and not ended: their notes wait here. */
export function ParkedList({ parked, now, onResume }: Props) {
  if (parked.length === 0) return null;
  return (
    <Section title={w.title}>
      <ul className="parked">
        {parked.map(({ noteId, name, startedAt, editing }) => (
          <li key={noteId}>
            <span className="parked-name">
              <bdi>{name || words.header.noName}</bdi>{' '}
              <span className="label">{(editing ? w.editing : w.begun)(formatWhen(startedAt, now))}</span>
            </span>
            <Button small aria-label={`${w.resume}: ${name}`} onPress={() => onResume(noteId)}>
              {w.resume}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
