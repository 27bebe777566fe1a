import { outreachWords as w } from '@/lib/ui/words/outreach-words';
import { Button } from './ui/button';
import './outreach-sheet.css';

type Props = { late: number; onRead: () => void };

/** Results that waited on this computer and came too late: what that means, and what to do. */
export function LateResults({ late, onRead }: Props) {
  if (late === 0) return null;
  return (
    <section className="outreach-bar" role="alert">
      <p>{w.late(late)}</p>
      <p className="muted">{w.lateHint}</p>
      <div className="outreach-actions">
        <Button small onPress={onRead}>
          {w.lateRead}
        </Button>
      </div>
    </section>
  );
}
