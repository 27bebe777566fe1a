import { Pause } from 'lucide-react';
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
  onOpen: () => void;
};

/** All there is of Heed while nothing is wrong: the badge's shape at the page's edge; and that somebody waits, where somebody does. */
export function CollapsedTab({ level, held, onOpen }: Props) {
  const open = level ? words.tab.open(words.level[level]) : words.tab.openPlain;
  const label = held > 0 ? `${open}. ${words.tab.held(held)}` : open;
  return (
    <main>
      <h1>
        <Button className="collapsed-tab" data-level={level ?? undefined} aria-label={label} onPress={onOpen}>
          {level ? <RiskShape level={level} size={14} /> : <HeedMark size={16} />}
          {held > 0 && (
            <span className="collapsed-tab-held">
              <Pause size={14} strokeWidth={2} aria-hidden />
              <span className="collapsed-tab-words">{words.tab.held(held)}</span>
            </span>
          )}
        </Button>
      </h1>
    </main>
  );
}
