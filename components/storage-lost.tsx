import { TriangleAlert } from 'lucide-react';
import type { SyncState } from '@/lib/messaging/sidebar-view';
import { formatWhen } from '@/lib/ui/format';
import { useRefused } from '@/lib/ui/use-refused';
import { words } from '@/lib/ui/words/words';
import { GuardedButton } from './ui/guarded-button';
import { Refusal } from './ui/refusal';
import './error-notice.css';

type Props = { lost: NonNullable<SyncState['lost']>; now: Date; onRead: () => void };

/** Notes are gone from this computer, and nobody but the rep can say them again: it stays until they have read it. */
export function StorageLost({ lost, now, onRead }: Props) {
  const [refused, setRefused] = useRefused();
  return (
    <div className="error-notice" role="alert" data-danger>
      <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
      <p>
        <strong>{words.lost.what(formatWhen(lost.at, now))}</strong> {words.lost.unsent(lost.unsent)}{' '}
        {words.lost.next}
      </p>
      <div className="error-notice-actions">
        <GuardedButton small onAct={onRead} onRefused={() => setRefused(true)}>
          {words.lost.read}
        </GuardedButton>
        <Refusal refused={refused} />
      </div>
    </div>
  );
}
