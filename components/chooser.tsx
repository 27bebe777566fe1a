import { useState } from 'react';
import { badgeLevel } from '@/lib/domain/badge-level';
import type { Candidate, PageSlot } from '@/lib/messaging/sidebar-view';
import { words } from '@/lib/ui/words';
import { RiskBadge } from './risk-badge';
import { GuardedButton } from './ui/guarded-button';
import { Refusal } from './ui/refusal';
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

type RowProps = Candidate & Pick<Props, 'onChoose'> & { onRefused: () => void };

function CandidateRow({ card, foundBy, onChoose, onRefused }: RowProps) {
  const by = [...new Set(foundBy)].map((kind) => w.foundBy[kind]).join(', ');
  return (
    <li className="candidate">
      <div className="candidate-line">
        <RiskBadge level={badgeLevel(card.risk.level)} />
        <span className="candidate-number">{words.header.number(card.number)}</span>
        <GuardedButton
          aria-label={`${w.pick}: ${words.header.numberLong(card.number)}`}
          onAct={() => onChoose(card.number)}
          onRefused={onRefused}
        >
          {w.pick}
        </GuardedButton>
      </div>
      <p className="label">{w.found(by)}</p>
    </li>
  );
}

/** The page's identifiers lead to several customers: say why, and ask. */
export function Chooser({ name, why, candidates, onChoose }: Props) {
  const [refused, setRefused] = useState(false);
  const refuse = () => setRefused(true);
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
            <CandidateRow key={c.card.number} {...c} onChoose={onChoose} onRefused={refuse} />
          ))}
        </ul>
        {(why === 'only-phone-fits' || why === 'unsure') && (
          <GuardedButton onAct={() => onChoose(null)} onRefused={refuse}>
            {w.newcomer}
          </GuardedButton>
        )}
        <Refusal refused={refused} />
        <p className="muted">{w.unsure}</p>
      </div>
    </Section>
  );
}
