import { Button } from 'react-aria-components';
import type { BadgeLevel } from '@/lib/domain/badge-level';
import { words } from '@/lib/ui/words/words';
import { HeedMark } from './heed-mark';
import { RiskShape } from './risk-shape';
import './collapsed-tab.css';

type Props = {
  /** null where there is no customer to speak of */
  level: BadgeLevel | null;
  onOpen: () => void;
};

/** All there is of Heed while nothing is wrong: the badge's shape at the page's edge. */
export function CollapsedTab({ level, onOpen }: Props) {
  const label = level ? words.tab.open(words.level[level]) : words.tab.openPlain;
  return (
    <main>
      <h1>
        <Button className="collapsed-tab" data-level={level ?? undefined} aria-label={label} onPress={onOpen}>
          {level ? <RiskShape level={level} size={14} /> : <HeedMark size={16} />}
        </Button>
      </h1>
    </main>
  );
}
