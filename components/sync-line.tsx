import { Eye, EyeOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SyncState } from '@/lib/messaging/sidebar-view';
import { formatDate, formatLeft, formatNumber, formatShare, formatWaited } from '@/lib/ui/format';
import { placeWords } from '@/lib/ui/words/place-words';
import { words } from '@/lib/ui/words/words';
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

/** How far a first sync is, each in words of its own: the line breaks between them where it is narrow. */
function coverage({ coming, online }: SyncState): string[] {
  if (!coming) return [];
  const { customers, totalCustomers, bytes, totalBytes, secondsLeft } = coming;
  const here = online ? w.loading : w.partly;
  return [
    here(formatNumber(customers), formatNumber(totalCustomers)),
    formatShare(bytes, totalBytes),
    ...(online && secondsLeft !== null ? [formatLeft(secondsLeft)] : []),
  ];
}

function caveats(demo: Props['demo'], now: Date): string[] {
  return [demo.generated && w.generated, demo.asOf !== null && w.asOf(formatDate(demo.asOf, now))].filter(
    (c) => c !== false,
  );
}

type ActionProps = Pick<Props, 'isPrivate' | 'onPrivate' | 'onShowShortcuts'>;

function Actions({ isPrivate, onPrivate, onShowShortcuts }: ActionProps) {
  return (
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
  );
}

/** What there is to say, in order; each but the last ends with the dot that parts it from the next, and none begins with it. */
function Items({ items }: { items: readonly ReactNode[] }) {
  return items.map((item, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a place in the line is what each of these is
    <span key={i} className="sync-item">
      {item}
      {i < items.length - 1 && <span aria-hidden>·</span>}
    </span>
  ));
}

/** What was wrapped up a moment ago only waits for its undo: nobody needs to look after it. */
function waitingOf({ online, unsent, undoable, oldestUnsentAt }: SyncState, now: Date): string {
  if (online && undoable && unsent === 1) return w.undoable;
  const waited = oldestUnsentAt && formatWaited(oldestUnsentAt, now);
  return [w.unsent(unsent), waited && w.oldest(waited)].filter(Boolean).join(', ');
}

/** The last line: is the store there, what hasn't been sent, and since when. */
export function SyncLine(props: Props) {
  const { sync, now, demo, onShowUnsent } = props;
  const waiting = waitingOf(sync, now);
  const quiet = [...coverage(sync), ...caveats(demo, now)];
  const link = (text: string) => (
    <Button look="link" onPress={onShowUnsent}>
      {text}
    </Button>
  );
  const attention = <span className="sync-attention">{link(w.attention(sync.needsAttention))}</span>;
  const items = [
    <span key="store">{sync.online ? w.online : w.offline}</span>,
    sync.unsent > 0 ? link(waiting) : <span key="waiting">{waiting}</span>,
    ...(sync.needsAttention > 0 ? [attention] : []),
    ...quiet.map((text) => <span key={text}>{text}</span>),
  ];
  return (
    <footer className="sync-line">
      <div className="sync-state">
        <span className="sync-dot" data-offline={!sync.online || undefined} aria-hidden />
        <Items items={items} />
      </div>
      <Actions {...props} />
    </footer>
  );
}
