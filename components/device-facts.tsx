import type { StorageState, SyncState } from '@/lib/messaging/sidebar-view';
import { formatNumber as count, formatLeft, formatMegabytes, formatShare, formatWhen } from '@/lib/ui/format';
import { settingsWords } from '@/lib/ui/words/settings-words';
import { Button } from './ui/button';
import './told-us.css';
import './unsent-list.css';

type Props = {
  sync: SyncState;
  /** undefined until the background has told it */
  storage: StorageState | undefined;
  /** real time */
  now: Date;
  onSyncNow: () => void;
};

const w = settingsWords.device;

function Coming({ coming }: { coming: NonNullable<SyncState['coming']> }) {
  const { bytes, totalBytes, secondsLeft } = coming;
  const said = [
    w.ofCustomers(count(coming.customers), count(coming.totalCustomers)),
    formatShare(bytes, totalBytes),
    ...(secondsLeft === null ? [] : [formatLeft(secondsLeft)]),
  ];
  return (
    <>
      <dt>{w.coming}</dt>
      <dd>
        <progress max={totalBytes} value={bytes} aria-label={w.coming} /> {said.join(' · ')}
      </dd>
    </>
  );
}

function Keeping({ sync, storage }: { sync: SyncState; storage: StorageState }) {
  const { persisted, exempt, usage } = storage;
  const safe = persisted || exempt;
  return (
    <>
      <dt>{w.size}</dt>
      <dd>{usage === null ? w.sizeUnknown : w.about(formatMegabytes(usage))}</dd>
      <dt>{w.kept}</dt>
      <dd className={!safe && sync.unsent > 0 ? 'unsent-attention' : undefined}>
        {persisted ? w.promised : exempt ? w.exempt : w.mayBeCleared}
      </dd>
    </>
  );
}

/** What lies on this computer and may stay there, how fresh it is, and whether the store can be reached. */
export function DeviceFacts({ sync, storage, now, onSyncNow }: Props) {
  return (
    <>
      <dl className="facts">
        <dt>{w.store}</dt>
        <dd>{sync.online ? w.online : w.offline}</dd>
        <dt>{w.customers}</dt>
        <dd>{sync.unlocked ? count(sync.customers) : w.locked}</dd>
        {sync.coming && <Coming coming={sync.coming} />}
        <dt>{w.updated}</dt>
        <dd>{sync.lastPullAt ? formatWhen(sync.lastPullAt, now) : w.never}</dd>
        <dt>{w.unsent}</dt>
        <dd>{w.count(sync.unsent)}</dd>
        {storage && <Keeping sync={sync} storage={storage} />}
      </dl>
      <div>
        <Button isDisabled={!sync.unlocked} onPress={onSyncNow}>
          {w.syncNow}
        </Button>
      </div>
    </>
  );
}
