import type { Candidate, PageSlot } from '@/lib/messaging/sidebar-view';
import { useRefused } from '@/lib/ui/use-refused';
import { words } from '@/lib/ui/words/words';
import { CandidateList } from './candidate-list';
import { OnPage } from './on-page';
import { GuardedButton } from './ui/guarded-button';
import { Refusal } from './ui/refusal';
import { Section } from './ui/section';
import './chooser.css';

type Props = {
  /** as the page shows it; may be no help where the page names several */
  name: string;
  why: Extract<PageSlot, { state: 'choose' }>['why'];
  candidates: readonly Candidate[];
  /** where some are not at hand yet, or can’t be read, nobody can be said to be none of them */
  allHere: boolean;
  /** null for someone new */
  onChoose: (cardNumber: number | null) => void;
};

const w = words.chooser;

/** The rows below say all that the page's names say, in whatever order. */
function listsAll(name: string, candidates: readonly Candidate[]): boolean {
  const isSaid = (said: string) => said !== '' && name.includes(said);
  const length = candidates.map((c) => c.name).join(', ').length;
  return length === name.length && candidates.every((c) => isSaid(c.name));
}

/** The page's identifiers lead to several customers: say why, and ask. */
export function Chooser({ name, why, candidates, allHere, onChoose }: Props) {
  const [refused, setRefused] = useRefused();
  const refuse = () => setRefused(true);
  const mayBeNew = why === 'only-phone-fits' || why === 'unsure';
  const maySayNew = allHere && candidates.length > 0;
  return (
    <Section title={w.title}>
      <div className="chooser">
        <p>{w.why[why]}</p>
        {name && !listsAll(name, candidates) && <OnPage name={name} />}
        <CandidateList candidates={candidates} onChoose={onChoose} onRefused={refuse} />
        {mayBeNew && maySayNew && (
          <GuardedButton onAct={() => onChoose(null)} onRefused={refuse}>
            {w.newcomer}
          </GuardedButton>
        )}
        {mayBeNew && !maySayNew && <p role="status">{w.notAllHere}</p>}
        <Refusal refused={refused} />
        <p className="muted">{w.unsure}</p>
      </div>
    </Section>
  );
}
