import { shortcutWords } from '@/lib/ui/words/shortcut-words';
import { Sheet } from './ui/sheet';
import './shortcuts-sheet.css';

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
      <dl className="shortcuts">
        {[first, ...w.list].map(({ keys, does }) => (
          <div key={does} style={{ display: 'contents' }}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{w.chordWhere}</p>
    </Sheet>
  );
}
