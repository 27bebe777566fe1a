import { badgeLevel } from '@/lib/domain/badge-level';
import type { Candidate, PageSlot } from '@/lib/messaging/sidebar-view';
import { words } from '@/lib/ui/words';
import { RiskBadge } from './risk-badge';
import { Button } from './ui/button';
import { Section } from './ui/section';
import './chooser.css';

type Props = {
  /** as the page shows it; may be no help where the page names several */
  name: string;
  why: Extract<PageSlot, { state: 'choose' }>['why'];
  candidates: readonly Candidate[];
  /** null for someone new */
  onChoose: (cardNumber: number | null) => void;
};

const w = words.chooser;

function CandidateRow({ card, foundBy, onChoose }: Candidate & Pick<Props, 'onChoose'>) {
  const by = [...new Set(foundBy)].map((kind) => w.foundBy[kind]).join(', ');
  return (
    <li className="candidate">
      <div className="candidate-line">
        <RiskBadge level={badgeLevel(card.risk.level)} />
        <span className="candidate-number">{words.header.number(card.number)}</span>
        <Button
          aria-label={`${w.pick}: ${words.header.numberLong(card.number)}`}
          onPress={() => onChoose(card.number)}
        >
          {w.pick}
        </Button>
      </div>
      <p className="label">{w.found(by)}</p>
    </li>
  );
}

/** The page's identifiers lead to several customers: say why, and ask. */
export function Chooser({ name, why, candidates, onChoose }: Props) {
  return (
    <Section title={w.title}>
      <div className="chooser">
        <p>
          {name && (
            <>
              <bdi>{name}</bdi>
              {': '}
            </>
          )}
          {w.why[why]}
        </p>
        <ul className="candidates">
          {candidates.map((c) => (
            <CandidateRow key={c.card.number} {...c} onChoose={onChoose} />
          ))}
        </ul>
        {why === 'only-phone-fits' && <Button onPress={() => onChoose(null)}>{w.newcomer}</Button>}
        <p className="muted">{w.unsure}</p>
      </div>
    </Section>
  );
}
