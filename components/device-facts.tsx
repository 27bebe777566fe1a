import type { SyncState } from '@/lib/messaging/sidebar-view';
import { formatWhen } from '@/lib/ui/format';
import { settingsWords } from '@/lib/ui/settings-words';
import { Button } from './ui/button';
import './told-us.css';

type Props = {
  sync: SyncState;
  /** real time */
  now: Date;
  onSyncNow: () => void;
};

const w = settingsWords.device;

/** What lies on this computer, how fresh it is, and whether the store can be reached. */
export function DeviceFacts({ sync, now, onSyncNow }: Props) {
  const count = (n: number) => n.toLocaleString('en-GB');
  return (
    <>
      <dl className="facts">
        <dt>{w.store}</dt>
        <dd>{sync.online ? w.online : w.offline}</dd>
        <dt>{w.customers}</dt>
        <dd>{sync.unlocked ? w.cards(count(sync.cards), count(sync.cardsTotal)) : w.locked}</dd>
        <dt>{w.updated}</dt>
        <dd>{sync.lastPullAt ? formatWhen(sync.lastPullAt, now) : w.never}</dd>
      </dl>
      <div>
        <Button isDisabled={!sync.unlocked} onPress={onSyncNow}>
          {w.syncNow}
        </Button>
      </div>
    </>
  );
}
