import type { NoteCustomer } from '@/lib/domain/note';
import { useRefused } from '@/lib/ui/use-refused';
import { siteQuestionWords as w } from '@/lib/ui/words/site-question-words';
import { GuardedButton } from './ui/guarded-button';
import { Refusal } from './ui/refusal';
import './slot-banner.css';

type Props = {
  /** as the page spells it; empty where it doesn't say */
  name: string;
  /** what the page says by which Heed knows them: a name alone says little, since cards have none */
  identifiers: NoteCustomer['identifiers'];
  onAnswer: (right: boolean) => void;
};

/** Asked once per site, where nobody has seen yet that Heed reads it rightly. */
export function SiteQuestion({ name, identifiers, onAnswer }: Props) {
  const [refused, setRefused] = useRefused();
  const refuse = () => setRefused(true);
  return (
    <section className="slot-banner" aria-label={w.title}>
      <p>
        {w.about}{' '}
        {name && (
          <strong className="slot-banner-name">
            <bdi>{name}</bdi>
          </strong>
        )}
      </p>
      <p className="label">
        {w.by} <bdi>{identifiers.map(({ value }) => value).join(' · ')}</bdi>
      </p>
      <div className="slot-banner-actions">
        <GuardedButton onAct={() => onAnswer(true)} onRefused={refuse}>
          {w.yes}
        </GuardedButton>
        <GuardedButton onAct={() => onAnswer(false)} onRefused={refuse}>
          {w.no}
        </GuardedButton>
      </div>
      <Refusal refused={refused} />
    </section>
  );
}
