import { callWords as w } from '@/lib/ui/words/call-words';
import { handoverWords } from '@/lib/ui/words/handover-words';
import { AccountEnd } from './account-end';
import { Button } from './ui/button';
import './call-facts.css';

type Props = {
  /** the number they rang from; empty where no phone said it */
  line: string;
  /** who handed the note over; empty where the rep began it */
  begunBy: string;
  /** what they asked for; empty where nothing */
  asked: string;
  /** whom the note was about before it was moved; empty where it wasn't */
  movedFrom: string;
  /** see `AccountEnd` */
  movedFromEnd: string;
  onMoveBack: () => void;
};

/** How this call came about: which number rang, who began the note, whom it was about before. */
export function CallFacts({ line, begunBy, asked, movedFrom, movedFromEnd, onMoveBack }: Props) {
  if (!line && !begunBy && !movedFrom) return null;
  return (
    <div className="call-facts label">
      {line && (
        <p>
          {w.lineBefore} <bdi>{line}</bdi>
        </p>
      )}
      {begunBy && <p dir="auto">{handoverWords.begunBy(begunBy)}</p>}
      {asked && (
        <p dir="auto">
          {handoverWords.asked}: <strong>{asked}</strong>
        </p>
      )}
      {movedFrom && (
        <p className="call-facts-moved">
          <span dir="auto">{w.moved(movedFrom)}</span>
          <AccountEnd end={movedFromEnd} />
          <Button small look="link" onPress={onMoveBack}>
            {w.moveBack}
          </Button>
        </p>
      )}
    </div>
  );
}
