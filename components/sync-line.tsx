import { Eye, EyeOff } from 'lucide-react';
import type { SyncState } from '@/lib/messaging/sidebar-view';
import { formatDate, formatLeft, formatWaited } from '@/lib/ui/format';
import { placeWords } from '@/lib/ui/place-words';
import { words } from '@/lib/ui/words';
import { Button, IconButton } from './ui/button';
import './sync-line.css';

type Props = {
  sync: SyncState;
  /** real time: how long a note has waited */
  now: Date;
  /** what isn't real about the data, where something isn't */
  demo: { generated: boolean; asOf: string | null };
  isPrivate: boolean;
  onPrivate: (isPrivate: boolean) => void;
  onShowUnsent: () => void;
  onShowShortcuts: () => void;
};

const w = words.sync;

function coverage({ coming, online }: SyncState): string | null {
  if (!coming) return null;
  const share = `${Math.floor((coming.bytes / coming.totalBytes) * 100)} %`;
  if (!online) return w.partly(share);
  return w.loading(share, coming.secondsLeft === null ? null : formatLeft(coming.secondsLeft));
}

function caveats(demo: Props['demo'], now: Date): string[] {
  return [demo.generated && w.generated, demo.asOf !== null && w.asOf(formatDate(demo.asOf, now))].filter(
    (c) => c !== false,
  );
}

/** The last line: is the store there, what hasn't been sent, and since when. */
export function SyncLine(props: Props) {
  const { sync, now, demo, isPrivate, onPrivate, onShowUnsent, onShowShortcuts } = props;
  const waiting = [
    w.unsent(sync.unsent),
    sync.oldestUnsentAt && w.oldest(formatWaited(sync.oldestUnsentAt, now)),
  ].filter(Boolean);
  const quiet = [coverage(sync), ...caveats(demo, now)].filter((text) => text !== null);
  return (
    <footer className="sync-line">
      <div className="sync-state">
        <span className="sync-dot" data-offline={!sync.online || undefined} aria-hidden />
        <span>{sync.online ? w.online : w.offline}</span>
        <span aria-hidden>·</span>
        {sync.unsent > 0 ? (
          <Button look="link" onPress={onShowUnsent}>
            {waiting.join(', ')}
          </Button>
        ) : (
          <span>{waiting.join(', ')}</span>
        )}
        {sync.needsAttention > 0 && (
          <span className="sync-attention">
            <Button look="link" onPress={onShowUnsent}>
              {w.attention(sync.needsAttention)}
            </Button>
          </span>
        )}
        {quiet.map((text) => (
          <span key={text}>· {text}</span>
        ))}
      </div>
      <div className="sync-actions">
        <IconButton
          label={isPrivate ? placeWords.show : placeWords.hide}
          icon={isPrivate ? EyeOff : Eye}
          onPress={() => onPrivate(!isPrivate)}
        />
        <Button look="link" onPress={onShowShortcuts}>
          <kbd>?</kbd> {w.shortcuts}
        </Button>
      </div>
    </footer>
  );
}
