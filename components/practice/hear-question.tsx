import { useEffect, useRef, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { Hearable } from '@/lib/domain/practice/practice-item';
import { useNumberKeys } from '@/lib/ui/practice/use-number-keys';
import type { PracticeWords } from '@/lib/ui/words/practice-words';
import { Button } from '../ui/button';
import './practice.css';

type Props = {
  hearables: readonly Hearable[];
  w: PracticeWords;
  onDone: (heard: readonly Hearable[]) => void;
};

/** Several may be there: each is put on or off, by a click or its number, and Enter says that this is all. */
export function HearQuestion({ hearables, w, onDone }: Props) {
  const [chosen, setChosen] = useState<readonly Hearable[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const toggle = (one: Hearable) =>
    setChosen((before) => (before.includes(one) ? before.filter((c) => c !== one) : [...before, one]));
  useNumberKeys({
    count: hearables.length,
    onPick: (at) => hearables[at] && toggle(hearables[at]),
    onEnter: () => onDone(chosen),
  });
  return (
    <div className="practice-question">
      <h2 ref={heading} tabIndex={-1}>
        {w.heard}
      </h2>
      <ol className="practice-choices" data-short>
        {hearables.map((one, at) => (
          <li key={one}>
            <ToggleButton
              className="practice-choice"
              isSelected={chosen.includes(one)}
              onChange={() => toggle(one)}
            >
              <kbd aria-hidden>{at + 1}</kbd>
              <span>{w.hears[one]}</span>
            </ToggleButton>
          </li>
        ))}
      </ol>
      <Button look="accent" onPress={() => onDone(chosen)}>
        {w.heardDone}
      </Button>
    </div>
  );
}
