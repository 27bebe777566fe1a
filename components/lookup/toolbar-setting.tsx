import { useState } from 'react';
import { lookupWords } from '@/lib/ui/words/lookup-words';
import '../list-setting.css';

type Props = {
  /** a click opens the side panel at once, and no search */
  atOnce: boolean;
  /** false where it couldn't be saved */
  onSet: (atOnce: boolean) => Promise<boolean>;
};

const w = lookupWords.click;

/** What a click on the button in the toolbar does. */
export function ToolbarSetting({ atOnce, onSet }: Props) {
  const [failed, setFailed] = useState(false);
  const set = async (to: boolean) => setFailed(!(await onSet(to)));
  return (
    <>
      <p className="muted">{w.lead}</p>
      <label className="list-setting">
        <input type="checkbox" checked={atOnce} onChange={(event) => void set(event.target.checked)} />
        {w.label}
      </label>
      <p role="status">{failed && w.failed}</p>
    </>
  );
}
