import { MessageSquareReply, Pause } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { BadgeLevel } from '@/lib/domain/badge-level';
import { words } from '@/lib/ui/words/words';
import { HeedMark } from './heed-mark';
import { RiskShape } from './risk-shape';
import './collapsed-tab.css';

type Props = {
  /** null where there is no customer to speak of */
  level: BadgeLevel | null;
  /** how many customers wait on hold */
  held: number;
  /** what the rep asked a supervisor for is answered */
  isAnswered: boolean;
  onOpen: () => void;
};

/** All there is of Heed while nothing is wrong: the badge's shape at the page's edge; and that somebody waits, or has answered, where somebody does. */
export function CollapsedTab({ level, held, isAnswered, onOpen }: Props) {
  const open = level ? words.tab.open(words.level[level]) : words.tab.openPlain;
  const waits = [isAnswered && words.tab.answeredLong, held > 0 && words.tab.held(held)].filter(
    (one) => one !== false,
  );
  return (
    <main>
      {/* Before the tab, which takes all the room there is: nothing may stand below it. */}
      <p className="visually-hidden" role="status">
        {isAnswered && words.tab.answeredLong}
      </p>
      <h1>
        <Button
          className="collapsed-tab"
          data-level={level ?? undefined}
          aria-label={[open, ...waits].join('. ')}
          onPress={onOpen}
        >
          {level ? <RiskShape level={level} size={14} /> : <HeedMark size={16} />}
          {isAnswered && (
            <span className="collapsed-tab-waits">
              <MessageSquareReply size={14} strokeWidth={2} aria-hidden />
              <span className="collapsed-tab-words">{words.tab.answered}</span>
            </span>
          )}
          {held > 0 && (
            <span className="collapsed-tab-waits">
              <Pause size={14} strokeWidth={2} aria-hidden />
              {/* There is room for the words of one: an answer is waited for by somebody on the line. */}
              {!isAnswered && <span className="collapsed-tab-words">{words.tab.held(held)}</span>}
            </span>
          )}
        </Button>
      </h1>
    </main>
  );
}
