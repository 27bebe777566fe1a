import { words } from '@/lib/ui/words';
import { Sheet } from './ui/sheet';
import './shortcuts-sheet.css';

const w = words.shortcuts;

export function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title={w.title} onClose={onClose}>
      <dl className="shortcuts">
        {w.list.map(({ keys, does }) => (
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
    </Sheet>
  );
}
