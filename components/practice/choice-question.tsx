import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useNumberKeys } from '@/lib/ui/practice/use-number-keys';
import './practice.css';

export type Choice<T> = { id: T; label: string; shape?: ReactNode };

type Props<T> = {
  title: string;
  choices: readonly Choice<T>[];
  /** comes after an answer: the reader's place goes on to it */
  follows: boolean;
  onChoose: (id: T) => void;
};

/** One question, one answer: by a click or its number. */
export function ChoiceQuestion<T extends string>({ title, choices, follows, onChoose }: Props<T>) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (follows) heading.current?.focus();
  }, [follows]);
  const pick = (at: number) => {
    const choice = choices[at];
    if (choice) onChoose(choice.id);
  };
  useNumberKeys({ count: choices.length, onPick: pick });
  return (
    <div className="practice-question">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <ol className="practice-choices">
        {choices.map(({ id, label, shape }, at) => (
          <li key={id}>
            <Button className="practice-choice" onPress={() => onChoose(id)}>
              <kbd aria-hidden>{at + 1}</kbd>
              {shape}
              <span dir="auto">{label}</span>
            </Button>
          </li>
        ))}
      </ol>
    </div>
  );
}
