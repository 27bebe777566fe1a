import { approvalWords as w } from '@/lib/ui/words/approval-words';
import { Button } from './ui/button';
import './offers.css';

type Props = { waiting: number; onOpen: () => void };

/** Reps wait for who is signed in here; nothing of whom it is about. */
export function ApprovalsWaiting({ waiting, onOpen }: Props) {
  if (waiting === 0) return null;
  return (
    <p className="offers-notice" role="status">
      {w.waitingForYou(waiting)}
      <Button small onPress={onOpen}>
        {w.openPage}
      </Button>
    </p>
  );
}
