import { useRefused } from '@/lib/ui/use-refused';
import { nameWords } from '@/lib/ui/words/name-words';
import { words } from '@/lib/ui/words/words';
import { AccountEnd } from './account-end';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';
import { Refusal } from './ui/refusal';
import './slot-banner.css';

type Props = {
  callName: string;
  /** see `AccountEnd` */
  callEnd: string;
  /** who the page shows; null for nobody */
  pageName: string | null;
  pageEnd: string;
  /** the page's customer is settled, so that a call can begin with them */
  canSwitch: boolean;
  /** the rep chose to stay: both are still named, in one line */
  stayed: boolean;
  onSwitch: () => void;
  onStay: () => void;
};

const w = words.slot;

/** The call and the page are two people: both are named, and nothing changes until the rep says so. */
export function SlotBanner(props: Props) {
  const { callName, callEnd, pageName, pageEnd, canSwitch, stayed, onSwitch, onStay } = props;
  const [refused, setRefused] = useRefused();
  const call = callName || nameWords.nameless;
  const page = pageName === null ? w.nobody : pageName || nameWords.nameless;
  return (
    <div className="slot-banner" data-quiet={stayed || pageName === null || undefined}>
      <p role="status">
        <span className="slot-banner-who">
          {w.call} <strong dir="auto">{call}</strong> <AccountEnd end={callEnd} />
        </span>{' '}
        <span className="slot-banner-dot">· </span>
        <span className="slot-banner-who">
          {w.page} <strong dir="auto">{page}</strong> <AccountEnd end={pageEnd} />
        </span>
      </p>
      {!stayed && pageName !== null && (
        <div className="slot-banner-actions">
          {canSwitch && (
            <GuardedButton
              small
              undoable
              aria-label={w.switchTo(page)}
              onAct={onSwitch}
              onRefused={() => setRefused(true)}
            >
              {w.switch}
            </GuardedButton>
          )}
          <Button small aria-label={w.stayWith(call)} onPress={onStay}>
            {w.stay}
          </Button>
        </div>
      )}
      <Refusal refused={refused} />
    </div>
  );
}
