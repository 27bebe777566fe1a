import { TriangleAlert } from 'lucide-react';
import type { SyncState } from '@/lib/messaging/sidebar-view';
import { formatWhen } from '@/lib/ui/format';
import { words } from '@/lib/ui/words/words';
import { Button } from './ui/button';
import './error-notice.css';

type Props = { lost: NonNullable<SyncState['lost']>; now: Date; onRead: () => void };

/** Notes are gone from this computer, and nobody but the rep can say them again: it stays until they have read it. */
export function StorageLost({ lost, now, onRead }: Props) {
  return (
    <div className="error-notice" role="alert" data-danger>
      <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
      <p>
        <strong>{words.lost.what(formatWhen(lost.at, now))}</strong> {words.lost.unsent(lost.unsent)}{' '}
        {words.lost.next}
      </p>
      <div className="error-notice-actions">
        <Button small onPress={onRead}>
          {words.lost.read}
        </Button>
      </div>
    </div>
  );
}
