import { settingsWords } from '@/lib/ui/words/settings-words';
import './protection.css';

const w = settingsWords.protection;

function List({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

/** Said plainly, where the person who relies on it looks. */
export function Protection() {
  return (
    <div className="protection">
      <List title={w.yesTitle} items={w.yes} />
      <List title={w.noTitle} items={w.no} />
    </div>
  );
}
