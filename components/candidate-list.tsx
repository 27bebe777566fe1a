import { badgeLevel } from '@/lib/domain/badge-level';
import type { Candidate } from '@/lib/messaging/sidebar-view';
import { words } from '@/lib/ui/words/words';
import { OnPage } from './on-page';
import { RiskBadge } from './risk-badge';
import { GuardedButton } from './ui/guarded-button';
import './candidate-list.css';

type Props = {
  candidates: readonly Candidate[];
  /** what choosing is called, where it isn't "This one" */
  pick?: string | null;
  onChoose: (cardNumber: number) => void;
  onRefused: () => void;
};

const w = words.chooser;

type RowProps = Candidate & Omit<Props, 'candidates'>;

/** In the order in which it is read on the row. */
function called(does: string, { card, name, storeName, accountEnd }: Omit<Candidate, 'foundBy'>): string {
  const who = [
    storeName,
    accountEnd && w.accountEndLong(accountEnd),
    words.header.numberLong(card.number),
    name && w.onPageLong(name),
  ];
  return `${does}: ${who.filter(Boolean).join(', ')}`;
}

function CandidateRow({ foundBy, pick, onChoose, onRefused, ...candidate }: RowProps) {
  const { card, name, storeName, accountEnd } = candidate;
  const does = pick ?? w.pick;
  const by = [...new Set(foundBy)].map((kind) => w.foundBy[kind]).join(', ');
  return (
    <li className="candidate">
      <div className="candidate-line">
        <RiskBadge level={badgeLevel(card.risk.level)} />
        {storeName && <bdi className="candidate-name sensitive">{storeName}</bdi>}
        {accountEnd && <span className="sensitive">{w.accountEnd(accountEnd)}</span>}
        <bdi className={storeName ? 'label' : 'candidate-name'}>{words.header.number(card.number)}</bdi>
      </div>
      <div className="candidate-more">
        <p className="label">{w.found(by)}</p>
        {name && <OnPage name={name} />}
      </div>
      <GuardedButton
        aria-label={called(does, candidate)}
        onAct={() => onChoose(card.number)}
        onRefused={onRefused}
      >
        {does}
      </GuardedButton>
    </li>
  );
}

/** What the rep is to do where some are called the same. Below the list: what comes late moves no button of it. */
function AskAccount({ candidates }: Pick<Props, 'candidates'>) {
  const ends = candidates.flatMap(({ accountEnd }) => (accountEnd === null ? [] : [accountEnd]));
  if (ends.length === 0) return null;
  return <p>{ends.includes('') ? w.findByAccount : w.askAccount}</p>;
}

/** Customers who may be meant: told apart by level, by what the store and the page call them, and by how their account numbers end where that is the same, with nothing else of their accounts. */
export function CandidateList({ candidates, ...rest }: Props) {
  return (
    <>
      <ul className="candidates">
        {candidates.map((c) => (
          <CandidateRow key={c.card.number} {...c} {...rest} />
        ))}
      </ul>
      <AskAccount candidates={candidates} />
    </>
  );
}
