import { type PracticeLanguage, practiceLevels } from '@/lib/domain/practice/practice-item';
import { type Answers, openQuestion, type PracticeCase } from '@/lib/ui/practice/practice-round';
import type { PracticeWords } from '@/lib/ui/words/practice-words';
import { RiskShape } from '../risk-shape';
import { Button } from '../ui/button';
import { HeardAnswer, LevelAnswer, OpeningAnswer } from './answers';
import { ChoiceQuestion } from './choice-question';
import { HearQuestion } from './hear-question';
import './practice.css';

type Props = {
  one: PracticeCase;
  at: number;
  of: number;
  w: PracticeWords;
  language: PracticeLanguage;
  onAnswer: (given: Answers) => void;
  onNext: () => void;
};

type QuestionProps = Pick<Props, 'one' | 'w' | 'language' | 'onAnswer'>;

function OpenQuestion({ one, w, language, onAnswer }: QuestionProps) {
  const levels = practiceLevels.map((id) => ({
    ...{ id, label: w.levels[id] },
    shape: <RiskShape level={id} />,
  }));
  const ways = one.openings.map(({ id, intent }) => ({ id, label: intent[language] }));
  switch (openQuestion(one)) {
    case 'level':
      return (
        <ChoiceQuestion
          key="level"
          title={w.level}
          choices={levels}
          follows={false}
          onChoose={(level) => onAnswer({ level })}
        />
      );
    case 'heard':
      return <HearQuestion hearables={one.hearables} w={w} onDone={(heard) => onAnswer({ heard })} />;
    case 'opening':
      return (
        <ChoiceQuestion
          key="opening"
          title={w.opening}
          choices={ways}
          follows
          onChoose={(opening) => onAnswer({ opening })}
        />
      );
    default:
      return null;
  }
}

/** One customer’s words, what was answered about them so far, and the question that is open. */
export function PracticeCustomer({ one, at, of, w, language, onAnswer, onNext }: Props) {
  const { item, answers } = one;
  const said = { w, language };
  return (
    <section className="practice-customer" aria-label={w.customer(at + 1, of)}>
      <p className="label">{w.customer(at + 1, of)}</p>
      <blockquote className="practice-words" lang={item.language}>
        <p dir="auto">{item.words}</p>
      </blockquote>
      {answers.level && <LevelAnswer item={item} level={answers.level} {...said} />}
      {answers.heard && <HeardAnswer item={item} chosen={answers.heard} {...said} />}
      {answers.opening && <OpeningAnswer of={one} chosen={answers.opening} {...said} />}
      <OpenQuestion one={one} onAnswer={onAnswer} {...said} />
      {openQuestion(one) === null && (
        <Button look="primary" autoFocus onPress={onNext}>
          {at + 1 < of ? w.next : w.finish}
        </Button>
      )}
    </section>
  );
}
