import { useState } from 'react';
import { formatWhen } from '@/lib/ui/format';
import type { Outcome } from '@/lib/ui/settings-actions';
import { settingsWords } from '@/lib/ui/words/settings-words';
import './list-setting.css';

type Props = {
  shown: boolean;
  /** the organisation has switched them off: nothing to choose */
  byPolicy: boolean;
  /** when a page last had more customers than are looked up in a minute */
  pausedAt: string | null;
  /** real time */
  now: Date;
  onShow: (shown: boolean) => Promise<Outcome>;
};

const w = settingsWords.lists;

/** Badges in the CRM's own pages, on or off. */
export function ListSetting({ shown, byPolicy, pausedAt, now, onShow }: Props) {
  const [failed, setFailed] = useState(false);
  const set = async (to: boolean) => setFailed((await onShow(to)) !== 'done');
  return (
    <>
      <p className="muted">{w.lead}</p>
      <label className="list-setting">
        <input
          type="checkbox"
          checked={shown && !byPolicy}
          disabled={byPolicy}
          onChange={(event) => void set(event.target.checked)}
        />
        {w.label}
      </label>
      {byPolicy && <p>{w.byPolicy}</p>}
      <p role="status">{failed ? w.failed : pausedAt && w.paused(formatWhen(pausedAt, now))}</p>
    </>
  );
}
