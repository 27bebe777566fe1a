import { PracticeCustomer } from '@/components/practice/practice-customer';
import { PracticePage } from '@/components/practice/practice-page';
import { RoundSummary } from '@/components/practice/round-summary';
import type { PracticeLanguage } from '@/lib/domain/practice/practice-item';
import { usePractice } from '@/lib/ui/practice/use-practice';
import { practiceWordsIn } from '@/lib/ui/words/practice-words';

type Props = { first: PracticeLanguage; random: () => number };

/** A page that only talks to whoever sits before it: it has no background, no store and nothing to write to. */
export function PracticeApp({ first, random }: Props) {
  const { language, round, current, ...model } = usePractice(first, random);
  const w = practiceWordsIn[language];
  return (
    <PracticePage w={w} language={language} onSpeak={model.speak}>
      {current ? (
        <PracticeCustomer
          key={current.item.id}
          one={current}
          at={round.at}
          of={round.cases.length}
          {...{ w, language }}
          onAnswer={model.answer}
          onNext={model.next}
        />
      ) : (
        <RoundSummary cases={round.cases} w={w} onAgain={model.again} />
      )}
    </PracticePage>
  );
}
