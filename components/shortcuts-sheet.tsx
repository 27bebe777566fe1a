import { shortcutWords } from '@/lib/ui/words/shortcut-words';
import { KeyList } from './key-list';
import { Sheet } from './ui/sheet';

const w = shortcutWords;

type Props = {
  /** `Alt+Shift+H`; empty where the person has set none, undefined until the browser has said */
  chord: string | undefined;
  onClose: () => void;
};

export function ShortcutsSheet({ chord, onClose }: Props) {
  const first = { keys: chord ? chord.split('+') : ['—'], does: w.chord };
  return (
    <Sheet title={w.title} onClose={onClose}>
      <KeyList keys={[first, ...w.list]} />
      <p className="muted">{w.chordWhere}</p>
    </Sheet>
  );
}
